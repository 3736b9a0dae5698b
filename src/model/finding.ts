// A failure together with the entry that explains it.

import type { Entry } from './entry.ts'
import type { Failure } from './failure.ts'

/**
 * `exact`: the text matches a signature whose literal words identify the entry. `likely`: the kind is certain,
 * the entry is the best of a few. `guess`: only similar. `none`: nothing known.
 */
export type Confidence = 'exact' | 'likely' | 'guess' | 'none'

/** The parts of a message that a signature's slots took, by name. */
export type Slots = Readonly<Record<string, string>>

export interface Edit {
  readonly title: string
  /** The program compiles after it and does what its writer meant. */
  readonly certain: boolean
  /** Unified, paths relative to the source folder. */
  readonly diff: string
}

export interface Finding {
  /** Index into the report's inputs. */
  readonly input: number
  readonly failure: Failure
  /** Null when nothing known fits. */
  readonly entry: Entry | null
  readonly confidence: Confidence
  /** The tool's own code: as printed, else as the entry knows it; null when there is none. */
  readonly code: string | null
  readonly slots: Slots
  /** Other entries that it could be, best first. */
  readonly alternatives: readonly Entry[]
  readonly edits: readonly Edit[]
  /** How many equal failures this one stands for. */
  readonly count: number
}

export interface InputSummary {
  /** `-` is standard input. */
  readonly name: string
  /** The format most failures were read by; `text` where none was. */
  readonly format: string
  readonly bytes: number
  readonly lines: number
}

export interface Report {
  readonly inputs: readonly InputSummary[]
  readonly findings: readonly Finding[]
}
