// Full-width punctuation, curly quotes and invisible characters in Go code, and what was meant by them.

import type { Change } from '../../inspection.ts'
import { type GoCode, replacement } from './go-code.ts'
import type { Token } from './lex-go.ts'
import type { FindRepairs } from './repair.ts'
import { asciiCharacter } from './words.ts'

const meant: Readonly<Record<string, string>> = {
  '。': '.',
  '、': ',',
  '【': '[',
  '】': ']',
  '「': '"',
  '」': '"',
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': '*',
  '÷': '/',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '\u3000': ' ',
  '\u00A0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202F': ' ',
  '\u2028': '\n',
  '\u200B': '',
  '\u200C': '',
  '\u200D': '',
  '\u2060': '',
  '\uFEFF': '',
  '\u00AD': '',
  '\0': '',
}

function asciiOf(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0
  // ！ to ～ stand in the order of ! to ~
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return meant[char]
}

const opens = new Set(['“', '„', '‘', '「'])
const closes: Readonly<Record<string, string>> = { '“': '”', '„': '”', '‘': '’', '「': '」' }

export const foreignCharacter: FindRepairs = code => {
  const changes: Change[] = []
  let first: Token | null = null
  let behind = 0
  for (const token of code.tokens) {
    if (token.start < behind) continue
    const found = changesAt(code, token)
    if (found.length === 0) continue
    first ??= token
    changes.push(...found)
    behind = Math.max(...found.map(({ end }) => end))
  }
  if (first === null) return []
  const old = firstForeign(first)
  const fresh = asciiOf(old) ?? ''
  const shown = fresh === '' || fresh === ' ' || fresh === '\n' ? codePointOf(old) : old
  return [
    {
      title: asciiCharacter(fresh === '\n' ? ' ' : fresh, shown),
      changes,
      certain: true,
      slots: { character: shown },
    },
  ]
}

function codePointOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function firstForeign(token: Token): string {
  return [...token.text].find(char => asciiOf(char) !== undefined) ?? token.text
}

function changesAt(code: GoCode, token: Token): readonly Change[] {
  if (token.kind === 'illegal' && token.fault === undefined) {
    if (opens.has(token.text)) return quotedBy(code.text, token)
    const fresh = asciiOf(token.text)
    return fresh === undefined ? [] : [replacement(token, fresh)]
  }
  // "done”) and "done”
  if (token.kind === 'string' && token.fault === 'open' && token.text.startsWith('"')) {
    const at = token.text.lastIndexOf('”')
    return at < 0 ? [] : [replacement({ start: token.start + at, end: token.start + at + 1 }, '"')]
  }
  return []
}

/** The two curly quotes of a text; what stands between them is the text, and stays. */
function quotedBy(text: string, { start, text: open }: Token): readonly Change[] {
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(start + 1, lineEnd < 0 ? undefined : lineEnd)
  const found = [closes[open] ?? '', '"', open].map(quote => line.indexOf(quote)).find(at => at >= 0)
  const quote = asciiOf(open) ?? '"'
  if (found === undefined) return [{ start, end: start + 1, text: quote }]
  const body = line.slice(0, found)
  const fresh = quote === "'" && [...body].length !== 1 && !body.startsWith('\\') ? '"' : quote
  const end = start + 1 + found
  return [
    { start, end: start + 1, text: fresh },
    { start: end, end: end + 1, text: fresh },
  ]
}
