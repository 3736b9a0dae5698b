// The tokens of a reader's file, and where in its functions one of them stands.

import type { SourceFile } from '../../../model/source.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { lexGo, type Token } from '../syntax/lex-go.ts'

const known = new WeakMap<SourceFile, readonly Token[]>()

/** Lexed once for each file. */
export function tokensOf(file: SourceFile): readonly Token[] {
  const before = known.get(file)
  if (before !== undefined) return before
  const { tokens } = lexGo(file.text)
  known.set(file, tokens)
  return tokens
}

/** The index of the token that begins at or first behind an offset. */
export function indexAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokenAt(tokens, middle).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

export const opening: ReadonlySet<string> = new Set(['(', '[', '{'])
export const closing: ReadonlySet<string> = new Set([')', ']', '}'])

/** The index of the bracket that closes the one at `open`; of the last token when there is none. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0
  for (let i = open; i < tokens.length; i++) {
    const { kind, text } = tokenAt(tokens, i)
    if (kind !== 'operator') continue
    if (opening.has(text)) depth++
    if (closing.has(text) && --depth === 0) return i
  }
  return tokens.length - 1
}

/** The index of the bracket around `at`, the innermost one; -1 outside all. */
export function openAround(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const { kind, text } = tokenAt(tokens, i)
    if (kind !== 'operator') continue
    if (closing.has(text)) depth++
    if (opening.has(text) && --depth < 0) return i
  }
  return -1
}

/** The first token of the statement that `at` is in, and the one behind its last. */
export function statementAround(tokens: readonly Token[], at: number): { first: number; end: number } {
  let depth = 0
  let first = at
  for (; first > 0; first--) {
    const { kind, text } = tokenAt(tokens, first - 1)
    if (closing.has(text)) depth++
    if (opening.has(text) && --depth < 0) break
    if (depth === 0 && (kind === 'newline' || text === ';')) break
    // case paid:
    if (depth === 0 && text === ':' && tokenAt(tokens, first).line > tokenAt(tokens, first - 1).line) break
    // The block of the statement before ends on this line: `} else if total := sum(); total > 0 {`.
    if (depth === 1 && text === '}' && tokenAt(tokens, first).line > tokenAt(tokens, first - 1).line) break
  }
  let end = at
  depth = 0
  for (; end < tokens.length - 1; end++) {
    const { kind, text } = tokenAt(tokens, end)
    if (closing.has(text) && --depth < 0) break
    if (opening.has(text)) depth++
    if (depth === 0 && (kind === 'newline' || text === ';')) break
  }
  return { first, end }
}

/** A function, or function literal, around a place. */
export interface FunctionAround {
  /** Index of `func`. */
  readonly keyword: number
  /** Indexes of the braces of its body. */
  readonly open: number
  readonly close: number
  /** Whether it is a literal inside another function. */
  readonly isLiteral: boolean
}

/** The functions around a token, innermost first. */
export function functionsAround(tokens: readonly Token[], at: number): readonly FunctionAround[] {
  const found: FunctionAround[] = []
  for (let open = openAround(tokens, at); open >= 0; open = openAround(tokens, open)) {
    if (tokenAt(tokens, open).text !== '{') continue
    const keyword = keywordOfBlock(tokens, open)
    if (keyword === null || tokenAt(tokens, keyword).text !== 'func') continue
    const before = tokenAt(tokens, keyword - 1)
    const isLiteral =
      !(before.kind === 'newline' || before.text === ';' || keyword === 0) || openAround(tokens, keyword) >= 0
    found.push({ keyword, open, close: closeOf(tokens, open), isLiteral })
  }
  return found
}

const blockKeywords = new Set(['func', 'if', 'for', 'switch', 'select', 'else', 'struct', 'interface'])

/** The index of the keyword whose block opens at `open`; null for composite literals and bare blocks. */
export function keywordOfBlock(tokens: readonly Token[], open: number): number | null {
  let depth = 0
  for (let i = open - 1; i >= 0 && open - i < 400; i--) {
    const { kind, text } = tokenAt(tokens, i)
    if (closing.has(text)) depth++
    if (opening.has(text) && --depth < 0) return null
    if (depth === 0 && kind === 'keyword' && blockKeywords.has(text)) {
      // interface{} and struct{} as a result: func any() interface{} {
      const isType = (text === 'interface' || text === 'struct') && i < open - 1
      if (!isType) return i
    }
    if (depth === 0 && (kind === 'newline' || text === '{')) return null
  }
  return null
}

/** The text between two tokens, the first one included. */
export function textBetween(text: string, tokens: readonly Token[], first: number, end: number): string {
  return end <= first ? '' : text.slice(tokenAt(tokens, first).start, tokenAt(tokens, end - 1).end)
}

/** The parts of a list between two tokens, split at its own commas: indexes of the first token and behind the last. */
export function listItems(
  tokens: readonly Token[],
  first: number,
  end: number,
): readonly { first: number; end: number }[] {
  const items: { first: number; end: number }[] = []
  let depth = 0
  let from = first
  for (let i = first; i < end; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (kind !== 'operator') continue
    if (opening.has(text)) depth++
    if (closing.has(text)) depth--
    if (depth === 0 && text === ',') {
      items.push({ first: from, end: i })
      from = i + 1
    }
  }
  if (from < end) items.push({ first: from, end })
  return items
}

/** The stretch of whole lines that two offsets are in, the last line break included. */
export function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return { start: from, end: to < 0 ? text.length : to + 1 }
}
