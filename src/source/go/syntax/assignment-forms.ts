// Declarations, assignments and comparisons written with the wrong sign or in the wrong order.

import type { Change } from '../../inspection.ts'
import { type GoCode, insertion, isFirstOnLine, replacement, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import {
  compareEqual,
  declareWithVar,
  defineName,
  insertText,
  nameBeforeType,
  testError,
  writeInstead,
} from './words.ts'

const opening = new Set(['(', '[', '{'])
const closing = new Set([')', ']', '}'])

/** The index of the last token before `at` that `wanted` says yes to, at the same depth of brackets and since `stop`. */
export function findBack(
  { tokens }: GoCode,
  at: number,
  wanted: (token: Token) => boolean,
  stop: (token: Token) => boolean,
): number | null {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const token = tokenAt(tokens, i)
    if (closing.has(token.text)) depth++
    if (opening.has(token.text)) depth--
    if (depth < 0) return null
    if (depth === 0 && wanted(token)) return i
    if (depth === 0 && stop(token)) return null
  }
  return null
}

const isHeaderWord = ({ text }: Token) => text === 'if' || text === 'for' || text === 'switch'

/** if total = 0 { … } */
export const assignmentAsCondition: FindRepairs = code => {
  const { tokens, at, within, text } = code
  const fault = tokenAt(tokens, at)
  if (within !== 'header' || (fault.text !== '{' && fault.text !== ';')) return []
  const stop = ({ text: word }: Token) => ['if', 'for', 'switch', ';', '\n'].includes(word)
  const sign = findBack(code, at, ({ text: word }) => word === '=' || word === ':=', stop)
  if (sign === null) return []
  const token = tokenAt(tokens, sign)
  // for ; p = next(p) { may as well lack a semicolon.
  const before = findBack(
    code,
    sign,
    ({ text: word }) => word === ';',
    ({ kind }) => kind === 'newline',
  )
  const isLoopPost = before !== null && tokens.slice(0, before).findLast(isHeaderWord)?.text === 'for'
  const compare: Repair = {
    title: compareEqual,
    changes: [replacement(token, '==')],
    certain: token.text === '=' && !isLoopPost,
  }
  const left =
    text
      .slice(0, token.start)
      .match(/[\w.]+\s*$/)?.[0]
      .trim() ?? ''
  const isCall = tokenAt(tokens, at - 1).text === ')'
  const hasKeyword = ({ text: word }: Token) => word === 'if'
  const isIf = findBack(code, at, hasKeyword, ({ text: word }) => word === '{' || word === '\n') !== null
  // if err = save(order) { … } forgot the test, rather than an equals sign.
  if (!isCall || !isIf || !/^(?:err|ok|found|exists)$|Err$/.test(left)) return [compare]
  const test = /^err$|Err$/.test(left) ? `; ${left} != nil` : `; ${left}`
  const changes = [insertion(tokenAt(tokens, at - 1).end, test)]
  const assign: Repair = { title: testError, changes, certain: false }
  return [assign, { ...compare, certain: false }]
}

/** total : count()     first, last : split(name)     total : = count() */
export const colonForDefine: FindRepairs = code => {
  const { tokens, at, text } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (fault.text === '=' && before.text === ':') {
    const changes = [{ start: before.start, end: fault.end, text: ':=' }]
    return [
      {
        title: writeInstead(':=', text.slice(before.start, fault.end)),
        changes,
        certain: true,
        isTold: true,
      },
    ]
  }
  if (fault.text !== ':' || before.kind !== 'name') return []
  const names = namesBefore(code, at)
  if (names.length === 0) return []
  const next = tokenAt(tokens, at + 1)
  const end = next.text === '=' ? next.end : fault.end
  const changes = [{ start: fault.start, end, text: ':=' }]
  return [{ title: defineName(names.join(', ')), changes, certain: true }]
}

