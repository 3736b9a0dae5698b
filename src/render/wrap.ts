// Breaks styled text into lines of a terminal, by the rules of both languages.

import type { Line, Span, Style } from './paint.ts'
import { charWidth } from './width.ts'

// No line starts with these …
const closing = new Set('，。、；：？！）」』】》〉”’…—～％,.;:?!)]}%·')
// … and none ends with these.
const opening = new Set('（「『【《〈“‘([{')

interface Char {
  readonly text: string
  readonly style: Style
  readonly cells: number
}

/** What is never broken inside: a word, or one Chinese character with the punctuation that clings to it. */
interface Atom {
  readonly chars: readonly Char[]
  readonly cells: number
  /** Cells of it without the spaces at its end, which may hang over. */
  readonly solid: number
}

/**
 * The text in lines of at most `width` cells, at least one. `hang` is how many cells every line but the first is
 * indented by. A word longer than a line is broken where it must be.
 */
export function wrapSpans(spans: readonly Span[], width: number, hang = 0): readonly Line[] {
  const lines: Char[][] = [[]]
  const room = Math.max(8, width)
  let used = 0
  const newLine = () => {
    lines.push(hang > 0 ? [{ text: ' '.repeat(hang), style: 'plain', cells: hang }] : [])
    used = hang
  }
  let fresh = true
  for (const atom of atomsOf(spans)) {
    if (!fresh && used + atom.solid > room) {
      newLine()
      fresh = true
    }
    for (const char of atom.chars) {
      if (used + char.cells > room) {
        if (char.text === ' ') continue
        newLine()
      }
      lines[lines.length - 1]?.push(char)
      used += char.cells
    }
    if (atom.chars.length > 0) fresh = false
  }
  return lines.map(joinChars)
}

function atomsOf(spans: readonly Span[]): readonly Atom[] {
  const chars: Char[] = []
  for (const { text, style } of spans) {
    for (const char of text) {
      const cells = charWidth(char.codePointAt(0) ?? 0)
      const before = chars[chars.length - 1]
      // A combining mark belongs to the character before it.
      if (cells === 0 && before) chars[chars.length - 1] = { ...before, text: before.text + char }
      else chars.push({ text: char, style, cells })
    }
  }
  const atoms: Atom[] = []
  let from = 0
  for (let i = 1; i <= chars.length; i++) {
    const before = chars[i - 1]
    const after = chars[i]
    if (before === undefined) continue
    if (after !== undefined && !mayBreak(before, after)) continue
    atoms.push(atomOf(chars.slice(from, i)))
    from = i
  }
  return atoms
}

function mayBreak(before: Char, after: Char): boolean {
  if (after.text === ' ') return false
  // The `…` that stands for what was cut belongs to the sentence before it.
  if (before.text === ' ') return after.text !== '…'
  if (opening.has(before.text) || closing.has(after.text)) return false
  // `fmt.Println` and `有了 GIL`: between Chinese characters, or one of them and a word.
  return before.cells === 2 || after.cells === 2
}

function atomOf(chars: readonly Char[]): Atom {
  const cells = chars.reduce((sum, c) => sum + c.cells, 0)
  let end = chars.length
  while (end > 0 && chars[end - 1]?.text === ' ') end--
  return { chars, cells, solid: chars.slice(0, end).reduce((sum, c) => sum + c.cells, 0) }
}

function joinChars(chars: readonly Char[]): Line {
  const line: { text: string; style: Style }[] = []
  for (const { text, style } of chars) {
    const last = line[line.length - 1]
    if (last?.style === style) last.text += text
    else line.push({ text, style })
  }
  return line
}

/** The first cells of a line, at most `width`, with `…` where something was cut. */
export function cutLine(spans: readonly Span[], width: number): Line {
  const chars = spans.flatMap(s =>
    [...s.text].map(text => ({ text, style: s.style, cells: charWidth(text.codePointAt(0) ?? 0) })),
  )
  if (chars.reduce((sum, c) => sum + c.cells, 0) <= width) return spans
  const kept: Char[] = []
  let used = 0
  for (const char of chars) {
    if (used + char.cells > width - 1) break
    kept.push(char)
    used += char.cells
  }
  return joinChars([...kept, { text: '…', style: 'dim', cells: 1 }])
}
