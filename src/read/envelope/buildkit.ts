// What `docker build` puts before each line of a step: its number and the seconds since it began.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import type { Envelope } from './stream.ts'

export const buildkit: Envelope = {
  name: 'buildkit',
  open: stream => separatePrefixed(stream, readBuildLine),
}

// #6 2.037 Collecting poetry==1.1.6
const prefix = /^#(\d{1,4}) \d{1,6}\.\d{1,3}(?: |$)/

function readBuildLine(line: string): Prefixed | null {
  if (line.charCodeAt(0) !== 0x23) return null
  const found = prefix.exec(line)
  return found && { key: found[1] ?? '', content: line.slice(found[0].length) }
}
