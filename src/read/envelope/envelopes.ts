// Every kind of wrapping, in the order in which they are tried: what is outermost as a rule comes first.

import { ansi } from './ansi.ts'
import { apache } from './apache.ts'
import { buildkit } from './buildkit.ts'
import { carriageReturn } from './carriage-return.ts'
import { compose } from './compose.ts'
import { cri } from './cri.ts'
import { dockerJson } from './docker-json.ts'
import { escaped } from './escaped.ts'
import { githubLog } from './github-log.ts'
import { goJson } from './go-json.ts'
import { goVetJson } from './go-vet-json.ts'
import { html } from './html.ts'
import { indentation } from './indentation.ts'
import { interleaved } from './interleaved.ts'
import { jsonLog } from './json-log.ts'
import { kubectl } from './kubectl.ts'
import { loguru } from './loguru.ts'
import { markdownFence } from './markdown-fence.ts'
import { markdownQuote } from './markdown-quote.ts'
import { powershell } from './powershell.ts'
import type { Envelope } from './stream.ts'
import { syslog } from './syslog.ts'
import { terminalWrap } from './terminal-wrap.ts'
import { timestamp } from './timestamp.ts'

export const envelopes: readonly Envelope[] = [
  ansi,
  carriageReturn,
  markdownQuote,
  markdownFence,
  html,
  powershell,
  terminalWrap,
  dockerJson,
  cri,
  kubectl,
  compose,
  buildkit,
  apache,
  syslog,
  githubLog,
  timestamp,
  goJson,
  goVetJson,
  jsonLog,
  indentation,
  escaped,
  loguru,
  interleaved,
]
