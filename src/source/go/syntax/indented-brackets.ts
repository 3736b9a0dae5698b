// Brackets against the indentation of gofmt: which are not closed, or closed twice, and before which line.

import { isFirstOnLine, startOfLineAt, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'

/** A bracket that the indentation says is closed, or not open. */
export interface Suspicion {
  /** `missing`: `openers`, innermost first, are not closed before `token`. `extra`: `token` closes nothing. */
  readonly kind: 'missing' | 'extra'
  readonly openers: readonly Token[]
  readonly token: Token
  /** Whether the one that is missing belongs directly before `token`, not on a line of its own. */
  readonly inLine: boolean
  /** Whether the innermost opener stands in a list whose items end with commas. */
  readonly inList: boolean
}

interface Open {
  readonly token: Token
  /** Columns of the white space before the line that it belongs to. */
  readonly indent: number
}

const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const headers = new Set(['if', 'for', 'switch', 'select', 'func'])

/** The bracket that closes what `opener` opens. */
export function closing(opener: Token): string {
  return closerOf[opener.text] ?? ''
}

/**
 * The line end behind which the code is indented deeper although nothing was opened: `{` or `(` is missing there.
 * Null when there is none. Linear.
 */
export function suspectOpening(tokens: readonly Token[], text: string): Token | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'newline') continue
    const before = tokenAt(tokens, at - 1)
    const next = tokenAt(tokens, at + 1)
    if (next.kind === 'end' || before.text.includes('\n')) continue
    const first = firstOfLine(tokens, at - 1)
    if (widthAt(text, next.start) > widthAt(text, first.start) && isFirstOnLine(text, next)) return token
  }
  return null
}

function firstOfLine(tokens: readonly Token[], at: number): Token {
  let first = tokenAt(tokens, at)
  for (let i = at; i >= 0 && tokenAt(tokens, i).line === first.line; i--) first = tokenAt(tokens, i)
  return first
}

/** Columns of white space that a line begins with; a tab is four. */
function widthAt(text: string, offset: number): number {
  let width = 0
  for (let at = startOfLineAt(text, offset); text[at] === '\t' || text[at] === ' '; at++)
    width += text[at] === '\t' ? 4 : 1
  return width
}

/** The first suspicion in `tokens`; null when brackets and indentation agree. Linear. */
export function suspectBracket(tokens: readonly Token[], text: string): Suspicion | null {
  const open: Open[] = []
  const pending: { depth: number; indent: number }[] = []
  let line = 0
  let width = 0
  for (const [at, token] of tokens.entries()) {
    const { text: word, kind } = token
    if (kind === 'newline') {
      while (pending.at(-1)?.depth === open.length) pending.pop()
      continue
    }
    const isFirst = token.line !== line && kind !== 'end' && isFirstOnLine(text, token)
    if (token.line !== line) {
      line = token.line
      width = widthAt(text, token.start)
    }
    const top = open.at(-1)
    const isCloser = kind === 'operator' && (word === ')' || word === ']' || word === '}')
    if (kind === 'end') return open.length === 0 ? null : missing(open.length, token)
    if (isFirst && top !== undefined && top.token.line < line) {
      const isLabel =
        kind === 'name' && tokenAt(tokens, at + 1).text === ':' && tokenAt(tokens, at + 2).line > line
      const isCase = word === 'case' || word === 'default'
      if (width < top.indent || (width === top.indent && !isCloser && !isCase && !isLabel)) {
        if (!isLabel) return missing(1, token)
      }
      if (isCloser && width > top.indent) return extra(token)
    }
    if (isCloser) {
      if (top === undefined) return extra(token)
      if (closing(top.token) !== word) {
        const below = open.at(-2)
        // `)` where the block of a function literal in the list is still open
        if (below !== undefined && closing(below.token) === word)
          return { ...missing(1, token), inLine: true }
        return null
      }
      open.pop()
      while ((pending.at(-1)?.depth ?? 0) > open.length) pending.pop()
    } else if (kind === 'keyword' && headers.has(word)) pending.push({ depth: open.length, indent: width })
    else if (kind === 'operator' && Object.hasOwn(closerOf, word)) {
      const before = tokenAt(tokens, at - 1).text
      const header = pending.at(-1)
      const isBlock =
        word === '{' && before !== 'struct' && before !== 'interface' && header?.depth === open.length
      if (isBlock) pending.pop()
      open.push({ token, indent: isBlock ? (header?.indent ?? width) : width })
    }
  }
  return null

  function missing(least: number, token: Token): Suspicion {
    const openers: Token[] = []
    let count = 0
    for (let i = open.length - 1; i >= 0; i--) {
      const item = open[i]
      if (item === undefined || (count >= least && item.token.line !== openers.at(-1)?.line)) break
      openers.push(item.token)
      count++
    }
    const below = open[open.length - openers.length - 1]?.token
    const inList = below !== undefined && (below.text === '(' || isLiteral(below))
    return { kind: 'missing', openers, token, inLine: false, inList }
  }

  function extra(token: Token): Suspicion {
    return { kind: 'extra', openers: [], token, inLine: false, inList: false }
  }

  /** Order{   []int{   map[string]int{   but not a block */
  function isLiteral(token: Token): boolean {
    const at = tokens.indexOf(token)
    const line = tokens.slice(Math.max(0, at - 40), at).filter(other => other.line === token.line)
    return token.text === '{' && !line.some(({ text: word }) => headers.has(word) || word === 'else')
  }
}