/** The names of a list that ends before `at` and begins a statement. */
function namesBefore({ tokens }: GoCode, at: number): readonly string[] {
  const names: string[] = []
  for (let i = at - 1; i >= 0; i -= 2) {
    const token = tokenAt(tokens, i)
    if (token.kind !== 'name') return []
    names.unshift(token.text)
    const before = tokenAt(tokens, i - 1)
    if (before.text !== ',') {
      const begins =
        before.kind === 'newline' || [';', '{', '}', 'if', 'for', 'switch', ':'].includes(before.text)
      return begins ? names : []
    }
  }
  return []
}

/** var total := 0     const limit := 10 */
export const declareAndDefine: FindRepairs = code => {
  const { tokens, at, text } = code
  const fault = tokenAt(tokens, at)
  if (fault.text !== ':=') return []
  const keyword = findBack(
    code,
    at,
    ({ text: word }) => word === 'var' || word === 'const',
    ({ kind, text: word }) => kind === 'newline' || word === ';',
  )
  if (keyword === null) return inGroup(code, fault)
  const word = tokenAt(tokens, keyword)
  const withoutColon: Repair = {
    title: writeInstead('=', ':='),
    changes: [replacement(fault, '=')],
    certain: true,
  }
  const hasType = tokens.slice(keyword + 1, at).some(({ kind, text: t }) => kind !== 'name' && t !== ',')
  const isLocal = text.slice(0, word.start).endsWith('\t') || text.slice(0, word.start).endsWith('  ')
  const names = tokens.slice(keyword + 1, at)
  const isList = names.every((token, i) => (i % 2 === 0 ? token.kind === 'name' : token.text === ','))
  if (word.text === 'const' || !isLocal || hasType || !isList) return [withoutColon]
  const next = tokenAt(tokens, keyword + 1)
  const changes = [{ start: word.start, end: next.start, text: '' }]
  return [
    { title: defineName(names.map(({ text: t }) => t).join(' ')), changes, certain: true },
    withoutColon,
  ]
}

/** A line of a `var ( … )` or `const ( … )` group; parameters and fields have no `:=` either. */
function inGroup({ within }: GoCode, fault: Token): readonly Repair[] {
  const changes = [replacement(fault, '=')]
  return within === 'group' || within === 'declaration' || within === 'arguments' || within === 'expression'
    ? [{ title: writeInstead('=', ':='), changes, certain: within === 'group' || within === 'declaration' }]
    : []
}

/** total := 0 outside every function */
export const defineOutsideFunction: FindRepairs = code => {
  const { tokens, at, within, text } = code
  const fault = tokenAt(tokens, at)
  if (within !== 'file' || fault.kind !== 'name' || !isFirstOnLine(text, fault)) return []
  let i = at
  while (tokenAt(tokens, i).kind === 'name' && tokenAt(tokens, i + 1).text === ',') i += 2
  const sign = tokenAt(tokens, i + 1)
  if (tokenAt(tokens, i).kind !== 'name' || (sign.text !== ':=' && sign.text !== '=')) return []
  const names = tokens.slice(at, i + 1).map(token => token.text)
  const changes: Change[] = [insertion(fault.start, 'var ')]
  if (sign.text === ':=') changes.push(replacement(sign, '='))
  // An indented line rather lost its function.
  const certain = fault.start === 0 || text[fault.start - 1] === '\n'
  return [{ title: declareWithVar(names.join(', ').replaceAll(', ,', ',')), changes, certain }]
}

const basicTypes = new Set(
  'bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr any'.split(
    ' ',
  ),
)

