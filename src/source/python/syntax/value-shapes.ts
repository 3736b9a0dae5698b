// Expressions that break off, or in which two words follow each other that cannot.

import { blockKeywords, keywords } from '../keywords.ts'
import { atCaret, type Caret, endsValue, isDef, openerOf } from './caret.ts'
import type { Token } from './tokens.ts'

const binary = /^(?:[-+*/%@&|^<>]|\*\*|\/\/|<<|>>|==|!=|<=|>=|[-+*/%@&|^]=|\*\*=|\/\/=|=|:=|and|or|in|is|\.)$/
const needsMore =
  /^(?:->|and|or|not|in|is|if|elif|while|else|for|lambda|del|assert|global|nonlocal|with|as|await|from|class|def|@)$/

/** `total = price *`, `if paid and:`, `x = order.` */
export const cutOff = atCaret(({ tokens, bad, before }) => {
  if (before?.text === ',' && bad === undefined && tokens[0]?.text === 'assert')
    return { slots: { sign: ',' } }
  if (before === undefined || !(binary.test(before.text) || needsMore.test(before.text))) return null
  if (before.text === 'else' && bad?.text === ':') return null
  const ends =
    bad === undefined || /^[)\]},:;]$/.test(bad.text) || (before.text === 'for' && bad.text === 'in')
  return ends ? { slots: { sign: before.text } } : null
})

/** `orders[]`: nothing between the brackets. */
export const emptyIndex = atCaret(({ tokens, at }) => {
  const isEmpty = tokens.slice(Math.max(0, at - 2)).some((token, i, rest) => {
    const [open, close] = [rest[i + 1], rest[i + 2]]
    return open?.text === '[' && close?.text === ']' && endsValue(token) && token.end === open.start
  })
  return isEmpty ? { slots: { sign: '[' } } : null
})

/** `price * / count`, `total = = 3`, `if paid and or sent:` */
export const twoOperators = atCaret(({ bad, before, tokens, at }) => {
  if (bad === undefined || before === undefined) return null
  // `f(a, *b)`, `-1`, `not x` may follow an operator.
  const double = before.text === ':' && bad.text === ':' && openerOf(tokens, at) === -1
  const both = binary.test(before.text) && binary.test(bad.text) && !/^[-+]$/.test(bad.text)
  if (!double && !both) return null
  return { slots: { first: before.text, second: bad.text } }
})

/** `count + not paid`. */
export const notBehindOperator = atCaret(({ bad, before }) =>
  bad?.text === 'not' && before !== undefined && /^(?:[-+*/%<>]|\*\*|\/\/|==|!=|<=|>=)$/.test(before.text)
    ? {}
    : null,
)

/** `[*order for order in orders]`. */
export const starBeforeFor = atCaret(({ tokens, at, bad }) => {
  const open = openerOf(tokens, at)
  const first = tokens[open + 1]
  return bad?.text === 'for' && open !== -1 && (first?.text === '*' || first?.text === '**') ? {} : null
})

/** `total price`, `load() save()`: nothing between them. */
export const missingOperator = atCaret(({ tokens, at, bad, before, second }) => {
  if (bad === undefined || before === undefined) return null
  const isWord = /^(?:pass|break|continue)$/.test(before.text)
  // `paid not sent`
  if (before.text === 'not' && second !== undefined && endsValue(second))
    return { slots: { left: short(second.text), right: `not ${short(bad.text)}` } }
  if (!isWord && !endsValue(before)) return null
  const starts =
    bad.kind === 'string' || bad.kind === 'number' || (bad.kind === 'name' && !keywords.has(bad.text))
  if (!starts || before.line !== bad.line) return null
  // A call or an index belongs to the name before it.
  const left = /^[)\]}]$/.test(before.text) ? headOf(tokens, at - 1) : before.text
  return { slots: { left: short(left), right: short(bad.text) } }
})

