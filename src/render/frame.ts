// The code frame: the reader's line, its neighbours, and what is meant underlined.

import type { Slots } from '../model/finding.ts'
import { escapeControls } from './escape.ts'
import { type Line, span } from './paint.ts'
import type { PlaceView } from './place-view.ts'
import { charWidth, textWidth } from './width.ts'
import { cutLine } from './wrap.ts'

/** From and to: code points of a line from 0, end exclusive; or lines from 1, both shown. */
type Range = readonly [start: number, end: number]

const tabStop = 4

/** The frame in lines of at most `width` cells; empty when no source line is at hand. */
export function layOutFrame(place: PlaceView, slots: Slots, width: number): readonly Line[] {
  const [first, last] = shownLines(place)
  const digits = String(last).length
  const room = width - digits - 5
  const at = place.lines?.[place.line - 1] ?? place.echo
  if (at === undefined || at === null) return []
  const range = markedRange(at, place, slots)
  const window = windowOf(at, range, room)
  const out: Line[] = []
  const code = (line: string) => cutLine([span(cropCells(expand(line), window))], room)
  for (let n = first; n <= last; n++) {
    const line = n === place.line ? at : (place.lines?.[n - 1] ?? '')
    const number = String(n).padStart(digits)
    if (n !== place.line) {
      out.push([
        span(
          `  ${number} │ ${code(line)
            .map(s => s.text)
            .join('')}`,
          'dim',
        ),
      ])
      continue
    }
    out.push([span('>', 'error'), span(` ${number} │ `, 'dim'), ...code(line)])
    if (range === null) continue
    const start = cellsTo(at, range[0]) - window
    const cells = Math.max(1, cellsTo(at, range[1]) - cellsTo(at, range[0]))
    const carets = '^'.repeat(Math.max(1, Math.min(cells, room - start)))
    out.push([span(`  ${' '.repeat(digits)} │ `, 'dim'), span(' '.repeat(start)), span(carets, 'error')])
  }
  return out
}

/** Two lines before and one after, without blank lines at either end. */
function shownLines({ lines, line }: PlaceView): Range {
  if (lines === null) return [line, line]
  let first = Math.max(1, line - 2)
  let last = Math.min(lines.length, line + 1)
  while (first < line && lines[first - 1]?.trim() === '') first++
  while (last > line && lines[last - 1]?.trim() === '') last--
  return [first, Math.max(line, last)]
}

/** What to underline: what the tool marked, the slot or word at its column, else the only place of a slot's value. */
export function markedRange(line: string, place: PlaceView, slots: Slots): Range | null {
  const chars = [...line]
  if (place.marked !== null && place.marked[0] < chars.length && place.marked[1] > place.marked[0]) {
    return [place.marked[0], Math.min(place.marked[1], chars.length)]
  }
  const values = Object.values(slots).filter(v => v.length > 0 && v.length <= 200)
  if (place.column !== null) {
    const start = place.column - 1
    if (start >= chars.length) return chars.length > 0 ? [chars.length, chars.length + 1] : null
    const rest = chars.slice(start).join('')
    const value = values.filter(v => startsWithWord(rest, v)).sort((a, b) => b.length - a.length)[0]
    if (value !== undefined) return [start, start + [...value].length]
    return [start, start + [...firstToken(rest)].length]
  }
  const places = values.flatMap(v => wordPlaces(line, v))
  const [only] = places
  return only !== undefined && places.length === 1 ? only : null
}

/** The name, the quoted text or the one character that a code text begins with. */
function firstToken(code: string): string {
  const quote = code[0] ?? ''
  // `"os"` of `import "os"`
  const end = '"\'`'.includes(quote) ? code.indexOf(quote, 1) : -1
  if (end > 0) return code.slice(0, end + 1)
  return /^[\p{L}\p{N}_]+/u.exec(code)?.[0] ?? code.slice(0, 1) // "total := price * n"
}

function startsWithWord(text: string, value: string): boolean {
  return text.startsWith(value) && !(isWord(value.at(-1)) && isWord(text[value.length]))
}

function wordPlaces(line: string, value: string): readonly Range[] {
  const found: Range[] = []
  for (let at = line.indexOf(value); at >= 0; at = line.indexOf(value, at + value.length)) {
    if (isWord(line[at - 1]) && isWord(value[0])) continue
    if (!startsWithWord(line.slice(at), value)) continue
    const start = [...line.slice(0, at)].length
    found.push([start, start + [...value].length])
  }
  return found
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}_]/u.test(char)
}

function expand(line: string): string {
  let out = ''
  let cells = 0
  for (const char of line) {
    const shown = char === '\t' ? ' '.repeat(tabStop - (cells % tabStop)) : escapeControls(char)
    out += shown
    cells += textWidth(shown)
  }
  return out
}

function cellsTo(line: string, codePoints: number): number {
  const chars = [...line]
  const beyond = Math.max(0, codePoints - chars.length)
  return textWidth(expand(chars.slice(0, codePoints).join(''))) + beyond
}

/** The cells to leave out on the left so that the mark of a long line is seen. */
function windowOf(line: string, range: Range | null, room: number): number {
  if (range === null || textWidth(expand(line)) <= room) return 0
  const end = cellsTo(line, range[1])
  if (end <= room - 1) return 0
  return Math.max(0, cellsTo(line, range[0]) - Math.floor(room / 3))
}

function cropCells(text: string, from: number): string {
  if (from === 0) return text
  let cells = 0
  let out = ''
  for (const char of text) {
    if (cells >= from) out += char
    else if (cells + charWidth(char.codePointAt(0) ?? 0) > from) out += ' '
    cells += charWidth(char.codePointAt(0) ?? 0)
  }
  return out
}
