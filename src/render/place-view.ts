// The reader's own place of a failure, with the source line behind it where it can be seen.

import type { Failure } from '../model/failure.ts'
import { columnInCodePoints } from '../model/position.ts'
import { indentOf, isAsPrinted, printedLine } from '../model/printed-line.ts'
import type { SourceLookup } from '../model/source.ts'

export interface PlaceView {
  /** Relative to the source folder where the file was found there, else as printed. */
  readonly file: string
  readonly line: number
  /** Code points from 1; null where it is not known. */
  readonly column: number | null
  /** The file's lines, when it was found and still holds what the tool saw. */
  readonly lines: readonly string[] | null
  /** The line as the output shows it, when the file is not at hand. */
  readonly echo: string | null
  /** What the tool marked, in code points of the source line, from 0, end exclusive. */
  readonly marked: readonly [start: number, end: number] | null
}

/** Null when the output names no place of the reader's. */
export function viewPlace(failure: Failure, source: SourceLookup): PlaceView | null {
  const { place, echo } = failure
  if (place === null) return null
  const printed = printedLine(failure)
  const found = source(place.file)
  const line = found?.lines[place.line - 1]
  const same = isAsPrinted(line, printed)
  const shown = same ? line : printed
  const shift = shown !== undefined && echo ? Math.max(0, indentOf(shown) - indentOf(echo.source)) : 0
  const marked = echo?.marked ?? null
  // Python's carets tell a column only where the line's own indentation is known.
  const caret = marked !== null && same ? marked[0] + shift + 1 : null
  return {
    file: found?.path ?? place.file,
    line: place.line,
    column: columnOf(failure, same ? line : undefined, printed) ?? caret,
    lines: same && found ? found.lines : null,
    echo: printed ?? null,
    marked: marked === null ? null : [marked[0] + shift, marked[1] + shift],
  }
}

function columnOf(failure: Failure, line: string | undefined, printed: string | undefined): number | null {
  const { place } = failure
  if (place === null || place.column === null) return null
  if (line !== undefined) return columnInCodePoints(place, line)
  // Bytes and code points are the same in a line of ASCII; another line than the tool's cannot tell.
  if (place.unit === 'bytes' && printed !== undefined) return columnInCodePoints(place, printed)
  return place.column
}
