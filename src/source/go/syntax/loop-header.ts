// Headers of `for`, `if` and `switch` written as in another language.

import { findBack } from './assignment-forms.ts'
import { type Change, type GoCode, insertion, replacement, tokenAt } from './go-code.ts'
import { endOfLine, type Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { bareHeader, deleteText, insertText, rangeOver, writeInstead } from './words.ts'

const isKeyword = ({ text }: Token) => text === 'for' || text === 'if' || text === 'switch'

/** The index of the keyword whose header the fault is in, on the same line. */
function keywordOf({ tokens, at }: GoCode): number | null {
  const line = tokenAt(tokens, at).line
  for (let i = at; i >= 0 && tokenAt(tokens, i).line >= line - 1; i--)
    if (isKeyword(tokenAt(tokens, i))) return i
  return null
}

/** for (i := 0; i < 10; i++) {     if (order := load(); order.Paid) { */
export const headerInParentheses: FindRepairs = code => {
  const { tokens } = code
  const keyword = keywordOf(code)
  if (keyword === null || tokenAt(tokens, keyword + 1).text !== '(') return []
  let depth = 0
  for (let i = keyword + 1; i < tokens.length; i++) {
    const { text, line } = tokenAt(tokens, i)
    if (line > tokenAt(tokens, keyword).line) return []
    if (text === '(') depth++
    if (text === ')' && --depth === 0) {
      const open = tokenAt(tokens, keyword + 1)
      const close = tokenAt(tokens, i)
      const space = open.start === tokenAt(tokens, keyword).end ? ' ' : ''
      const gap = code.text[close.end] === '{' ? ' ' : ''
      const changes = [replacement(open, space), replacement(close, gap)]
      return [
        { title: bareHeader, changes, certain: true },
        ...withRange(code, keyword, [
          { start: open.start, end: open.end, text: space },
          replacement(close, gap),
        ]),
      ]
    }
  }
  return []
}

/** for order in orders {     for _, order := orders {     for order : orders { */
export const rangeForms: FindRepairs = code => {
  const keyword = keywordOf(code)
  return keyword === null ? [] : withRange(code, keyword, [])
}

function withRange({ tokens, text }: GoCode, keyword: number, others: readonly Change[]): readonly Repair[] {
  if (tokenAt(tokens, keyword).text !== 'for') return []
  const line = tokenAt(tokens, keyword).line
  const header = tokens.slice(keyword + 1).filter(token => token.line === line)
  const open = header[0]?.text === '(' ? 1 : 0
  // for let order of orders, for var i = range items
  const declared = ['let', 'const', 'var', 'auto'].includes(header[open]?.text ?? '') ? open + 1 : open
  const first = header[declared]
  if (first?.kind !== 'name') return []
  const names = header[declared + 1]?.text === ',' ? 3 : 1
  const last = header[declared + names - 1]
  const sign = header[declared + names]
  const next = header[declared + names + 1]
  if (last?.kind !== 'name' || sign === undefined || next === undefined) return []
  const start = declared > open ? (header[open]?.start ?? first.start) : first.start
  const list = text.slice(first.start, last.end)
  const hasRange = next.text === 'range'
  if (sign.text === ':=' || sign.text === '=') {
    if (hasRange) return []
    // for _, order := orders {
    return [
      {
        title: insertText('range'),
        changes: [...others, insertion(next.start, 'range ')],
        certain: names > 1 && sign.text === ':=',
      },
    ]
  }
  if (!['in', 'of', ':', 'range'].includes(sign.text)) return []
  const fresh = (names1: string): Change => ({
    start,
    end: hasRange || sign.text === 'range' ? sign.end : next.start,
    text:
      `${names1} := ${sign.text === 'range' ? 'range' : hasRange ? '' : 'range '}`.trimEnd() +
      (sign.text === 'range' || hasRange ? '' : ' '),
  })
  const variants = names > 1 || sign.text === 'range' ? [list] : [`_, ${list}`, list]
  return variants.map(variant => ({
    title: rangeOver,
    changes: [...others, fresh(variant)],
    certain: names > 1,
  }))
}

/** for i := 0; i < 10 i++ {     if order, err := load() err != nil { */
export const missingSemicolon: FindRepairs = code => {
  const { tokens, at, within } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (within !== 'header' && within !== 'statements') return []
  const keyword = findBack(code, at, isKeyword, ({ kind }) => kind === 'newline')
  if (keyword === null || before.line !== fault.line) return []
  if (fault.text === ',' || fault.text === ':')
    return [{ title: writeInstead(';', fault.text), changes: [replacement(fault, ';')], certain: false }]
  return [{ title: insertText(';'), changes: [insertion(before.end, ';')], certain: true }]
}

/** if paid then {     for ready do {     if paid: */
export const superfluousHeaderWord: FindRepairs = code => {
  const { tokens, at } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (fault.text !== 'then' && fault.text !== 'do' && fault.text !== ':') return []
  if (fault.text === ':' && tokenAt(tokens, at + 1).text !== '{') return []
  const changes = [{ start: before.end, end: fault.end, text: '' }]
  return [{ title: deleteText(fault.text), changes, certain: true }]
}

const startsBlock = new Set(['if', 'for', 'switch', 'select', 'func', 'else', 'struct', 'interface'])

/** if paid⏎     func load() error⏎     } else⏎     type Order struct⏎ */
export const missingOpeningBrace: FindRepairs = code => {
  const { tokens, at, text } = code
  const repairs: Repair[] = []
  for (const i of [at, at - 1, at - 2]) {
    const before = tokenAt(tokens, i)
    // The last token of a line whose next line is indented deeper.
    const next = tokenAt(tokens, before.kind === 'newline' ? i + 1 : i)
    const end = before.kind === 'newline' ? tokenAt(tokens, i - 1) : tokenAt(tokens, i - 1)
    if (next.line <= end.line || !hasBlockWord(tokens, i, end.line)) continue
    if (columns(text, next) <= columnsOfLine(text, end)) continue
    repairs.push({ title: insertText('{'), changes: [insertion(end.end, ' {')], certain: true })
  }
  return repairs
}

function hasBlockWord(tokens: readonly Token[], at: number, line: number): boolean {
  for (let i = at; i >= 0 && tokenAt(tokens, i).line >= line - 12; i--) {
    const token = tokenAt(tokens, i)
    if (startsBlock.has(token.text)) return true
    if (token.kind === 'newline' && i < at - 1) return false
  }
  return false
}

function columns(text: string, token: Token): number {
  return token.start - (text.lastIndexOf('\n', token.start - 1) + 1)
}

function columnsOfLine(text: string, token: Token): number {
  const start = text.lastIndexOf('\n', token.start - 1) + 1
  const line = text.slice(start, endOfLine(text, start))
  return line.length - line.trimStart().length
}
