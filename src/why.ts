// The one pipeline: bytes -> envelope -> reader -> failures -> signatures -> findings.

import { type Match, type Matches, matchFailure } from './match/match-failure.ts'
import { openSignatures, type SignatureIndex } from './match/signature-index.ts'
import type { Failure } from './model/failure.ts'
import type { Finding, InputSummary, Report } from './model/finding.ts'
import type { KnowledgeBase } from './model/knowledge-base.ts'
import { countLineBreaks } from './read/count-line-breaks.ts'
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

/** A text and everything that a format read in it. Null when the bytes are no text. */
export function readText(bytes: Uint8Array): { text: string; failures: readonly Failure[] } | null {
  const decoded = decodeText(bytes)
  return 'binary' in decoded ? null : { text: decoded.text, failures: readFailures(decoded.text) }
}

/** Reads one input; where no format reads anything, each line as a message by itself. Null when it is binary. */
export function readInput({ name, bytes }: Input): Reading | null {
  const read = readText(bytes)
  if (read === null) return null
  const counter = countFailures()
  counter.add(read.failures.length > 0 ? read.failures : readBareLines(read.text))
  const failures = counter.counted()
  const summary = { name, format: formatOf(failures), bytes: bytes.length, lines: countLines(read.text) }
  return { summary, failures }
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
  const breaks = countLineBreaks(text)
  return text === '' || text.endsWith('\n') ? breaks : breaks + 1
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

/** A failure and the entries that may explain it, best first. */
interface Matched extends Matches {
  readonly failure: Failure
}

/** The failure to explain: of a chain whose root nothing explains, the first consequence that something does. */
function matchLead(root: Failure, match: (failure: Failure) => Matches): Matched {
  const matched = { failure: root, ...match(root) }
  if (isKnown(matched.answers) && matched.answers[0]?.lastResort !== true) {
    // What continues a bare line that is known is part of it.
    return root.tool === null ? { ...matched, failure: { ...root, consequences: [] } } : matched
  }
  // What fails while the broken object is cleaned up says nothing of the cause.
  if (root.consequences.some(({ message }) => message.startsWith('Exception ignored'))) return matched
  for (const lead of root.consequences.slice(0, mostLinks)) {
    const matches = match(lead)
    if (!isKnown(matches.answers) || matches.answers[0]?.lastResort === true) continue
    const others = [{ ...root, consequences: [] }, ...root.consequences.filter(other => other !== lead)]
    return { failure: { ...lead, place: lead.place ?? root.place, consequences: others }, ...matches }
  }
  return matched
}

/** A crash with a stack in which nothing is the reader's own: the compiler's, or a library's. The cause is not theirs. */
function isElsewhere({ frames, place }: Failure): boolean {
  return place === null && frames.length > 0 && !frames.some(({ own }) => own)
}

/** Syntax errors have no official code; what the compiler puts before them serves as one. */
function kindOf({ message }: Failure): string | null {
  return message.startsWith('syntax error: ') ? 'syntax' : null
}

const opened = new WeakMap<KnowledgeBase, SignatureIndex>()

/** The index of a knowledge base, opened once. */
function signaturesOf(kb: KnowledgeBase): SignatureIndex {
  const index = opened.get(kb) ?? openSignatures(kb.section)
  opened.set(kb, index)
  return index
}

/** Explains readings. Bare lines that nothing explains are left out, unless it is the only one. */
export function explainReadings(readings: readonly Reading[], kb: KnowledgeBase): Report {
  const index = signaturesOf(kb)
  const findings: Finding[] = []
  for (const [input, { failures }] of readings.entries()) {
    for (const { failure: root, count } of failures) {
      const { failure, answers, suspects } = matchLead(root, candidate => matchFailure(candidate, index))
      if (failure.tool === null && !isKnown(answers) && failures.length > 1) continue
      const [best, ...others] = answers
      const entry = best === undefined ? null : kb.entryAt(best.entry)
      findings.push({
        input,
        failure,
        entry,
        code: failure.code ?? best?.code ?? entry?.codes[0] ?? kindOf(failure),
        confidence:
          isElsewhere(failure) && best?.confidence === 'exact' ? 'likely' : (best?.confidence ?? 'none'),
        slots: best?.slots ?? {},
        alternatives: others
          .slice(0, mostAlternatives)
          .map(match => kb.entryAt(match.entry))
          .filter(entry => entry !== null),
        suspects: suspects.flatMap(({ entry: number, slots, code, when = '' }) => {
          const suspect = kb.entryAt(number)
          return suspect === null
            ? []
            : [{ entry: suspect, when, slots, code: failure.code ?? code ?? suspect.codes[0] ?? null }]
        }),
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
