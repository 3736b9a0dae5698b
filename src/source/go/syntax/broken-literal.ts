// A string, character or comment whose end or beginning is missing, or that stands in the wrong quotes.

import {
  type GoCode,
  indentAt,
  insertion,
  isFirstOnLine,
  replacement,
  startOfLineAt,
  tokenAt,
} from './go-code.ts'
import { endOfLine, type Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { closeQuote, doubleQuotes, endComment, openQuote } from './words.ts'

/** More places than these on one line are not worth trying. */
const mostPlaces = 12

/** 'paid' -> "paid" */
export const singleQuotedString: FindRepairs = ({ tokens }) => {
  const wrong = tokens.filter(({ kind, fault, text }) => kind === 'rune' && fault === 'long' && text !== "''")
  const empty = tokens.filter(({ kind, text }) => kind === 'rune' && text === "''")
  const all = [...wrong, ...empty]
  if (all.length === 0) return []
  const changes = all.map(token =>
    replacement(
      token,
      `"${bodyOf(token)
        .replaceAll(/\\'/g, "'")
        .replaceAll(/(?<!\\)"/g, '\\"')}"`,
    ),
  )
  return [{ title: doubleQuotes, changes, certain: true }]
}

function bodyOf({ text }: Token): string {
  return text.slice(1, -1)
}

/** A quote that opens and never closes, on its line or, of a backquote, in the file. */
export const openString: FindRepairs = code => {
  const { tokens, text } = code
  const token = tokens.find(
    ({ kind, fault }) => (kind === 'string' || kind === 'rune') && fault !== undefined,
  )
  if (token === undefined) return []
  const quote = token.text[0] ?? '"'
  const body = text.slice(token.start + 1, endOfLine(text, token.start))
  if (quote === "'") return [...oneRune(body, token), ...closings(body, token, quote).map(asText)]
  if (quote === '`') return closings(body, token, quote)
  const before = tokenAt(tokens, tokens.indexOf(token) - 1)
  // Directly behind a word there is no string.
  const isGlued = before.end === token.start && ['name', 'number', 'keyword'].includes(before.kind)
  return [...openings(code, token, quote), ...(isGlued ? [] : closings(body, token, quote))]

  /** 'paid) -> "paid") */
  function asText(repair: Repair): Repair {
    const start = token?.start ?? 0
    const changes = repair.changes.map(change => ({ ...change, text: '"' }))
    return { ...repair, changes: [{ start, end: start + 1, text: '"' }, ...changes], certain: false }
  }
}

/** '\n {   'A), true: one character, and the quote behind it is missing. */
function oneRune(body: string, token: Token): readonly Repair[] {
  const char = /^(?:\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{3}|.)|.)/u.exec(body)?.[0] ?? ''
  return char === ''
    ? []
    : [{ title: closeQuote("'"), changes: [insertion(token.start + 1 + char.length, "'")], certain: true }]
}

// \tfmt.Println(ids)   \tnames := `SELECT name   \t}   // the rest   \treturn nil
const looksLikeCode =
  /^\s*(?:[A-Za-z_][\w.]*(?:\(| :?= |, \w+ :?= |\+\+)|[)}\]]|\/\/|(?:return|if|for|switch|func|var|type|const|defer|go)\b|$)/

/**
 * A raw string whose end is missing runs to the beginning of the next one, and what follows is read inside out: the
 * strings before the fault are the suspects, and their lines that code follows.
 */
export const openRawString: FindRepairs = ({ tokens, text, at }) =>
  tokens
    .slice(0, at + 1)
    .filter(({ text: word, kind }) => kind === 'string' && word.startsWith('`') && word.includes('\n'))
    .slice(-2)
    .reverse()
    .flatMap(token => endsOfRaw(text, token))

