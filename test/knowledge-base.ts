// The knowledge base and the records as the tests see them, loaded once.

import { readFileSync } from 'node:fs'
import { openParse } from '../src/cli/inspect-sources.ts'
import { compileKnowledgeBase } from '../src/compile.ts'
import { decideSuspects } from '../src/inspect.ts'
import { sourceOfBytes } from '../src/kb/container.ts'
import { loadFolder } from '../src/kb/load-folder.ts'
import { openKnowledgeBase } from '../src/kb/open.ts'
import type { Finding } from '../src/model/finding.ts'
import type { SourceFile } from '../src/prove/program.ts'
import { parseRecords, recordedToolchains } from '../src/prove/records.ts'
import { why } from '../src/why.ts'

export const parsedEntries = loadFolder('kb')
export const kb = openKnowledgeBase(sourceOfBytes(compileKnowledgeBase(parsedEntries, () => [])))
export const records = (await recordedToolchains('records')).map(toolchain => ({
  toolchain,
  lines: parseRecords(readFileSync(`records/${toolchain}.jsonl`, 'utf8')),
}))

export const parse = await openParse(new Set(['go', 'python']), 'node_modules/@vscode/tree-sitter-wasm/wasm')

const encoder = new TextEncoder()
const known = new Map<string, readonly Finding[]>()

/** What the pipeline finds in a text, remembered: versions often print the same. */
export function explainText(output: string, files: readonly SourceFile[] = []): readonly Finding[] {
  const before = known.get(output)
  if (before !== undefined) return before
  const report = why([{ name: '-', bytes: encoder.encode(output) }], kb)
  // What the source decides differs from program to program.
  if (report.findings.some(({ suspects }) => suspects.length > 0))
    return decideSuspects(report, files, parse).findings
  known.set(output, report.findings)
  return report.findings
}