function headOf(tokens: Caret['tokens'], close: number): string {
  const depth = (tokens[close]?.depth ?? 1) - 1
  let open = close - 1
  while (open > 0 && tokens[open]?.depth !== depth) open--
  const name = tokens[open - 1]
  const sides = `${tokens[open]?.text ?? '('}…${tokens[close]?.text ?? ')'}`
  return name?.kind === 'name' && !keywords.has(name.text) ? name.text + sides : sides
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 22)}…` : text
}

/** `[1; 2]`, `total(order: 7)`, `{id = 7}`: a mark that separates nothing there. */
export const wrongSeparator = atCaret(({ tokens, at, bad }) => {
  const open = tokens[openerOf(tokens, at)]
  if (bad === undefined || open === undefined) return null
  const before = tokens[tokens.indexOf(open) - 1]
  const isIndex = open.text === '[' && before !== undefined && endsValue(before) && before.end === open.start
  // The bracket of a head is not closed.
  if (bad.text === ':' && (isDef(tokens) || blockKeywords.has(tokens[0]?.text ?? ''))) return null
  const wrong =
    bad.text === ';' ||
    (bad.text === ':' && (open.text === '(' || (open.text === '[' && !isIndex))) ||
    (bad.text === '=' && (open.text === '{' || open.text === '['))
  return wrong && !lambdaOpen(tokens, at) ? { slots: { sign: bad.text, bracket: open.text } } : null
})

function lambdaOpen(tokens: Caret['tokens'], at: number): boolean {
  return tokens.slice(Math.max(0, at - 12), at).some(({ text }) => text === 'lambda')
}

/** `{"id": 7, "total"}`, `{"id", "total": 900}`, `{"id":}`. */
export const dictEntry = atCaret(({ tokens, at, bad, before }) => {
  const open = openerOf(tokens, at)
  if (bad === undefined || tokens[open]?.text !== '{') return null
  const own = tokens.slice(open + 1, at).filter(({ depth }) => depth === bad.depth)
  const colons = own.filter(({ text }) => text === ':').length
  if (before?.text === ':' && /^[,}]$/.test(bad.text)) return {}
  if (bad.text === ':' && colons === 0 && own.some(({ text }) => text === ',')) return {}
  return /^[,}]$/.test(bad.text) && colons > 0 && before !== undefined && endsValue(before) ? {} : null
})

/** `x = "paid" if total` up to Python 3.9. */
export const ifWithoutElse = atCaret(({ tokens, at, bad, before }) => {
  if (/^(?:if|elif|while|for|assert|match|case)$/.test(tokens[0]?.text ?? '')) return null
  if (
    bad !== undefined &&
    !/^(?:[)\]},;:]|for)$/.test(bad.text) &&
    !(before !== undefined && endsValue(before) && startsValue(bad))
  )
    return null
  const depth = bad?.depth ?? 0
  const own = tokens.slice(0, at).filter(token => token.depth === depth)
  const from = own.findLastIndex(({ text }) => text === ',' || text === '=' || text === 'return')
  const part = own.slice(from + 1).map(({ text }) => text)
  return part.includes('if') && !part.includes('else') && !part.includes('for') ? {} : null
})

function startsValue({ kind, text }: Token): boolean {
  return (
    kind === 'string' ||
    kind === 'number' ||
    (kind === 'name' && !keywords.has(text)) ||
    /^(?:None|True|False|\{|\[)$/.test(text)
  )
}

/** `[for order in orders]`, `[total for total in totals if total else 0]`. */
export const comprehensionOrder = atCaret(({ tokens, at, bad, before }) => {
  const open = openerOf(tokens, at)
  if (bad === undefined || open === -1) return null
  if (bad.text === 'for' && before !== undefined && /^[([{,]$/.test(before.text)) return {}
  const own = tokens.slice(open + 1, at).filter(({ depth }) => depth === bad.depth)
  const words = own.map(({ text }) => text)
  return bad.text === 'else' && words.includes('for') && words.lastIndexOf('if') > words.indexOf('for')
    ? {}
    : null
})

const plainText: readonly (readonly [RegExp, number])[] = [
  // "127.0.0.1", "1.2.3"
  [/\b\d+(?:\.\d+){2,}\b/, 40],
  // "08:30", "12:30:00", behind an operator
  [/(?<=[=(,] ?)\d{1,2}:\d{2}(?::\d{2})?\b/, 12],
  // "https://shop.example/orders"
  [/\b[a-z]{2,8}:\/\/[^\s'"]{1,80}/, 90],
  // "C:\orders\new.csv"
  [/\b[A-Z]:\\[^\s'"]{0,80}/, 90],
]

/** `host = 127.0.0.1`, `url = https://…`: text without its quotes. */
export const unquotedText = atCaret(({ bad, before }, { file, line, offset }) => {
  if ((bad === undefined && before === undefined) || bad?.kind === 'string') return null
  const row = file.lines[line - 1] ?? ''
  const column = offset - (file.text.lastIndexOf('\n', offset - 1) + 1)
  for (const [pattern, reach] of plainText) {
    const match = pattern.exec(row.slice(0, 400))
    if (match === null || match[0].length > reach) continue
    if (column >= match.index - 1 && column <= match.index + match[0].length)
      return { slots: { text: short(match[0]) } }
  }
  return null
})

