// What container runtimes write for Kubernetes: time, stream, a tag for whole or partial lines, the line.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import { type Envelope, isDigit } from './stream.ts'

// 2026-01-02T03:04:05.678901234Z stderr F KeyError: 'id'
const prefix =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d) (stdout|stderr) ([FP])(?: |$)/

export const cri: Envelope = {
  name: 'cri',
  open: stream => separatePrefixed(stream, readCriLine),
}

function readCriLine(line: string): Prefixed | null {
  if (!isDigit(line.charCodeAt(0))) return null
  const found = prefix.exec(line)
  if (found === null) return null
  return { key: found[1] ?? '', content: line.slice(found[0].length), partial: found[2] === 'P' }
}
