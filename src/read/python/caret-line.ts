// The line of `~` and `^` under a source line, and the part of the source that it marks.

import type { Echo } from '../../model/failure.ts'

// `           ~~~~~~^^^^^^^`; nothing else may stand in it
const carets = /^[\s~^]+$/

export function isCaretLine(text: string): boolean {
  return text.length <= 4096 && (text.includes('^') || text.includes('~')) && carets.test(text)
}

// CJK, kana, Hangul, full-width forms and emoji take two cells
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u

/** Where carets count: a SyntaxError's in code points, a frame's (3.11 and later) in terminal cells. */
export type CaretUnit = 'code-points' | 'cells'

/**
 * The echo of a printed source line and the caret line below it, both with their indentation; the marked part
 * reaches from the first mark to the last one. A mark beyond the end of the line is the empty part at its end.
 */
export function echoOf(source: string, caretLine: string | null, unit: CaretUnit): Echo {
  const text = source.trim()
  if (caretLine === null) return { source: text, marked: null }
  const first = caretLine.search(/[~^]/)
  if (first < 0) return { source: text, marked: null }
  const indent = source.length - source.trimStart().length
  const last = caretLine.trimEnd().length
  const points = [...text]
  const start = unit === 'cells' ? cellsToPoints(points, first - indent) : first - indent
  const end = unit === 'cells' ? cellsToPoints(points, last - indent) : last - indent
  const clamp = (value: number): number => Math.max(0, Math.min(value, points.length))
  return { source: text, marked: [clamp(start), clamp(end)] }
}

function cellsToPoints(points: readonly string[], cells: number): number {
  let taken = 0
  let index = 0
  for (const point of points) {
    if (taken >= cells) return index
    taken += wide.test(point) ? 2 : 1
    index++
  }
  return taken >= cells ? index : index + (cells - taken)
}
