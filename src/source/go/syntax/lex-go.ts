// Go source to tokens, semicolons that line ends stand for included; faults are tokens as well.

/** `newline`: a semicolon that the end of a line stands for. `illegal`: a character that Go code does not have. */
export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'rune'
  | 'operator'
  | 'newline'
  | 'illegal'
  | 'end'

/** `open`: a string, rune or comment without its end. `long`: more than one character between apostrophes. */
export type TokenFault = 'open' | 'long'

export interface Token {
  readonly kind: TokenKind
  /** As written, quotes included; `'\n'` of a newline. */
  readonly text: string
  /** UTF-16 units from 0, end exclusive. */
  readonly start: number
  readonly end: number
  /** From 1. */
  readonly line: number
  readonly fault?: TokenFault
}

export interface Lexed {
  /** The last one is of kind `end`. */
  readonly tokens: readonly Token[]
  readonly comments: readonly Token[]
}

export const keywords: ReadonlySet<string> = new Set(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(
    ' ',
  ),
)

/** Longest first, so that `<<=` is not read as `<<`. */
const operators = [
  ['<<=', '>>=', '&^=', '...'],
  [
    '&&',
    '||',
    '<-',
    '++',
    '--',
    '==',
    '!=',
    '<=',
    '>=',
    ':=',
    '+=',
    '-=',
    '*=',
    '/=',
    '%=',
    '&=',
    '|=',
    '^=',
    '<<',
    '>>',
    '&^',
  ],
].map(list => new Set(list))
const single = new Set([...'+-*/%&|^<>=!()[]{},;.:~'])
const endsStatement = new Set([')', ']', '}', '++', '--', 'break', 'continue', 'fallthrough', 'return'])
const letter = /[\p{L}_]/u
const letterOrDigit = /[\p{L}\p{Nd}_]*/uy
// 0x1F, 1_000, 1.5e-3, 0b1, 07i
const number =
  /(?:0[xX][0-9a-fA-F_.]*(?:[pP][+-]?[0-9_]*)?|0[bBoO][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?|\.[0-9][0-9_]*(?:[eE][+-]?[0-9_]*)?)i?/y

/** Linear in the length of `text`; accepts anything. */
export function lexGo(text: string): Lexed {
  const tokens: Token[] = []
  const comments: Token[] = []
  let at = 0
  let line = 1
  let closes = false

  const add = (kind: TokenKind, end: number, fault?: TokenFault) => {
    const word = text.slice(at, end)
    tokens.push({ kind, text: word, start: at, end, line, ...(fault === undefined ? {} : { fault }) })
    closes =
      kind === 'name' || kind === 'number' || kind === 'string' || kind === 'rune' || endsStatement.has(word)
    at = end
  }
  const endLine = () => {
    if (closes) tokens.push({ kind: 'newline', text: '\n', start: at, end: at, line })
    closes = false
  }

  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '\n') {
      endLine()
      at++
      line++
    } else if (char === ' ' || char === '\t' || char === '\r' || (at === 0 && char === '\uFEFF')) at++
    else if (text.startsWith('//', at)) {
      const end = endOfLine(text, at)
      comments.push({ kind: 'illegal', text: text.slice(at, end), start: at, end, line })
      endLine()
      at = end
    } else if (text.startsWith('/*', at)) {
      const found = text.indexOf('*/', at + 2)
      const end = found < 0 ? text.length : found + 2
      const body = text.slice(at, end)
      if (found < 0) add('illegal', end, 'open')
      else {
        comments.push({ kind: 'illegal', text: body, start: at, end, line })
        if (body.includes('\n')) endLine()
        at = end
      }
      line += countOf(body, '\n')
    } else if (char === '"') {
      const end = endOfQuoted(text, at, '"')
      if (end === null) add('string', endOfLine(text, at), 'open')
      else add('string', end)
    } else if (char === '`') {
      const found = text.indexOf('`', at + 1)
      const end = found < 0 ? text.length : found + 1
      const lines = countOf(text.slice(at, end), '\n')
      add('string', end, found < 0 ? 'open' : undefined)
      line += lines
    } else if (char === "'") {
      const end = endOfQuoted(text, at, "'")
      if (end === null) add('rune', endOfLine(text, at), 'open')
      else add('rune', end, isOneRune(text.slice(at + 1, end - 1)) ? undefined : 'long')
    } else if (letter.test(charAt(text, at))) {
      letterOrDigit.lastIndex = at
      letterOrDigit.test(text)
      const end = Math.max(letterOrDigit.lastIndex, at + 1)
      add(keywords.has(text.slice(at, end)) ? 'keyword' : 'name', end)
    } else if (isDigit(char) || (char === '.' && isDigit(text[at + 1] ?? ''))) {
      number.lastIndex = at
      number.test(text)
      add('number', Math.max(number.lastIndex, at + 1))
    } else if (operators[0]?.has(text.slice(at, at + 3))) add('operator', at + 3)
    else if (operators[1]?.has(text.slice(at, at + 2))) add('operator', at + 2)
    else if (single.has(char)) add('operator', at + 1)
    else add('illegal', at + charAt(text, at).length)
  }
  endLine()
  tokens.push({ kind: 'end', text: '', start: at, end: at, line })
  return { tokens, comments }
}

function charAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

function countOf(text: string, char: string): number {
  let count = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++
  return count
}

/** The offset of the line break that ends the line of `at`, without its `\r`. */
export function endOfLine(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  const end = found < 0 ? text.length : found
  return end > at && text[end - 1] === '\r' ? end - 1 : end
}

/** The offset behind the closing quote on the same line; null when there is none. */
function endOfQuoted(text: string, start: number, quote: string): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') return null
    if (char === '\\') at++
    else if (char === quote) return at + 1
    if (text[at] === '\n') return null
  }
  return null
}

// a   \n   \x41   \u00e9   \'
const oneRune = /^(?:\\(?:[abfnrtv\\'"]|x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|[^\\])$/su

function isOneRune(body: string): boolean {
  return oneRune.test(body)
}
