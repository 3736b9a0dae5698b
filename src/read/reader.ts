// What every input format implements: find the block that starts on a line, and say what failed in it.

import type { Failure } from '../model/failure.ts'

/** Lines without envelope: no colour codes, no log prefix, no carriage return. */
export type Lines = readonly string[]

export interface Block {
  readonly failures: readonly Failure[]
  /** The first line after the block; always beyond the line that it starts on. */
  readonly end: number
}

/** One input format. Readers are pure and take linear time on any text. */
export interface Reader {
  /** `go-panic`, `pytest`; the failures it reads carry it as their `format`. */
  readonly format: string
  /** A cheap look at one line: may a block of this format start here? */
  readonly starts: (line: string) => boolean
  /**
   * Reads the block that starts on line `at` (0-based). Null when there is none after all, and another format may
   * try. A block may pass over lines of other streams that stand among its own. `Failure.at` counts from 1.
   */
  readonly read: (lines: Lines, at: number) => Block | null
}
