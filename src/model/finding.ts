// A failure together with the entry that explains it.

import type { Entry } from './entry.ts'
import type { Failure } from './failure.ts'
import type { Words } from './language.ts'

/**
 * `exact`: the text matches a signature whose literal words identify the entry. `likely`: the kind is certain,
 * the entry is the best of a few. `guess`: only similar. `none`: nothing known.
 */
export type Confidence = 'exact' | 'likely' | 'guess' | 'none'

/** The parts of a message that a signature's slots took, by name. */
export type Slots = Readonly<Record<string, string>>

/** A stretch of a file that another text replaces. */
export interface TextChange {
  /** Relative to the source folder. */
  readonly path: string
  /** UTF-16 units into the file's text from 0, end exclusive; equal for an insertion. */
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Edit {
  readonly title: Words
  /** The program compiles after it and does what its writer meant. */
  readonly certain: boolean
  readonly changes: readonly TextChange[]
  /** The same, unified; paths relative to the source folder. */
  readonly diff: string
}

/** What the reader's source tells of one failure, beyond what its entry says of all. */
export interface Note {
  readonly text: Words
  /** What it speaks of: a file, relative to the source folder or as printed, and a line of it from 1; null: of the failure. */
  readonly place: { readonly file: string; readonly line: number } | null
}

export interface Finding {
  /** Index into the report's inputs. */
  readonly input: number
  readonly failure: Failure
  /** Null when nothing known fits. */
  readonly entry: Entry | null
  readonly confidence: Confidence
  /** It was the reader's source that told the entry, not the message. */
  readonly toldBySource?: true
  /** The tool's own code: as printed, else as the entry knows it; null when there is none. */
  readonly code: string | null
  readonly slots: Slots
  /** Other entries that it could be, best first. */
  readonly alternatives: readonly Entry[]
  /** Entries that only the reader's source can tell: their message fits, and an inspection decides. */
  readonly suspects: readonly Suspect[]
  readonly edits: readonly Edit[]
  /** What the source tells besides, in the order to read it; absent: nothing. */
  readonly notes?: readonly Note[]
  /** How many equal failures this one stands for. */
  readonly count: number
}

export interface Suspect {
  readonly entry: Entry
  /** The inspection that decides. */
  readonly when: string
  readonly slots: Slots
  readonly code: string | null
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
