// Lines of a text and offsets into it, in UTF-16 units from 0; lines count from 1.

import { indentOf } from '../model/printed-line.ts'
import type { SourceFile } from '../model/source.ts'

/** The offset at which a line begins; the end of the text where it has no such line. */
export function startOfLine(text: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n++) {
    const next = /\r\n|\n|\r/g
    next.lastIndex = at
    const found = next.exec(text)
    if (found === null) return text.length
    at = found.index + found[0].length
  }
  return at
}

/** The line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** The offset of a line and a column in code points from 1; of the line's first code without one. */
export function offsetIn(file: SourceFile, line: number, column: number | null): number {
  const text = file.lines[line - 1] ?? ''
  const units = column === null ? indentOf(text) : [...text].slice(0, column - 1).join('').length
  return startOfLine(file.text, line) + Math.min(units, text.length)
}
