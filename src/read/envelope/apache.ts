// What Apache puts before each line that mod_wsgi prints: time, module, process and client.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import type { Envelope } from './stream.ts'

export const apache: Envelope = {
  name: 'apache',
  open: stream => separatePrefixed(stream, readApacheLine),
}

// [Tue Mar 12 06:25:24.123456 2024] [wsgi:error] [pid 7:tid 140] [client 10.0.3.7:51234] KeyError: 'id'
const prefix =
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\] \[[\w:-]{1,64}\] ((?:\[(?:pid|client|remote) [^\]]{1,100}\](?: |$)){0,3})/

function readApacheLine(line: string): Prefixed | null {
  if (line.charCodeAt(0) !== 0x5b) return null
  const found = prefix.exec(line)
  return found && { key: found[1] ?? '', content: line.slice(found[0].length) }
}