/** `$total`, `paid?`, a backquote: characters without a meaning. */
export const strayCharacter = atCaret(({ bad, before }) => {
  const found = [bad, before].find(token => token !== undefined && /^[$?!`]$/.test(token.text))
  return found === undefined ? null : { slots: { character: found.text } }
})

/** `[sku, price for sku, price in prices]` up to Python 3.9. */
export const pairBeforeFor = atCaret(({ tokens, at, bad }) => {
  const open = openerOf(tokens, at)
  if (bad?.text !== 'for' || open === -1) return null
  const own = tokens.slice(open + 1, at).filter(({ depth }) => depth === bad.depth)
  const words = own.map(({ text }) => text)
  return words.includes(',') && !words.includes('for') && !words.includes(':') && !words.includes('=')
    ? {}
    : null
})

/** `{"skus": *skus}`, `{*skus: 3}`, `{"id": 7, *skus}`. */
export const starInDict = atCaret(({ tokens, at, bad, before }) => {
  const open = openerOf(tokens, at)
  if (bad === undefined || before === undefined || tokens[open]?.text !== '{') return null
  const own = tokens.slice(open + 1, at).filter(({ depth }) => depth === bad.depth)
  const from = own.findLastIndex(({ text }) => text === ',')
  const isStar = (text: string | undefined) => text === '*' || text === '**'
  if (bad.text === ':' && isStar(own[from + 1]?.text)) return { slots: { part: 'key' } }
  if (isStar(bad.text) && before.text === ':') return { slots: { part: 'value' } }
  return bad.text === '*' && before.text === ',' && own.some(({ text }) => text === ':')
    ? { slots: { part: 'key' } }
    : null
})

/** `net: int = 3, tax: int = 4`, `"total": 900,` on a line of its own. */
export const annotationList = atCaret(({ tokens, at, bad }) => {
  const [first] = tokens
  if (bad === undefined || first === undefined || bad.depth > 0 || !/^[,:]$/.test(bad.text)) return null
  if (
    blockKeywords.has(first.text) ||
    keywords.has(first.text) ||
    tokens.some(({ text }) => text === 'lambda')
  )
    return null
  return tokens.slice(1, at).some(({ text, depth }) => text === ':' && depth === 0) ? {} : null
})

// 0x1F, 0o17, 0b1_0, 1_000, 1.5e-3, 12j
const validNumber =
  /^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.?(?:\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?)$/

/** `3days`, `10L`, `0xfr` up to Python 3.9. */
export const brokenNumber = atCaret(({ bad, before }) => {
  const found = [bad, before].find(token => token?.kind === 'number')
  if (found === undefined || found.text.length > 80 || !/[A-Za-z_]/.test(found.text)) return null
  return validNumber.test(found.text) ? null : {}
})
