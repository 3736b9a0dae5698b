// Where something stands in a source file, and in which unit its column counts.

/** Go counts bytes, Python's carets count code points; both from 1. */
export type ColumnUnit = 'bytes' | 'code-points'

export interface Position {
  /** As the tool printed it, with `./` removed and `\` turned to `/`; may be absolute. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in `unit`; null where the tool gives none. */
  readonly column: number | null
  readonly unit: ColumnUnit
}

const encoder = new TextEncoder()

/** The column of `position` in code points from 1, given the text of its line. The one place where units meet. */
export function columnInCodePoints(position: Position, line: string): number | null {
  if (position.column === null || position.unit === 'code-points') return position.column
  let bytes = 1
  let column = 1
  for (const char of line) {
    if (bytes >= position.column) break
    bytes += encoder.encode(char).length
    column++
  }
  return column
}
