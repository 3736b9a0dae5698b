// Python source in tokens, however broken it is: what cannot be read is a token as well.

export type TokenKind = 'name' | 'number' | 'string' | 'operator' | 'comment' | 'line-end' | 'strange'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** UTF-16 units into the source, from 0, end exclusive. */
  readonly start: number
  readonly end: number
  /** From 1. */
  readonly line: number
  /** How many brackets are open before it. */
  readonly depth: number
  /** A string that does not end: at its line's end, or, with three quotes, at all. */
  readonly unclosed?: true
}

// `'`, `rb"""`, `f'`
const stringStart = /([A-Za-z]{0,3})('''|"""|'|")/y
const name = /[\p{L}_][\p{L}\p{N}_]*/uy
// 0x1F, 1_000.5e-3, 12j, 021, 3x: letters behind it are part of the mistake
const number = /(?:\d|\.\d)(?:[eE][+-]?\d|[\w.])*/y
// Python's own operators, and those of other languages that people write
const operator =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|===|!==|&&|\|\||\+\+|--|\*\*|\/\/|>>|<<|<=|>=|==|!=|<>|->|:=|\+=|-=|\*=|\/=|%=|@=|&=|\|=|\^=|[-+*/%@&|^~<>()[\]{},:.;=!?$`\\]/y

const stringPrefixes = new Set(['', 'r', 'u', 'b', 'f', 't', 'br', 'rb', 'fr', 'rf', 'tr', 'rt'])

/** The tokens of `text`; a file of any size in linear time. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  let line = 1
  let depth = 0
  const add = (kind: TokenKind, end: number, unclosed = false) => {
    const part = text.slice(at, end)
    tokens.push({ kind, text: part, start: at, end, line, depth, ...(unclosed ? { unclosed: true } : {}) })
    if (kind === 'operator' && '([{'.includes(part)) depth++
    if (kind === 'operator' && ')]}'.includes(part)) depth = Math.max(0, depth - 1)
    if (kind === 'string') for (const char of part) if (char === '\n') line++
    at = end
  }
  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '\n') {
      add('line-end', at + 1)
      line++
    } else if (char === ' ' || char === '\t' || char === '\r' || char === '\f') at++
    else if (char === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) {
      at = text.indexOf('\n', at) + 1
      line++
    } else if (char === '#') add('comment', endOfLine(text, at))
    else {
      const string = matchAt(stringStart, text, at)
      if (string !== null && stringPrefixes.has((string[1] ?? '').toLowerCase())) {
        const { end, unclosed } = endOfString(text, at + string[0].length, string[2] ?? '"')
        add('string', end, unclosed)
        continue
      }
      const found = matchAt(name, text, at)
      if (found !== null) add('name', at + found[0].length)
      else {
        const digits = matchAt(number, text, at)
        const sign = digits === null ? matchAt(operator, text, at) : null
        if (digits !== null) add('number', at + digits[0].length)
        else if (sign !== null) add('operator', at + sign[0].length)
        else add('strange', at + String.fromCodePoint(text.codePointAt(at) ?? 0).length)
      }
    }
  }
  return tokens
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end > at && text[end - 1] === '\r' ? end - 1 : end
}

/** Where a string ends that begins before `at`. */
function endOfString(text: string, at: number, quote: string): { end: number; unclosed: boolean } {
  for (let i = at; i < text.length; i++) {
    const char = text[i]
    if (char === '\\') i += text[i + 1] === '\r' ? 2 : 1
    else if (char === '\n' && quote.length === 1) return { end: endOfLine(text, at), unclosed: true }
    else if (text.startsWith(quote, i)) return { end: i + quote.length, unclosed: false }
  }
  return { end: quote.length === 1 ? endOfLine(text, at) : text.length, unclosed: true }
}

/** Whether a string has three quotes. */
export function isTriple({ text }: Token): boolean {
  return /^[A-Za-z]{0,3}("""|''')/.test(text)
}
