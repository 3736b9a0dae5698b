// A failure as read from some input: what was printed, and where. It knows nothing of entries.

import type { Position } from './position.ts'

/** Whose words a message is in. */
export type Tool = 'go' | 'python'

/** One function of a stack, as printed. */
export interface Frame {
  /** `main.load`, `net/http.(*conn).serve`, `<module>`; '' where the text gives none. */
  readonly function: string
  readonly file: string
  /** From 1; 0 where the text gives none. */
  readonly line: number
  /** The reader's own code, as opposed to the standard library's or a dependency's. */
  readonly own: boolean
  /** The source line that the text shows below the frame, without its indentation. */
  readonly source?: string
}

/** A source line that the tool printed with its message, and the part it marked. */
export interface Echo {
  readonly source: string
  /** Code points into `source`, from 0, end exclusive; null where the text marks nothing. */
  readonly marked: readonly [start: number, end: number] | null
}

/** One of the stacks of a failure that has several: goroutines with equal stacks, or one side of a data race. */
export interface StackGroup {
  /** What they do, as printed: `chan send`, `Previous write`; '' where the text does not tell. */
  readonly state: string
  /** How many goroutines. */
  readonly count: number
  /** For how many whole minutes the longest of them has waited; null where the text does not tell. */
  readonly minutes: number | null
  /** Innermost first. */
  readonly frames: readonly Frame[]
  /** The `go` statement that started them; null for the main goroutine and where the text does not tell. */
  readonly startedAt: Frame | null
}

export interface Failure {
  /** Null for a bare line that no format claimed. */
  readonly tool: Tool | null
  /** The id of the format that read it, e.g. `go-build`, `python-traceback`. */
  readonly format: string
  /**
   * The line that signatures are matched against, verbatim, without its place:
   * `undefined: foo`, `panic: assignment to entry in nil map`, `KeyError: 'id'`.
   */
  readonly message: string
  /** The lines that continue the message, without their indentation: `have (number)`, `want ()`. */
  readonly details: readonly string[]
  /**
   * What the reader of the format concludes from all that was printed, in sentences of its own that signatures are
   * matched against like details: `~ race on a map: …`. Never shown; absent: nothing.
   */
  readonly facts?: readonly string[]
  /** The tool's own code where the text gives it: Python's exception class, a vet analyzer, Go's `[UnusedVar]`. */
  readonly code: string | null
  /** The reader's own place: of the message, or of the innermost own frame. */
  readonly place: Position | null
  /** Innermost first. */
  readonly frames: readonly Frame[]
  /** Of a failure with several stacks all of them, grouped, what matters most first; absent: it has none but `frames`. */
  readonly stacks?: readonly StackGroup[]
  readonly echo: Echo | null
  /** The tool's version where the text tells it: `1.22.12`, `3.13`. */
  readonly version: string | null
  /** Failures that are only a consequence of this one, in the order printed. */
  readonly consequences: readonly Failure[]
  /** The place in the input: first line, from 1, and how many lines the failure takes. */
  readonly at: { readonly line: number; readonly lines: number }
}

/** What a format must say of a failure; the rest takes the values of one that has nothing to add. */
export type FailureParts = Pick<Failure, 'tool' | 'format' | 'message'> & Partial<Failure>

/** A failure from the parts that its format knows. */
export function failureOf(parts: FailureParts): Failure {
  return {
    details: [],
    code: null,
    place: null,
    frames: [],
    echo: null,
    version: null,
    consequences: [],
    at: { line: 1, lines: 1 },
    ...parts,
  }
}

/** The lines behind the first that signatures may ask for: what the reader concluded, then what was printed. */
export function linesBehind({ facts = [], details }: Failure): readonly string[] {
  return facts.length === 0 ? details : [...facts, ...details]
}

/**
 * Where to look in the source: the failure's place or, when the text names a file of the reader's and no line in it,
 * the file's first line. Null where it names neither.
 */
export function placeToLook({ place, frames }: Failure): Position | null {
  if (place !== null) return place
  const frame = frames.find(({ own, line }) => own && line === 0)
  return frame === undefined ? null : { file: frame.file, line: 1, column: null, unit: 'code-points' }
}
