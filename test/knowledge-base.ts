// The knowledge base and the records as the tests see them, loaded once.

import { readFileSync } from 'node:fs'
import { compileKnowledgeBase } from '../src/compile.ts'
import { sourceOfBytes } from '../src/kb/container.ts'
import { loadFolder } from '../src/kb/load-folder.ts'
import { openKnowledgeBase } from '../src/kb/open.ts'
import type { Finding } from '../src/model/finding.ts'
import { parseRecords, recordedToolchains } from '../src/prove/records.ts'
import { why } from '../src/why.ts'

export const parsedEntries = loadFolder('kb')
export const kb = openKnowledgeBase(sourceOfBytes(compileKnowledgeBase(parsedEntries, () => [])))
export const records = (await recordedToolchains('records')).map(toolchain => ({
  toolchain,
  lines: parseRecords(readFileSync(`records/${toolchain}.jsonl`, 'utf8')),
}))

const encoder = new TextEncoder()
const known = new Map<string, readonly Finding[]>()

/** What the pipeline finds in a text, remembered: versions often print the same. */
export function explainText(output: string): readonly Finding[] {
  const before = known.get(output)
  if (before !== undefined) return before
  const { findings } = why([{ name: '-', bytes: encoder.encode(output) }], kb)
  known.set(output, findings)
  return findings
}
