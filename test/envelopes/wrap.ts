// For tests: every wrapping that a failure is met in, applied to a clean text.

import { encodeGbk, encodeUtf8, encodeUtf16 } from './encode.ts'
import * as among from './wrap-among.ts'
import * as prefix from './wrap-prefix.ts'
import * as record from './wrap-record.ts'
import * as wrapped from './wrap-text.ts'

export interface Wrapper {
  readonly name: string
  readonly wrap: (text: string) => Uint8Array
  /** `most` where a part is cut off. */
  readonly keeps: 'all' | 'most'
}

function wrapper(name: string, wrap: (text: string) => string): Wrapper {
  return { name, wrap: text => encodeUtf8(wrap(text)), keeps: 'all' }
}

function cutting(name: string, wrap: (text: string) => string): Wrapper {
  return { ...wrapper(name, wrap), keeps: 'most' }
}

const chineseLine = '错误：进程已退出，退出代码 2。详细信息如下：\n'

export const wrappers: readonly Wrapper[] = [
  wrapper('nothing', text => text),
  wrapper('UTF-8 with a byte order mark', text => `\ufeff${text}`),
  {
    name: 'UTF-16 of PowerShell',
    wrap: text => encodeUtf16(text.replaceAll('\n', '\r\n'), 'le', true),
    keeps: 'all',
  },
  { name: 'UTF-16 LE without a mark', wrap: text => encodeUtf16(text, 'le', false), keeps: 'all' },
  { name: 'UTF-16 BE without a mark', wrap: text => encodeUtf16(text, 'be', false), keeps: 'all' },
  { name: 'GBK', wrap: text => encodeGbk(chineseLine + text), keeps: 'all' },
  wrapper('CRLF', text => text.replaceAll('\n', '\r\n')),
  wrapper('a progress bar', text => `Downloading  10%\rDownloading 100%\r\n${text}`),
  wrapper('ANSI colours', wrapped.colour),
  wrapper('a terminal of 80 columns', text => wrapped.foldTerminal(text, 80)),
  wrapper('HTML of Python', text => wrapped.escapeHtml(text, { double: '&quot;', single: '&#x27;' })),
  wrapper('HTML of Go', text => wrapped.escapeHtml(text, { double: '&#34;', single: '&#39;' })),
  wrapper('a Markdown quote', wrapped.quoteMarkdown),
  wrapper('indented Markdown', wrapped.indentMarkdown),
  wrapper('a Markdown fence', wrapped.fenceMarkdown),
  wrapper('a Markdown fence in a list', wrapped.fenceInList),
  wrapper('docker json-file', prefix.dockerJson),
  wrapper('CRI', prefix.cri),
  wrapper('journald', prefix.journald),
  wrapper('journald in ISO time', prefix.journaldIso),
  wrapper('journald, one message', prefix.journaldHanging),
  wrapper('syslog of rsyslog', prefix.rsyslog),
  wrapper('syslog of RFC 5424', prefix.syslog5424),
  wrapper('compose', prefix.compose),
  wrapper('kubectl --prefix', prefix.kubectl),
  wrapper('kubectl --timestamps', prefix.kubectlTimestamps),
  wrapper('GitHub Actions', prefix.githubActions),
  wrapper('zap', record.zap),
  wrapper('zerolog', record.zerolog),
  wrapper('slog in JSON', record.slogJson),
  wrapper('slog in text', record.slogText),
  wrapper('structlog', record.structlog),
  wrapper('loguru', record.loguru),
  wrapper('python-json-logger', record.pythonJsonLogger),
  wrapper('a JSON record a line', record.jsonPerLine),
  wrapper('go test -json', record.goTestJson),
  wrapper('3,000 healthy lines', text => among.amongHealthy(text, 3000)),
  wrapper('interleaved healthy lines', among.interleaved),
  wrapper('two services of compose', among.twoServices),
  wrapper('docker json-file of colours in CRLF', text =>
    prefix.dockerJson(wrapped.colour(text).replaceAll('\n', '\r\n')),
  ),
  wrapper('compose of zap among healthy lines', text =>
    prefix.compose(among.amongHealthy(record.zap(text), 30)),
  ),
  wrapper('a Markdown fence of journald of structlog', text =>
    wrapped.fenceMarkdown(prefix.journald(record.structlog(text))),
  ),
  cutting('cut off at the start', among.withoutStart),
  cutting('cut off at the end', among.withoutEnd),
  cutting('docker json-file, cut off at the end', text => among.withoutEnd(prefix.dockerJson(text))),
]
