// Statements with the wrong sign, or without their brackets: `:=` with nothing new, `==` for `=`, `defer f.Close`.

import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import type { Token } from '../syntax/lex-go.ts'
import { closeOf, functionsAround, indexAt, statementAround, textBetween, tokensOf } from './lexed-file.ts'
import { assignInstead, assignNotCompare, callIt } from './words.ts'

/** total := sum() where total exists already */
export const nothingNew: Inspect = scene => {
  if (!scene.whole) return null
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const at = [near, near + 1, near - 1, near + 2].find(i => tokenAt(tokens, i).text === ':=')
  if (at === undefined) return null
  const { start, end } = tokenAt(tokens, at)
  const certain = staysOfType(tokens, at, scene.file.text)
  const changes = [{ path: scene.file.path, start, end, text: '=' }]
  return { proposals: [{ title: assignInstead, certain, changes }] }
}

/** Whether the value is surely of the type that the names have: the same is called as where they were declared. */
function staysOfType(tokens: readonly Token[], at: number, text: string): boolean {
  const { first, end } = statementAround(tokens, at)
  const names = textBetween(text, tokens, first, at)
  const called = callee(tokens, at + 1, end)
  if (called === 'append' && tokenAt(tokens, at + 3).text === names) return true
  // err := save(order): an error is an error.
  if (names === 'err' || names === '_, err') return true
  const from = functionsAround(tokens, at)[0]?.keyword ?? 0
  if (called === '') return tokenAt(tokens, at + 1).text === names
  for (let i = from; i < first; i++) {
    const sign = tokenAt(tokens, i)
    if (sign.text !== ':=' && sign.text !== '=') continue
    const other = statementAround(tokens, i)
    if (textBetween(text, tokens, other.first, i) === names && callee(tokens, i + 1, other.end) === called)
      return true
  }
  return false
}

/** `kp.Seed` of `kp.Seed()`; '' of what is no call. */
function callee(tokens: readonly Token[], first: number, end: number): string {
  let called = ''
  for (let i = first; i < end; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (text === '(') return called
    if (kind !== 'name' && text !== '.') return ''
    called += text
  }
  return ''
}

/** order.Total == sum on a line of its own */
export const comparisonAsStatement: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.includes('==')) return null
  const tokens = tokensOf(scene.file)
  const { first, end } = statementAround(tokens, indexAt(tokens, scene.offset))
  let depth = 0
  let sign: Token | null = null
  for (let i = first; i < end; i++) {
    const token = tokenAt(tokens, i)
    if (['(', '[', '{'].includes(token.text)) depth++
    if ([')', ']', '}'].includes(token.text)) depth--
    if (depth > 0) continue
    if (['&&', '||', '!=', '<', '>', '<=', '>=', ':=', '='].includes(token.text)) return null
    if (token.text !== '==') continue
    if (sign !== null) return null
    sign = token
  }
  const last = sign === null ? '' : tokenAt(tokens, tokens.indexOf(sign) - 1)
  if (sign === null || last === '' || !(last.kind === 'name' || last.text === ']' || last.text === ')'))
    return null
  // (*order).Total can be assigned to, load() cannot.
  const isAssignable = last.text !== ')' && tokenAt(tokens, first).kind === 'name'
  const certain = isAssignable || tokenAt(tokens, first).text === '*'
  if (last.text === ')' && !certain) return null
  const changes = [{ path: scene.file.path, start: sign.start, end: sign.end, text: '=' }]
  return { proposals: [{ title: assignNotCompare, certain, changes }] }
}

/** Methods that are called without arguments. */
const withoutArguments = new Set([
  'Unlock',
  'RUnlock',
  'Done',
  'Close',
  'Stop',
  'cancel',
  'Cancel',
  'Flush',
  'Rollback',
  'Wait',
  'Sync',
  'Lock',
  'RLock',
])

/** defer file.Close     go func() { … } */
export const callMissing: Inspect = scene => {
  if (!scene.whole) return null
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const keyword = [near, near - 1].find(i => ['go', 'defer'].includes(tokenAt(tokens, i).text)) ?? near - 1
  const word = tokenAt(tokens, keyword).text
  if (word !== 'go' && word !== 'defer') return null
  const { end } = statementAround(tokens, keyword)
  const last = tokenAt(tokens, end - 1)
  if (last.text === ')') return null
  const next = tokenAt(tokens, keyword + 1)
  const isLiteral = next.text === 'func'
  const open = keyword + 2
  const isBare = isLiteral && tokenAt(tokens, open).text === '(' && closeOf(tokens, open) === open + 1
  const certain = isLiteral ? isBare && last.text === '}' : withoutArguments.has(last.text)
  const changes = [{ path: scene.file.path, start: last.end, end: last.end, text: '()' }]
  return { proposals: [{ title: callIt, certain, changes }] }
}
