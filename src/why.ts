// The one pipeline: bytes -> envelope -> reader -> failures -> signatures -> findings.

import { type Match, matchFailure } from './match/match-failure.ts'
import { openSignatures } from './match/signature-index.ts'
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

/** A failure and how often it was read. */
export interface CountedFailure {
  readonly failure: Failure
  readonly count: number
}

/** What one input holds: everything that failed in it, and how it was read. */
export interface Reading {
  readonly summary: InputSummary
  readonly failures: readonly CountedFailure[]
}

/** Gathers failures, equal ones under a count: a log may repeat one a million times. */
export interface FailureCounter {
  readonly add: (failures: readonly Failure[]) => void
  /** In the order in which each was first read. */
  readonly counted: () => readonly CountedFailure[]
}

export function countFailures(): FailureCounter {
  const known = new Map<string, { failure: Failure; count: number }>()
  return {
    add: failures => {
      for (const failure of failures) {
        const key = keyOf(failure)
        const before = known.get(key)
        if (before === undefined) known.set(key, { failure, count: 1 })
        else before.count++
      }
    },
    counted: () => [...known.values()],
  }
}

/** The failures of one text. Null when the bytes are no text. */
export function readText(bytes: Uint8Array): { failures: readonly Failure[]; lines: number } | null {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) return null
  const failures = readFailures(decoded.text)
  return {
    failures: failures.length > 0 ? failures : readBareLines(decoded.text),
    lines: countLines(decoded.text),
  }
}

/** Reads one input. Null when it is binary. */
export function readInput({ name, bytes }: Input): Reading | null {
  const text = readText(bytes)
  if (text === null) return null
  const counter = countFailures()
  counter.add(text.failures)
  const failures = counter.counted()
  return { summary: { name, format: formatOf(failures), bytes: bytes.length, lines: text.lines }, failures }
}

/** The format that most failures were read by; `text` where none was. */
export function formatOf(failures: readonly CountedFailure[]): string {
  const counts = new Map<string, number>()
  for (const { failure, count } of failures) {
    counts.set(failure.format, (counts.get(failure.format) ?? 0) + count)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'text'
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return text === '' || text.endsWith('\n') ? lines : lines + 1
}

/** Failures with the same message at the same place are equal, whichever goroutine or thread they were in. */
function keyOf({ message, place, details }: Failure): string {
  return place === null
    ? [message, ...details].join('\n')
    : [message, place.file, place.line, place.column].join('\n')
}

function isKnown([best]: readonly Match[]): boolean {
  return best !== undefined && best.confidence !== 'guess'
}

/** How many links of a chain are looked at for one that is known. */
const mostLinks = 8

/** The failure to explain: of a chain whose root nothing explains, the first consequence that something does. */
function leadOf(root: Failure, known: (failure: Failure) => boolean): Failure {
  if (root.tool === null || root.consequences.length === 0 || known(root)) return root
  // What fails while the broken object is cleaned up says nothing of the cause.
  if (root.consequences.some(({ message }) => message.startsWith('Exception ignored'))) return root
  const lead = root.consequences.slice(0, mostLinks).find(known)
  if (lead === undefined) return root
  const others = [{ ...root, consequences: [] }, ...root.consequences.filter(other => other !== lead)]
  return { ...lead, place: lead.place ?? root.place, consequences: others }
}

/** A crash with a stack in which nothing is the reader's own: the compiler's, or a library's. The cause is not theirs. */
function isElsewhere({ frames, place }: Failure): boolean {
  return place === null && frames.length > 0 && !frames.some(({ own }) => own)
}

/** Explains readings. Bare lines that nothing explains are left out, unless it is the only one. */
export function explainReadings(readings: readonly Reading[], kb: KnowledgeBase): Report {
  const index = openSignatures(kb.section)
  const summaries = kb.summaries()
  const toolOf = (entry: number): Tool => (summaries[entry]?.id.startsWith('python/') ? 'python' : 'go')
  const findings: Finding[] = []
  for (const [input, { failures }] of readings.entries()) {
    for (const { failure: read, count } of failures) {
      const failure = leadOf(read, candidate => isKnown(matchFailure(candidate, index, toolOf)))
      const [best, ...others] = matchFailure(failure, index, toolOf)
      const isUnsure = best === undefined || best.confidence === 'guess'
      if (failure.tool === null && isUnsure && failures.length > 1) continue
      findings.push({
        input,
        failure,
        entry: best === undefined ? null : kb.entryAt(best.entry),
        confidence:
          isElsewhere(failure) && best?.confidence === 'exact' ? 'likely' : (best?.confidence ?? 'none'),
        slots: best?.slots ?? {},
        alternatives: others
          .slice(0, mostAlternatives)
          .map(match => kb.entryAt(match.entry))
          .filter(entry => entry !== null),
        edits: [],
        count,
      })
    }
  }
  return { inputs: readings.map(({ summary }) => summary), findings }
}

/** Explains everything that failed in `inputs`, binary ones left out. Pure: runs in a browser as well. */
export function why(inputs: readonly Input[], kb: KnowledgeBase): Report {
  return explainReadings(
    inputs.map(readInput).filter(reading => reading !== null),
    kb,
  )
}
