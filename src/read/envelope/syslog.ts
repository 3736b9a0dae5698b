// Lines of syslog and of the journal: time, host, program and process id before the message.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import { type Envelope, isDigit } from './stream.ts'

export const syslog: Envelope = {
  name: 'syslog',
  open: stream => separatePrefixed(stream, readSyslogLine),
}

// Jan 02 03:04:05 node-3 api[4711]: KeyError: 'id'      <34>Oct 11 22:14:15 mymachine su: failed
const classic =
  /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})? ([\w.:-]{1,255}) ([^\s[\]:]{1,128})(?:\[(\d{1,10})\])?:(?: |$)/

// 2026-01-02T03:04:05.678901+00:00 node-3 api[4711]: KeyError: 'id'      Tue 2026-01-02 03:04:05 UTC node-3 api[4711]: x
const iso =
  /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[A-Z]{3,4}|[+-]\d\d:?\d\d)? ([\w.:-]{1,255}) ([^\s[\]:]{1,128})\[(\d{1,10})\]:(?: |$)/

// <165>1 2026-01-02T03:04:05.678Z node-3 api 4711 ID47 - KeyError: 'id'      … 4711 - [meta seq="1"] KeyError: 'id'
const rfc5424 =
  /^<\d{1,3}>\d (?:-|\d{4}-\d\d-\d\dT[\d:.]{8,24}(?:Z|[+-]\d\d:\d\d)) (\S{1,255}) (\S{1,48}) (\S{1,128}) \S{1,32} (?:-|(?:\[[^\]]{0,2000}\])+)(?: \ufeff?|$)/

// 2026-01-02T03:04:05.678901+00:00 app[web.1]: KeyError: 'id'
const heroku =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) ()([a-z]{1,32})\[([\w.-]{1,64})\]:(?: |$)/

function readSyslogLine(line: string): Prefixed | null {
  const first = line.charCodeAt(0)
  const letter = first >= 0x41 && first <= 0x5a
  if (!letter && first !== 0x3c && !isDigit(first)) return null
  const found =
    first === 0x3c
      ? (rfc5424.exec(line) ?? classic.exec(line) ?? iso.exec(line) ?? heroku.exec(line))
      : ((letter ? classic.exec(line) : null) ?? iso.exec(line) ?? heroku.exec(line))
  if (found === null) return null
  const [prefix, host = '', program = '', pid = ''] = found
  // Journalctl hangs the further lines of one message below the first.
  return {
    key: `${host} ${program} ${pid}`,
    content: showControls(line.slice(prefix.length)),
    hang: prefix.length,
  }
}

/** Rsyslog writes control characters in octal: `#011/app/main.go:12 +0x1d`. */
function showControls(text: string): string {
  if (!text.includes('#0')) return text
  return text
    .replaceAll('#033[', '\x1b[')
    .replaceAll('#011', '\t')
    .replaceAll('#012', '\n')
    .replaceAll('#015', '')
}
