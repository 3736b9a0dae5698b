// Full-width punctuation, curly quotes, no-break spaces and invisible characters where Python wants plain ones.

import type { Change } from '../../inspection.ts'
import { replaceCharacters } from '../words.ts'
import { repairing } from './repair.ts'

const plain: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '。': '.',
  '．': '.',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '％': '%',
  '＜': '<',
  '＞': '>',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '！': '!',
  '＠': '@',
  '＃': '#',
  '＆': '&',
  '｜': '|',
  '～': '~',
  '＿': '_',
  '“': '"',
  '”': '"',
  '„': '"',
  '＂': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '＇': "'",
  '`': "'",
  '´': "'",
  '…': '...',
  '→': '->',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u205f': ' ',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u200e': '',
  '\u200f': '',
  '\u2060': '',
  '\ufeff': '',
  '\u00ad': '',
  '\u202a': '',
  '\u202c': '',
}
const curly = new Set(['“', '”', '„', '‘', '’', '«', '»', '＂', '＇'])
const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '＂': '＂',
  '＇': '＇',
  '”': '”',
  '’': '’',
}

export const foreignCharacter = repairing(
  ({ text, tokens }) => {
    const changes: Change[] = []
    let quotedTo = 0
    for (const token of tokens) {
      // Inside of a pair of curly quotes stands the writer's own text.
      if (token.start < quotedTo || token.kind === 'string' || token.kind === 'comment') continue
      if (curly.has(token.text)) {
        const end = text.indexOf(closers[token.text] ?? '', token.end)
        const lineEnd = text.indexOf('\n', token.end)
        if (end !== -1 && (lineEnd === -1 || end < lineEnd)) {
          const inner = text.slice(token.end, end)
          const quote = quoteFor(plain[token.text] ?? '"', inner)
          changes.push(
            { start: token.start, end: token.end, text: quote },
            { start: end, end: end + 1, text: quote },
          )
          quotedTo = end + 1
          continue
        }
      }
      // A full-width letter or digit is a name for the tokenizer: `ｘ１`.
      for (let at = token.start; at < token.end; at++) {
        const char = text[at] ?? ''
        const ascii = plain[char] ?? fullWidth(char)
        if (char.charCodeAt(0) > 127 && ascii !== null) changes.push({ start: at, end: at + 1, text: ascii })
      }
    }
    for (const { index, 0: blank } of text.matchAll(
      /^[ \t]*[\u00a0\u3000\u2002\u2003\u2009\u202f\ufeff\u200b]+/gm,
    )) {
      for (let i = 0; i < blank.length; i++) {
        const at = index + i
        const ascii = plain[blank[i] ?? '']
        if (ascii !== undefined && !changes.some(({ start }) => start === at))
          changes.push({ start: at, end: at + 1, text: ascii })
      }
    }
    changes.sort((a, b) => a.start - b.start)
    return changes.length === 0 ? [] : [{ title: replaceCharacters(changes.length), changes }]
  },
  { parsesAlready: true },
)

/** Of two kinds of quotes, the one that the text does not hold. */
function quoteFor(quote: string, inner: string): string {
  if (!inner.includes(quote)) return quote
  return quote === '"' ? "'" : '"'
}

function fullWidth(char: string): string | null {
  const code = char.charCodeAt(0)
  return code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0) : null
}
