// Reads the frames of one traceback: `File "…", line N, in f`, the source below it and the marks below that.

import type { Lines } from '../reader.ts'
import { isCaretLine } from './caret-line.ts'
import { parseExceptionLine } from './exception-line.ts'
import { type FrameLine, parseFrameLine } from './frame-line.ts'
import { insideMargin } from './margin.ts'

/** A frame with what is printed below it, indentation kept. */
export interface PrintedFrame extends FrameLine {
  readonly source: string | null
  readonly carets: string | null
}

export interface Stack {
  /** Outermost first, as printed. */
  readonly frames: readonly PrintedFrame[]
  /** The line after the last one that belongs to the stack. */
  readonly end: number
}

/** How many lines of other streams may stand between two frames. */
const reach = 40

// `  [Previous line repeated 996 more times]`, `    ...<5 lines>...`
const elision = /^\s*(?:\[Previous line repeated \d+ more times?\]|\.\.\.<\d+ lines?>\.\.\.)\s*$/

/** Reads the frames from line `at` on, passing over lines of other streams among them. */
export function readStack(lines: Lines, at: number, margin: string): Stack {
  const frames: PrintedFrame[] = []
  let end = at
  let next = at
  while (next < lines.length) {
    const text = insideMargin(lines[next], margin)
    const opened = text === null ? null : parseFrameLine(text)
    const last = frames.at(-1)
    // `File "x.py", line 2` without a function stands above a SyntaxError and ends the stack.
    if (last?.function === null && (opened || text === null || !belongsToFrame(text, last))) break
    if (opened) frames.push({ ...opened, source: null, carets: null })
    else if (text !== null && last && belongsToFrame(text, last)) {
      if (isCaretLine(text)) {
        if (last.source !== null && last.carets === null)
          frames[frames.length - 1] = { ...last, carets: text }
      } else if (last.source === null && !elision.test(text)) {
        frames[frames.length - 1] = { ...last, source: text }
      }
    } else {
      if (text !== null && parseExceptionLine(text)?.typical) break
      const resumed = nextFrame(lines, next, margin)
      if (resumed < 0) break
      next = resumed
      continue
    }
    next++
    end = next
  }
  return { frames, end }
}

function belongsToFrame(text: string, frame: PrintedFrame): boolean {
  if (text.trim() === '') return false
  if (elision.test(text) || isCaretLine(text)) return true
  // A paste that lost all indentation: the line below `File "…"` is its source.
  if (frame.indent === 0) return frame.source === null && !parseExceptionLine(text)?.typical
  const indent = text.length - text.trimStart().length
  return indent > frame.indent || (indent > 0 && text.startsWith('\t'))
}

/** The line of the next frame of this same stack, over at most `reach` lines of other streams; -1 when it is over. */
function nextFrame(lines: Lines, from: number, margin: string): number {
  const until = Math.min(lines.length, from + reach)
  for (let index = from; index < until; index++) {
    const text = insideMargin(lines[index], margin)
    if (text === null) continue
    const frame = parseFrameLine(text)
    if (frame) return index
    const line = lines[index] ?? ''
    if (
      line.includes('Traceback (most recent call last)') ||
      /^\s*Call stack:|---------------- \d/.test(line)
    )
      return -1
    if (index > from && text !== '' && parseExceptionLine(text)?.typical) return -1
    // Another exception's own words: `Exception in thread …`, `The above exception …`
    if (/^(?:Exception (?:in thread|ignored)|The above exception|During handling|Stack \(most)/.test(text))
      return -1
  }
  return -1
}
