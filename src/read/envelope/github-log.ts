// What `gh run view --log` puts before each line: job and step, and then the time.

import { type Prefixed, separatePrefixed } from './prefix.ts'
import type { Envelope } from './stream.ts'

export const githubLog: Envelope = {
  name: 'github-log',
  open: stream => separatePrefixed(stream, readGithubLine),
}

// build\tRun tests\t2026-01-02T03:04:05.6789012Z FAIL
const step = /^([^\t]{1,200}\t[^\t]{1,200})\t(?=\ufeff?\d{4}-\d\d-\d\dT)/

function readGithubLine(line: string): Prefixed | null {
  const tab = line.indexOf('\t')
  if (tab <= 0 || tab > 200) return null
  const found = step.exec(line)
  return found && { key: found[1] ?? '', content: line.slice(found[0].length) }
}
