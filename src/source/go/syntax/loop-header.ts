// Headers of `for`, `if` and `switch` written as in another language.

import type { Change } from '../../inspection.ts'
import { findBack } from './assignment-forms.ts'
import { type GoCode, indentAt, insertion, replacement, tokenAt } from './go-code.ts'
import { suspectOpening } from './indented-brackets.ts'
import { endOfLine, type Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { bareHeader, bracesAround, deleteText, insertText, rangeOver, writeInstead } from './words.ts'

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
  // for _, order : = range orders {
  if (sign.text === ':' && next.text === '=') {
    const changes = [...others, { start: sign.start, end: next.end, text: ':=' }]
    return [{ title: writeInstead(':=', text.slice(sign.start, next.end)), changes, certain: true }]
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
    ...(sign.text === ':' ? {} : { isTold: true as const }),
  }))
}

/** for i := 0; i < 10 i++ {     if order, err := load() err != nil { */
export const missingSemicolon: FindRepairs = code => {
  const { tokens, at, within } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if ((within !== 'header' && within !== 'statements') || fault.kind === 'newline') return []
  const keyword = findBack(code, at, isKeyword, ({ kind }) => kind === 'newline')
  if (keyword === null || before.line !== fault.line) return []
  // if err nil { lacks an operator: only what was declared or assigned is followed by a condition.
  const isInitialised = tokens
    .slice(keyword, at)
    .some(({ text }) => text === ':=' || text === '=' || text === ';')
  if (!isInitialised) return []
  if (fault.text === ',' || fault.text === ':')
    return [{ title: writeInstead(';', fault.text), changes: [replacement(fault, ';')], certain: false }]
  return [{ title: insertText(';'), changes: [insertion(before.end, ';')], certain: fault.text !== '{' }]
}

/** for i := 0; i < 10 { */
export const missingPost: FindRepairs = code => {
  const { tokens, at } = code
  const fault = tokenAt(tokens, at)
  const keyword = keywordOf(code)
  const name = keyword === null ? undefined : tokens[keyword + 1]
  if (code.within !== 'header' || fault.text !== '{' || keyword === null || name?.kind !== 'name') return []
  if (tokenAt(tokens, keyword).text !== 'for' || tokenAt(tokens, keyword + 2).text !== ':=') return []
  const counts = tokens.slice(keyword, at).some(({ text }) => text === '>' || text === '>=') ? '--' : '++'
  const post = `; ${name.text}${counts}`
  const changes = [insertion(tokenAt(tokens, at - 1).end, post)]
  return [{ title: insertText(post.slice(2)), changes, certain: false }]
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

/** if paid⏎     func load() error⏎     } else⏎     type Order struct⏎     []string⏎     import⏎ */
export const missingOpeningBrace: FindRepairs = code => {
  const { tokens, at, text, declaration, declarations } = code
  const begin = tokenAt(tokens, declaration).start
  const whole = declarations.findLast(start => start <= begin) ?? 0
  const from = tokens.findIndex(({ start }) => start >= whole)
  const found = suspectOpening(tokens.slice(from), text)
  const repairs: Repair[] = []
  const open = (end: Token, fresh: string) =>
    repairs.push({ title: insertText(fresh.trim()), changes: [insertion(end.end, fresh)], certain: true })
  if (found !== null && found.line <= tokenAt(tokens, at).line) {
    const i = tokens.indexOf(found)
    const before = tokenAt(tokens, i - 1)
    if (hasBlockWord(tokens, i, before.line)) open(before, ' {')
    open(before, '{')
    open(before, '(')
  }
  // No semicolon is read behind `else`, `struct` and `import`.
  for (const i of [at, at - 1]) {
    const before = tokenAt(tokens, i - 1)
    const next = tokenAt(tokens, i)
    if (next.line <= before.line || before.kind !== 'keyword') continue
    if (startsBlock.has(before.text)) open(before, ' {')
    if (['import', 'var', 'const', 'type'].includes(before.text)) open(before, ' (')
  }
  return repairs
}

function hasBlockWord(tokens: readonly Token[], at: number, line: number): boolean {
  for (let i = at; i >= 0 && tokenAt(tokens, i).line >= line - 12; i--) {
    const token = tokenAt(tokens, i)
    if (startsBlock.has(token.text)) return true
    if (token.kind === 'newline' && i < at) return false
  }
  return false
}

/** if paid: with its body indented below, as in Python */
export const pythonBlock: FindRepairs = ({ tokens, at, text }) => {
  const fault = tokenAt(tokens, at)
  const next = tokenAt(tokens, at + 1)
  if (fault.text !== ':' || next.line === fault.line) return []
  const before = tokenAt(tokens, at - 1)
  const brace = { start: before.end, end: fault.end, text: ' {' }
  const indent = indentAt(text, fault.start)
  let end = endOfLine(text, fault.end)
  for (let start = end + 1; start < text.length; ) {
    const lineEnd = endOfLine(text, start)
    if (text.slice(start, lineEnd).trim() !== '') {
      if (indentAt(text, start).length <= indent.length) break
      end = lineEnd
    }
    start = text.indexOf('\n', lineEnd) + 1 || text.length
  }
  return [
    { title: writeInstead('{', ':'), changes: [brace], certain: true },
    { title: bracesAround, changes: [brace, insertion(end, `\n${indent}}`)], certain: true },
  ]
}
