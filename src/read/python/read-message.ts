// Reads what follows the frames: the exception's line, the lines that continue its message, its notes.

import type { Lines } from '../reader.ts'
import { type ExceptionLine, parseExceptionLine } from './exception-line.ts'
import { parseFrameLine } from './frame-line.ts'
import { insideMargin } from './margin.ts'
import { beginsSomethingElse, isLogLine } from './other-stream.ts'

export interface Message extends ExceptionLine {
  /** Line of the exception. */
  readonly at: number
  readonly details: readonly string[]
  /** The line after the last one of the message. */
  readonly end: number
}

/** How many lines of other streams may stand between the frames and the exception. */
const reach = 12
/** A message has at most so many lines; what goes on longer is no message. */
const longest = 200
/** So many unindented lines in a row are output of the program, not notes. */
const longestPlainRun = 12

// `The above exception was the direct cause of …`, `During handling of the above exception, …`
const connector = /^(?:The above exception was|During handling of the above)/
// +-+---------------- 1 ----------------
const separator = /^\s*\|?\s*\+[-+]+/
// psycopg's `DETAIL:  Key (id)=(1) already exists.`, SQLAlchemy's `[SQL: …]`, Flask's prose after a blank line
const afterBlank = /^(?:This typically means|DETAIL:|HINT:|\[SQL:|\[parameters:|\(Background on this error)/

/** The exception's line at or shortly after `from`; right at `from` any class name does, later only a typical one. */
export function findException(lines: Lines, from: number, margin: string): number {
  const until = Math.min(lines.length, from + reach)
  for (let index = from; index < until; index++) {
    const text = insideMargin(lines[index], margin)
    if (text === null || text === '') continue
    if (text.includes('Traceback (most recent call last)') || parseFrameLine(text)) return -1
    if (text.startsWith(' ') || text.startsWith('\t')) continue
    if (isLogLine(text)) continue
    const parsed = parseExceptionLine(text)
    if (parsed && (parsed.typical || index === from)) return index
    if (connector.test(text)) return -1
  }
  return -1
}

/** Reads the message that starts on line `at`; null when that line is no exception. */
export function readMessage(lines: Lines, at: number, margin: string): Message | null {
  const first = parseExceptionLine(insideMargin(lines[at], margin) ?? '')
  if (!first) return null
  const details: string[] = []
  let end = at + 1
  let plain = 0
  let indented = first.words === ''
  for (let index = at + 1; index < lines.length && index <= at + longest; index++) {
    const text = insideMargin(lines[index], margin)
    if (text === null || separator.test(text) || connector.test(text) || beginsSomethingElse(text)) break
    if (text.trim() === '') {
      const following = insideMargin(lines[index + 1], margin) ?? ''
      if (!(indented && /^\s+\S/.test(following)) && !afterBlank.test(following)) break
      continue
    }
    // The mark below a remote traceback is no word of its message.
    if (parseFrameLine(text) || /^(?:"""|''')$/.test(text.trim())) break
    indented = /^\s/.test(text)
    plain = indented ? 0 : plain + 1
    if (plain > longestPlainRun) return { ...first, at, details: [], end: at + 1 }
    details.push(text.trim())
    end = index + 1
  }
  return { ...first, at, details, end }
}
