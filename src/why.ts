// The one pipeline: bytes -> envelope -> reader -> failures -> signatures -> findings.

import { matchFailure } from './match/match-failure.ts'
import { openSignatures, type SignatureIndex } from './match/signature-index.ts'
import type { Failure, Tool } from './model/failure.ts'
import type { Finding, InputSummary, Report } from './model/finding.ts'
import type { KnowledgeBase } from './model/knowledge-base.ts'
import { decodeText } from './read/envelope/decode.ts'
import { readBareLines, readFailures } from './read/read-failures.ts'

export interface Input {
  /** As the reader named it; `-` is standard input. */
  readonly name: string
  readonly bytes: Uint8Array
}

const mostAlternatives = 3

/** What one input holds: everything that failed in it, and how it was read. */
export interface Reading {
  readonly summary: InputSummary
  readonly failures: readonly Failure[]
}

/** Reads one input. Null when it is binary. */
export function readInput({ name, bytes }: Input): Reading | null {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return null
  const failures = readFailures(decoded.text)
  const summary = { name, format: formatOf(failures), bytes: bytes.length, lines: countLines(decoded.text) }
  return { summary, failures: failures.length > 0 ? failures : readBareLines(decoded.text) }
}

/** The format that most failures were read by; `text` where none was. */
export function formatOf(failures: readonly Failure[]): string {
  const counts = new Map<string, number>()
  for (const { format } of failures) counts.set(format, (counts.get(format) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'text'
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return text === '' || text.endsWith('\n') ? lines : lines + 1
}

/** Failures that read the same and stand at the same place are one finding with a count. */
function keyOf(failure: Failure): string {
  const { place } = failure
  return [failure.message, ...failure.details, place?.file, place?.line].join('\n')
}

/** Explains failures, grouping equal ones. Bare lines that nothing explains are left out. */
export function explainFailures(
  readings: readonly (readonly Failure[])[],
  kb: KnowledgeBase,
  index: SignatureIndex = openSignatures(kb.section),
): readonly Finding[] {
  const findings = new Map<string, Finding>()
  const summaries = kb.summaries()
  const toolOf = (entry: number): Tool => (summaries[entry]?.id.startsWith('python/') ? 'python' : 'go')
  for (const [input, failures] of readings.entries()) {
    for (const failure of failures) {
      const key = keyOf(failure)
      const known = findings.get(key)
      if (known !== undefined) {
        findings.set(key, { ...known, count: known.count + 1 })
        continue
      }
      const [best, ...others] = matchFailure(failure, index, toolOf)
      if (failure.tool === null && (best === undefined || best.confidence === 'guess') && failures.length > 1)
        continue
      findings.set(key, {
        input,
        failure,
        entry: best === undefined ? null : kb.entryAt(best.entry),
        confidence: best?.confidence ?? 'none',
        slots: best?.slots ?? {},
        alternatives: others
          .slice(0, mostAlternatives)
          .map(match => kb.entryAt(match.entry))
          .filter(entry => entry !== null),
        edits: [],
        count: 1,
      })
    }
  }
  return [...findings.values()]
}

/** Explains everything that failed in `inputs`, binary ones left out. Pure: runs in a browser as well. */
export function why(inputs: readonly Input[], kb: KnowledgeBase): Report {
  const readings = inputs.map(readInput).filter(reading => reading !== null)
  return {
    inputs: readings.map(reading => reading.summary),
    findings: explainFailures(
      readings.map(reading => reading.failures),
      kb,
    ),
  }
}
