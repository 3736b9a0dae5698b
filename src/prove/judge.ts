// Does a proof hold? Compares what its programs printed with what its entry claims.

import type { Entry, Measure } from '../model/entry.ts'
import {
  isBroken,
  type Measured,
  type ProofResult,
  programsOf,
  type Run,
  type RunRole,
  type SkipReason,
  type SourceFile,
} from './program.ts'

/** What the pipeline reads in an output, and in the files of its program; the caller gives it, since `prove` stands below it. */
export type Explain = (output: string, files?: readonly SourceFile[]) => readonly Explained[]

export interface Explained {
  /** The id of an entry; null for a failure that nothing known explains. */
  readonly entry: string | null
  /** `exact`, `likely`, `guess` or `none`. */
  readonly confidence: string
  readonly message?: string
  readonly file?: string
  readonly line?: number
}

/** Why a step holds or not. Words for each are the caller's. */
export type StepReason =
  /** The broken program, or a further one, shows its entry first. */
  | { readonly code: 'shown' }
  /** It shows another entry first, or (null) a failure that no entry explains. */
  | { readonly code: 'shows-other'; readonly entry: string | null; readonly message: string }
  /** It shows its entry first, but only as a guess. */
  | { readonly code: 'unsure' }
  /** Nothing that reads as a failure was printed. */
  | { readonly code: 'shows-nothing' }
  /** The fixed program ends well and shows nothing. */
  | { readonly code: 'clean' }
  /** It still shows this entry, or another one. */
  | { readonly code: 'still-shows'; readonly entry: string }
  /** It ends with an exit code other than 0. */
  | { readonly code: 'fails'; readonly exit: number }
  | { readonly code: 'timed-out' }
  /** The demo printed exactly what the entry says. */
  | { readonly code: 'prints' }
  /** It printed something else; the first line that differs, '' where it has ended. */
  | { readonly code: 'prints-other'; readonly expected: string; readonly printed: string }
  /** A program that was to be measured ran; `compared` has the verdict. */
  | { readonly code: 'measured' }

/** One program, what it did, and whether that is what the entry claims. */
export interface Step extends Run {
  readonly holds: boolean
  readonly reason: StepReason
}

/** One measure of an advice: `after` divided by `before`, against its bar. */
export interface Comparison {
  readonly measure: keyof Measure
  /** The benchmark's name; '' where there is only one program. */
  readonly name: string
  readonly before: number
  readonly after: number
  readonly ratio: number
  /** `<= 0.4`; '' for a measure without one, which is told for information only. */
  readonly bar: string
  readonly holds: boolean
}

export interface Judgement {
  readonly entry: string
  readonly toolchain: string
  readonly version: string
  /** Null: not run, `skipped` says why. */
  readonly holds: boolean | null
  readonly skipped?: SkipReason
  readonly steps: readonly Step[]
  readonly compared: readonly Comparison[]
  /** Measures with a bar for which the programs gave no number. */
  readonly unmeasured: readonly (keyof Measure)[]
}

/** Judges the runs of one entry on one toolchain. */
export function judge(entry: Entry, result: ProofResult, explain: Explain): Judgement {
  const { programs } = programsOf(entry)
  const steps = result.runs.map(run => {
    const files = programs.find(({ role }) => role === run.role)?.files ?? []
    return judgeStep(entry, run, output => explain(output, files))
  })
  const find = (role: RunRole) => result.runs.find(run => run.role === role)?.measured
  const compared = compare(find('before') ?? {}, find('after') ?? {}, entry.measure ?? {})
  const measures = Object.keys(entry.measure ?? {}) as (keyof Measure)[]
  const unmeasured = measures.filter(name => !compared.some(({ measure }) => measure === name))
  const { toolchain, version, skipped } = result
  const holds =
    steps.every(step => step.holds) && compared.every(item => item.holds) && unmeasured.length === 0
  return {
    entry: entry.id,
    toolchain,
    version,
    holds: skipped === undefined ? holds : null,
    ...(skipped === undefined ? {} : { skipped }),
    steps,
    compared,
    unmeasured: skipped === undefined ? unmeasured : [],
  }
}

function judgeStep(entry: Entry, run: Run, explain: Explain): Step {
  const reason = reasonOf(entry, run, explain)
  const holds = ['shown', 'clean', 'prints', 'measured'].includes(reason.code)
  return { ...run, holds, reason }
}

function reasonOf(entry: Entry, run: Run, explain: Explain): StepReason {
  if (isBroken(run.role)) return reasonOfBroken(entry, run, explain)
  if (run.exit === 124) return { code: 'timed-out' }
  switch (run.role) {
    case 'fixed': {
      const shown = explain(run.output).find(found => found.entry !== null && isSure(found))
      if (shown?.entry) return { code: 'still-shows', entry: shown.entry }
      return run.exit === 0 ? { code: 'clean' } : { code: 'fails', exit: run.exit }
    }
    case 'demo':
      if (run.exit !== 0) return { code: 'fails', exit: run.exit }
      return comparePrinted(entry, run.output)
    default:
      return run.exit === 0 ? { code: 'measured' } : { code: 'fails', exit: run.exit }
  }
}

function reasonOfBroken(entry: Entry, run: Run, explain: Explain): StepReason {
  const [first] = explain(run.output)
  if (first === undefined) return run.exit === 124 ? { code: 'timed-out' } : { code: 'shows-nothing' }
  if (first.entry === entry.id) return { code: isSure(first) ? 'shown' : 'unsure' }
  return { code: 'shows-other', entry: first.entry, message: first.message ?? '' }
}

function isSure({ confidence }: Explained): boolean {
  return confidence === 'exact' || confidence === 'likely'
}

function comparePrinted(entry: Entry, output: string): StepReason {
  const expected = linesOf(entry.proof.files.find(file => file.role === 'prints')?.text ?? '')
  const printed = linesOf(output)
  for (let i = 0; i < Math.max(expected.length, printed.length); i++) {
    if (expected[i] !== printed[i])
      return { code: 'prints-other', expected: expected[i] ?? '', printed: printed[i] ?? '' }
  }
  return { code: 'prints' }
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split(/\r?\n/)
}

function compare(before: Measured, after: Measured, bars: Measure): readonly Comparison[] {
  const compared: Comparison[] = []
  for (const [name, values] of Object.entries(before)) {
    for (const measure of ['bytes', 'allocations', 'time'] as const) {
      const first = values[measure]
      const second = after[name]?.[measure]
      if (first === undefined || second === undefined) continue
      const ratio = first === second ? 1 : second / first
      const bar = bars[measure] ?? ''
      compared.push({ measure, name, before: first, after: second, ratio, bar, holds: meetsBar(ratio, bar) })
    }
  }
  return compared
}

/** Whether `ratio` meets a bar such as `<= 0.4` or `>= 1`; no bar is always met, an unreadable one never. */
export function meetsBar(ratio: number, bar: string): boolean {
  if (bar === '') return true
  // <= 0.4
  const [, operator, number] = /^(<=|>=|<|>) *(\d+(?:\.\d+)?)$/.exec(bar.trim()) ?? []
  const bound = Number(number)
  switch (operator) {
    case '<=':
      return ratio <= bound
    case '>=':
      return ratio >= bound
    case '<':
      return ratio < bound
    case '>':
      return ratio > bound
    default:
      return false
  }
}
