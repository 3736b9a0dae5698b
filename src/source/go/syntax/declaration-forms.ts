// Functions, types, fields and imports declared as in another language.

import type { Change } from '../../inspection.ts'
import { insertion, isFirstOnLine, replacement, tokenAt } from './go-code.ts'
import { endOfLine, type Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import {
  assignFunction,
  deleteText,
  fieldsWithoutPunctuation,
  insertText,
  moveImports,
  quotePath,
  resultsInParentheses,
  writeInstead,
} from './words.ts'

/** func load(id int) Order, error {     func load(id int) -> Order {     func load(id int): Order { */
export const resultForms: FindRepairs = ({ tokens, at, text, within }) => {
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  const close = lastBefore(tokens, at, ({ text: word }) => word === ')')
  const isResult =
    close !== null && close < at && lastBefore(tokens, close, ({ text: word }) => word === 'func') !== null
  if (isResult && (fault.text === ',' || fault.kind === 'name' || startsType.has(fault.text))) {
    const brace = tokens.findIndex((token, i) => i > at && (token.text === '{' || token.kind === 'newline'))
    if (brace < 0 || tokenAt(tokens, brace).line !== fault.line) return []
    const start = tokenAt(tokens, close + 1).start
    const end = tokenAt(tokens, brace - 1).end
    const first = tokenAt(tokens, close + 1)
    const second = tokenAt(tokens, close + 2)
    const isNamed = first.kind === 'name' && second.start > first.end && second.line === first.line
    const isList = tokens.slice(close, brace).some(({ text: word }) => word === ',')
    if (start >= end || !(isNamed || isList)) return []
    return [
      { title: resultsInParentheses, changes: [insertion(start, '('), insertion(end, ')')], certain: true },
    ]
  }
  const isArrow =
    (fault.text === '>' && before.text === '-') ||
    (fault.text === '-' && tokenAt(tokens, at + 1).text === '>')
  const isThick =
    (fault.text === '>' && before.text === '=') ||
    (fault.text === '=' && tokenAt(tokens, at + 1).text === '>')
  if (isArrow || isThick) {
    const first = fault.text === '>' ? at - 1 : at
    const from = tokenAt(tokens, first - 1).end
    const next = tokenAt(tokens, first + 2)
    return [
      {
        title: deleteText(isArrow ? '->' : '=>'),
        changes: [{ start: from, end: next.start, text: ' ' }],
        certain: isArrow,
      },
    ]
  }
  if (fault.text === ':' && before.text === ')') {
    const next = tokenAt(tokens, at + 1)
    return [
      {
        title: deleteText(':'),
        changes: [{ start: fault.start, end: next.start, text: ' ' }],
        certain: true,
      },
    ]
  }
  // func load(id: int)
  if (fault.text === ':' && before.kind === 'name' && within === 'parameters') {
    const all = tokens.filter(({ text: word, line }) => word === ':' && line === fault.line)
    const drop = (token: Token): Change => ({
      start: token.start,
      end: token.end,
      text: text[token.end] === ' ' ? '' : ' ',
    })
    return [[fault], all].map(list => ({ title: deleteText(':'), changes: list.map(drop), certain: true }))
  }
  return []
}

const startsType = new Set(['*', '[', 'map', 'chan', 'func', 'interface', 'struct'])

function lastBefore(tokens: readonly Token[], at: number, wanted: (token: Token) => boolean): number | null {
  for (let i = at - 1; i >= 0 && tokenAt(tokens, i).line === tokenAt(tokens, at).line; i--)
    if (wanted(tokenAt(tokens, i))) return i
  return null
}

/** Name string,     Name: string     in a struct or an interface */
export const fieldPunctuation: FindRepairs = ({ tokens, at, within }) => {
  const fault = tokenAt(tokens, at)
  if (within !== 'struct' && within !== 'interface' && within !== 'group' && within !== 'import') return []
  if (fault.text !== ',' && fault.text !== ':' && fault.text !== '=') return []
  const drop = (token: Token): Change => replacement(token, '')
  const open = tokens.findLastIndex((token, i) => i < at && (token.text === '{' || token.text === '('))
  const close = tokens.findIndex((token, i) => i > at && (token.text === '}' || token.text === ')'))
  const same = tokens.slice(open, close).filter((token, i) => {
    const next = tokenAt(tokens, open + i + 1)
    return token.text === fault.text && (fault.text === ':' || next.line > token.line)
  })
  return [[fault], same].map(list => ({
    title: fieldsWithoutPunctuation,
    changes: list.map(drop),
    certain: fault.text !== '=',
  }))
}

/** type Order {     struct Order {     type struct Order {     class Order { */
export const typeForms: FindRepairs = ({ tokens, at, text }) => {
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  const repairs: Repair[] = []
  if (fault.text === '{' && before.kind === 'name' && tokenAt(tokens, at - 2).text === 'type') {
    const next = tokenAt(tokens, at + 2)
    const kind = next.text === '(' ? 'interface' : 'struct'
    repairs.push({ title: insertText(kind), changes: [insertion(before.end, ` ${kind}`)], certain: true })
  }
  for (const i of [at, at - 1]) {
    const word = tokenAt(tokens, i)
    const name = tokenAt(tokens, i + 1)
    const isKind =
      word.text === 'struct' || word.text === 'interface' || word.text === 'class' || word.text === 'enum'
    if (!isKind || name.kind !== 'name' || tokenAt(tokens, i + 2).text !== '{') continue
    const kind = word.text === 'interface' ? 'interface' : 'struct'
    const hasType = tokenAt(tokens, i - 1).text === 'type'
    const changes = [
      { start: word.start, end: name.end, text: `${hasType ? '' : 'type '}${name.text} ${kind}` },
    ]
    repairs.push({
      title: writeInstead(`type ${name.text} ${kind}`, text.slice(word.start, name.end)),
      changes,
      certain: word.text === kind,
    })
  }
  return repairs
}

/** func helper() { … } inside a function */
export const nestedFunction: FindRepairs = ({ tokens, at, within, text }) => {
  const name = tokenAt(tokens, at)
  const keyword = tokenAt(tokens, at - 1)
  if (keyword.text !== 'func' || name.kind !== 'name' || within === 'file') return []
  if (!isFirstOnLine(text, keyword) || text[keyword.start - 1] === '\n') return []
  const changes = [{ start: keyword.start, end: name.end, text: `${name.text} := func` }]
  return [{ title: assignFunction, changes, certain: false }]
}

/** import fmt     "fmt", */
export const importForms: FindRepairs = ({ tokens, at, within, text }) => {
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (within !== 'import' && before.text !== 'import') return []
  if (fault.text === ',' || fault.text === ';') return []
  // import net/http
  const lineStart =
    before.text === 'import' || before.kind === 'newline' || before.text === '(' ? fault : before
  const end = endOfLine(text, lineStart.start)
  const path = text.slice(lineStart.start, end).split(/[;,)\s]/)[0] ?? ''
  if (path === '' || /["'`(]/.test(path)) return []
  const changes = [{ start: lineStart.start, end: lineStart.start + path.length, text: `"${path}"` }]
  return [{ title: quotePath, changes, certain: true }]
}

/** An import below the first declaration moves up behind the package clause or the last import. */
export const lateImport: FindRepairs = ({ tokens, at, within, text, declarations }) => {
  const fault = tokenAt(tokens, at)
  if (within !== 'file' || fault.text !== 'import') return []
  const next = declarations.find(start => start > fault.start) ?? text.length
  let last = at
  for (let i = at; i < tokens.length - 1 && tokenAt(tokens, i).start < next; i++) {
    if (tokenAt(tokens, i).kind === 'string' || tokenAt(tokens, i).text === ')') last = i
    if (tokenAt(tokens, i).kind === 'newline' && tokenAt(tokens, i - 1).text === ')') break
  }
  const end = endOfLine(text, tokenAt(tokens, last).end)
  const code = text.slice(fault.start, end)
  const target = lastImportEnd(tokens, text, at)
  const gap = /^(?:\r?\n){0,2}/.exec(text.slice(end, end + 4))?.[0].length ?? 0
  const changes: Change[] = [
    insertion(target.at, target.isImport ? `\n${code}` : `\n\n${code}`),
    { start: fault.start, end: end + gap, text: '' },
  ]
  return [{ title: moveImports, changes, certain: true }]
}

function lastImportEnd(
  tokens: readonly Token[],
  text: string,
  at: number,
): { at: number; isImport: boolean } {
  let end = 0
  let isImport = false
  for (let i = 0; i < at; i++) {
    const { text: word, kind } = tokenAt(tokens, i)
    if (['func', 'type', 'var', 'const'].includes(word)) break
    if (word === 'import') isImport = true
    if (kind === 'newline') end = endOfLine(text, tokenAt(tokens, i - 1).end)
  }
  return { at: end, isImport }
}
