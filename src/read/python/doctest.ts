// Reads the examples that `python -m doctest` found to print something else.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'

const format = 'doctest'

// File "orders.py", line 4, in orders.total
const placeLine = /^\s{0,8}File "(.{1,300})", line (\d{1,9}), in (\S{1,200})$/
const headline = 'Failed example:'
/** The most lines of an example with what it printed. */
const mostLines = 60

function isPlace(lines: Lines, at: number): boolean {
  return (lines[at + 1] ?? '').trim() === headline && placeLine.test(lines[at] ?? '')
}

function read(lines: Lines, at: number): Block | null {
  if (!isPlace(lines, at)) return null
  const [, file = '', line = '', name = ''] = placeLine.exec(lines[at] ?? '') ?? []
  const details: string[] = []
  let end = at + 2
  // A row of stars ends it.
  while (end < lines.length && end < at + mostLines && !/^\*{20,}/.test(lines[end] ?? '')) {
    const text = (lines[end] ?? '').trim()
    if (text !== '') details.push(text)
    end++
  }
  const frame = { function: name, file, line: Number(line), own: true }
  const failure = failureOf({
    tool: 'python',
    format,
    message: headline,
    details,
    frames: [frame],
    place: { file, line: Number(line), column: null, unit: 'code-points' },
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** `File "…", line …, in …` over `Failed example:`. */
export const doctest: Reader = {
  format,
  starts: line => placeLine.test(line),
  read,
}
