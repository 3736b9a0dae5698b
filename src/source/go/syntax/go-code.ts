// Go source that the compiler's parser refuses: its tokens, and the first that cannot stand where it does.

import type { Change } from '../../inspection.ts'
import { applyChanges } from '../../unified-diff.ts'
import type { Within } from './accept-cursor.ts'
import { acceptGo } from './accept-go.ts'
import { lexGo, type Token } from './lex-go.ts'

export interface GoCode {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly comments: readonly Token[]
  /** Index of the token refused. */
  readonly at: number
  readonly within: Within
  /** Index of the token that begins the top-level declaration which the parser was in, as it saw it. */
  readonly declaration: number
  /** Offsets at which top-level declarations begin, by the look of their first word in the first column. */
  readonly declarations: readonly number[]
}

const declares = new Set(['func', 'type', 'var', 'const', 'import'])

function declarationsOf(tokens: readonly Token[], text: string): readonly number[] {
  return tokens
    .filter(
      ({ kind, text: word, start }) =>
        kind === 'keyword' && declares.has(word) && (start === 0 || text[start - 1] === '\n'),
    )
    .map(({ start }) => start)
}

/**
 * The code of `text` with its fault nearest to `line` (from 1): the first of the file, or the first of the declaration
 * at that line when it has one of its own. Null when there is none.
 */
export function readGoCode(text: string, line: number): GoCode | null {
  const { tokens, comments } = lexGo(text)
  const first = acceptGo(tokens)
  if (first === null) return null
  const declarations = declarationsOf(tokens, text)
  const code = { text, tokens, comments, declarations, ...first }
  const own = declarations.findLast(start => lineOf(tokens, start) <= line)
  if (own === undefined || own <= (tokens[first.at]?.start ?? 0)) return code
  const from = tokens.findIndex(({ start }) => start >= own)
  const later = acceptGo(tokens.slice(from), 'declarations')
  if (later === null) return code
  const at = from + later.at
  // A fault still further down is not the one that was reported here.
  return (tokens[at]?.line ?? 0) > line + 1
    ? code
    : { ...code, at, within: later.within, declaration: from + later.declaration }
}

function lineOf(tokens: readonly Token[], offset: number): number {
  return tokens.find(({ start }) => start >= offset)?.line ?? 0
}

/** Whether the declarations around the fault and the changes are accepted after them. */
export function mends(
  { text, tokens, at, declaration, declarations }: GoCode,
  changes: readonly Change[],
): boolean {
  const fault = tokens[at]?.start ?? text.length
  const begin = tokens[declaration]?.start ?? fault
  const low = Math.min(fault, begin, ...changes.map(({ start }) => start))
  const high = Math.max(fault, ...changes.map(({ end }) => end))
  const from = declarations.findLast(start => start <= low) ?? 0
  // A backquote makes code of what was text, and text of what was code.
  const isRaw = changes.some(change => change.text.includes('`'))
  const to = isRaw ? text.length : (declarations.find(start => start > high) ?? text.length)
  const moved = changes.map(({ start, end, text: fresh }) => ({
    start: start - from,
    end: end - from,
    text: fresh,
  }))
  const part = applyChanges(text.slice(from, to), moved)
  return acceptGo(lexGo(part).tokens, from === 0 ? 'file' : 'declarations') === null
}

export function insertion(at: number, text: string): Change {
  return { start: at, end: at, text }
}

export function replacement({ start, end }: Pick<Token, 'start' | 'end'>, text: string): Change {
  return { start, end, text }
}

/** The offset at which the line of `offset` begins. */
export function startOfLineAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The white space that the line of `offset` begins with. */
export function indentAt(text: string, offset: number): string {
  const start = startOfLineAt(text, offset)
  let end = start
  while (text[end] === '\t' || text[end] === ' ') end++
  return text.slice(start, end)
}

/** Whether only white space stands before it on its line. */
export function isFirstOnLine(text: string, { start }: Token): boolean {
  return start === startOfLineAt(text, start) + indentAt(text, start).length
}

/** A token by its index; the last one beyond the end. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  return tokens[Math.max(0, Math.min(at, tokens.length - 1))] ?? nothing
}

const nothing: Token = { kind: 'end', text: '', start: 0, end: 0, line: 0 }
