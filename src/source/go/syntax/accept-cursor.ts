// Where the recogniser of Go's syntax is in its tokens, and the rules that call each other across files.

import type { Token } from './lex-go.ts'

/** What the recogniser was in the midst of when it met a token that cannot stand there. */
export type Within =
  | 'file'
  | 'import'
  | 'declaration'
  | 'group'
  | 'struct'
  | 'interface'
  | 'parameters'
  | 'type'
  | 'arguments'
  | 'literal'
  | 'index'
  | 'parentheses'
  | 'expression'
  | 'header'
  | 'cases'
  | 'statements'

export interface SyntaxFault {
  /** Index of the token refused. */
  readonly at: number
  readonly within: Within
  /** Index of the token that begins the top-level declaration which the parser was in, as it saw it. */
  readonly declaration: number
}

/** Deeper nesting than this is nobody's program; it is refused rather than overflow the stack. */
const deepest = 400

/** A place in the tokens; the first that does not fit ends all rules, since it moves to the last token. */
export interface Cursor {
  /** Index of the token that comes next. */
  at: number
  /** Below 0 in the header of a statement, where `{` begins its block. */
  level: number
  /** Index of the token that begins the top-level declaration. */
  declared: number
  fault: SyntaxFault | null
  readonly last: number
  readonly token: (ahead?: number) => Token
  readonly is: (text: string, ahead?: number) => boolean
  readonly isName: (ahead?: number) => boolean
  readonly isEnd: () => boolean
  readonly isSemicolon: () => boolean
  readonly fail: (within: Within) => void
  /** Takes the next token if it is this one. */
  readonly got: (text: string) => boolean
  readonly want: (text: string, within: Within) => void
  readonly name: (within: Within) => void
  readonly nameList: (within: Within) => void
  readonly semicolon: (within: Within) => void
  /** One level of the program's nesting. */
  readonly nested: (rule: () => void) => void
  /** The same inside brackets, where composite literals are free again. */
  readonly bracketed: (rule: () => void) => void
}

/** The rules that others need, filled in by the files that have them. */
export interface Rules {
  type: (within: Within) => void
  typeParameters: () => void
  signature: () => void
  parameters: () => void
  startsType: (ahead?: number) => boolean
  expression: (within: Within) => void
  expressionList: () => void
  body: () => void
  declaration: () => void
}

const end: Token = { kind: 'end', text: '', start: 0, end: 0, line: 0 }

export function openCursor(tokens: readonly Token[]): Cursor {
  const last = tokens.length - 1
  let depth = 0
  const token = (ahead = 0): Token => tokens[Math.min(cursor.at + ahead, last)] ?? end
  const is = (text: string, ahead = 0) => token(ahead).text === text
  const isName = (ahead = 0) => token(ahead).kind === 'name'
  const isEnd = () => cursor.at >= last
  const isSemicolon = () => is(';') || token().kind === 'newline'
  const fail = (within: Within) => {
    cursor.fault ??= { at: cursor.at, within, declaration: cursor.declared }
    cursor.at = last
  }
  const got = (text: string) => {
    if (!is(text) || isEnd()) return false
    cursor.at++
    return true
  }
  const want = (text: string, within: Within) => {
    if (!got(text)) fail(within)
  }
  const name = (within: Within) => {
    if (isName()) cursor.at++
    else fail(within)
  }
  const nameList = (within: Within) => {
    name(within)
    while (got(',')) name(within)
  }
  const semicolon = (within: Within) => {
    if (isSemicolon()) cursor.at++
    else if (!is(')') && !is('}') && !isEnd()) fail(within)
  }
  const nested = (rule: () => void) => {
    if (++depth > deepest) fail('expression')
    else rule()
    depth--
  }
  const bracketed = (rule: () => void) => {
    const outer = cursor.level
    cursor.level = cursor.level < 0 ? 0 : cursor.level + 1
    nested(rule)
    cursor.level = outer
  }
  const cursor: Cursor = {
    at: 0,
    level: 0,
    declared: 0,
    fault: null,
    last,
    token,
    is,
    isName,
    isEnd,
    isSemicolon,
    fail,
    got,
    want,
    name,
    nameList,
    semicolon,
    nested,
    bracketed,
  }
  return cursor
}