function endsOfRaw(text: string, token: Token): readonly Repair[] {
  const repairs: Repair[] = []
  let start = token.start + 1
  for (let lines = 0; lines < 200 && start < token.end && repairs.length < mostPlaces; lines++) {
    const end = endOfLine(text, start)
    const next = end + (text[end] === '\r' ? 2 : 1)
    const body = text.slice(start, end)
    if (looksLikeCode.test(text.slice(next, endOfLine(text, next))))
      repairs.push(...closings(body, { ...token, start: start - 1 }, '`').slice(0, 3))
    start = next
  }
  return repairs.map(repair => ({ ...repair, certain: false }))
}

// paid", total)   paid")   paid",
const behindText = /^[ \t]*(?:[,;)\]}]|\+|==|!=|:(?!=)|\{|$)/

/** fmt.Println(paid") lacks the first quote: what stands in the "open" string is code. */
function openings({ tokens, text }: GoCode, token: Token, quote: string): readonly Repair[] {
  const rest = token.text.slice(1)
  if (!behindText.test(rest)) return []
  const at = tokens.indexOf(token)
  const places: number[] = []
  for (let i = at; i > 0 && places.length < mostPlaces; i--) {
    const before = tokenAt(tokens, i - 1)
    const isFirst = isFirstOnLine(text, tokenAt(tokens, i))
    if (
      isFirst ||
      ['(', ',', '=', ':=', '{', '[', '+', '==', '!=', ':', 'case', 'return'].includes(before.text)
    )
      places.push(tokenAt(tokens, i).start)
    if (before.line !== token.line) break
  }
  return places.map(start => ({
    title: openQuote(quote),
    changes: [insertion(start, quote)],
    certain: false,
  }))
}

// json:"id" db:"order_id"
const structTag = /^(?:\w+:"[^"]*" ?)+$/

/** The places at which the text may end: before the punctuation that its line ends with, then further to the left. */
function closings(body: string, token: Token, quote: string): readonly Repair[] {
  const ends: number[] = []
  // paid in %s", name)   paid)   paid {   paid,
  const trailing = /(?:[)\]},;{: \t]|\.\.\.)*$/.exec(body.slice(-200))?.[0] ?? ''
  const from = body.length - trailing.length
  for (let at = from; at <= body.length && ends.length < mostPlaces; at++) {
    if (at === body.length || body[at] !== ' ') ends.push(at)
  }
  // order %s, order.ID) may end before the comma
  for (
    let at = body.lastIndexOf(',', from - 1);
    at > 0 && ends.length < 2 * mostPlaces;
    at = body.lastIndexOf(',', at - 1)
  )
    ends.push(at)
  return ends.map(at => ({
    title: closeQuote(quote),
    changes: [insertion(token.start + 1 + at, quote)],
    certain:
      at === from &&
      !/[,+`"]/.test(body.slice(0, at)) &&
      (quote !== '`' || structTag.test(body.slice(0, at))),
  }))
}

/** `/*` without its end: at the end of its line, or before the first line of code below. */
export const openComment: FindRepairs = ({ tokens, text }) => {
  const token = tokens.find(({ kind, fault }) => kind === 'illegal' && fault === 'open')
  if (token === undefined) return []
  const repairs: Repair[] = []
  const own = endOfLine(text, token.start)
  const at = (offset: number, fresh: string) =>
    repairs.push({ title: endComment, changes: [insertion(offset, fresh)], certain: false })
  const lines = text.slice(token.start).split('\n')
  // The comment ends before the first declaration or empty line.
  let offset = token.start
  for (const line of lines) {
    const next = offset + line.length + 1
    const following = text.slice(next, endOfLine(text, next))
    // func Load(id int) (Order, error) {
    if (/^(?:func|type|var|const|import|package) /.test(following)) {
      at(next, `${indentAt(text, token.start)}*/\n`)
      break
    }
    offset = next
    if (repairs.length > 0 || offset - token.start > 4000) break
  }
  at(own, ' */')
  return startOfLineAt(text, token.start) === token.start ? repairs : repairs.reverse()
}
