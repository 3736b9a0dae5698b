// What every verb of the command line implements, and what it is called with.

import type { Language } from '../model/language.ts'

/** One of the two output streams. */
export interface Output {
  readonly terminal: boolean
  readonly color: boolean
  /** Cells of a line: of the terminal, else `COLUMNS`, else 80. */
  readonly width: number
  /** Writes at once and in order; a reader that went away (`| head`) ends the process quietly. */
  readonly write: (text: string) => void
}

/** One command line, taken apart. */
export interface Call {
  /** The name from the verb table; one module may serve several. */
  readonly verb: string
  /** What is left after the options; of `run`, the command word by word. */
  readonly args: readonly string[]
  /** Options without a value that were given: `json`, `all`. */
  readonly flags: ReadonlySet<string>
  /** Options with a value, by name; one that may be repeated has its values joined by commas. */
  readonly values: Readonly<Record<string, string>>
  readonly language: Language
  /** Standard output: the answer. */
  readonly out: Output
  /** Standard error: everything else. */
  readonly err: Output
}

/** The file `src/cli/<module>.ts` of a verb exports this. A `Refusal` that it throws is worded and becomes its exit code. */
export interface VerbModule {
  /** Does what the call says and returns the exit code. */
  readonly perform: (call: Call) => number | Promise<number>
}