/** int retries = 3     string name     time.Duration pause = 5 */
export const typeBeforeName: FindRepairs = code => {
  const { tokens, at, text, within } = code
  if (within !== 'statements' && within !== 'file') return []
  // Outside functions already the type cannot stand there.
  for (const i of within === 'file' ? [at + 1, at + 3] : [at]) {
    const name = tokenAt(tokens, i)
    const last = tokenAt(tokens, i - 1)
    const first = tokenAt(tokens, i - 2).text === '.' ? tokenAt(tokens, i - 3) : last
    if (
      name.kind !== 'name' ||
      last.kind !== 'name' ||
      !isFirstOnLine(text, first) ||
      first.line !== name.line
    )
      continue
    const next = tokenAt(tokens, i + 1)
    const isDeclaration =
      next.text === '=' || next.kind === 'newline' || next.text === ';' || next.text === ','
    const gap = text.slice(last.end, name.start)
    if (!isDeclaration || gap !== ' ') continue
    const type = text.slice(first.start, last.end)
    // order total: the type of a field comes second as well.
    if (basicTypes.has(name.text) || (!basicTypes.has(type) && next.text === ',')) continue
    const changes = [{ start: first.start, end: name.end, text: `var ${name.text} ${type}` }]
    return [{ title: nameBeforeType, changes, certain: basicTypes.has(type) && next.text !== ',' }]
  }
  return []
}

/** total int     order *Order     first by its keyword in other languages, or forgotten */
export const missingVar: FindRepairs = code => {
  const { tokens, at, text, within } = code
  if (within !== 'statements' && within !== 'file') return []
  const i = within === 'file' ? at : at - 1
  const name = tokenAt(tokens, i)
  const next = tokenAt(tokens, i + 1)
  if (name.text === '(' && within === 'file' && isFirstOnLine(text, name) && next.line > name.line) {
    const word = next.kind === 'string' ? 'import' : 'var'
    return [
      { title: insertText(word), changes: [insertion(name.start, `${word} `)], certain: word === 'import' },
    ]
  }
  const isName = name.kind === 'name' && isFirstOnLine(text, name) && next.line === name.line
  if (within === 'file' && isFirstOnLine(text, name) && name.line === next.line) {
    // main() {   (s *Store) Get() {   Order struct {
    const keyword = next.text === 'struct' || next.text === 'interface' ? 'type' : 'func'
    const fits = keyword === 'type' ? isName : next.text === '(' || name.text === '('
    if (fits)
      return [{ title: insertText(keyword), changes: [insertion(name.start, `${keyword} `)], certain: true }]
  }
  const gap = text.slice(name.end, next.start)
  if (!isName || gap.trim() !== '' || gap === '') return []
  const rest = tokens
    .slice(i + 1, i + 40)
    .filter(({ line, kind }) => line === name.line && kind !== 'newline')
  const sign = rest.findIndex(({ text: word }) => word === '=')
  const type = sign < 0 ? rest : rest.slice(0, sign)
  const isType =
    type.length > 0 &&
    type.every(({ kind, text: word }) => kind === 'name' || kind === 'number' || inTypes.has(word)) &&
    (basicTypes.has(next.text) ||
      next.kind !== 'name' ||
      tokenAt(tokens, i + 2).text === '.' ||
      within === 'file')
  if (!isType || !looksLikeType(type)) return []
  return [{ title: declareWithVar(name.text), changes: [insertion(name.start, 'var ')], certain: false }]
}

const inTypes = new Set([
  '*',
  '[',
  ']',
  '.',
  'map',
  'chan',
  'struct',
  'interface',
  'func',
  '{',
  '}',
  '(',
  ')',
  '<-',
  ',',
])

/** int     *Order     []string     map[string]int     time.Time */
function looksLikeType(type: readonly Token[]): boolean {
  const [first, second, third] = type
  if (first === undefined) return false
  if (first.kind === 'name') {
    if (type.length === 1) return basicTypes.has(first.text)
    return type.length === 3 && second?.text === '.' && /^[A-Z]/.test(third?.text ?? '')
  }
  return (
    first.text === '*' ||
    first.text === '[' ||
    ['map', 'chan', 'func', 'struct', 'interface', '<-'].includes(first.text)
  )
}
