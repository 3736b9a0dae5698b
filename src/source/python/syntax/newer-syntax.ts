// Syntax that is right, but newer than the Python that reads it.

import { atCaret, type Caret, isDef, openerOf } from './caret.ts'
import type { Token } from './tokens.ts'

/** `match order:`, `except* ValueError:`, `def first[T](…)` */
export const newerSyntax = atCaret((caret, { offset }) => {
  const found = versionOf(caret, offset)
  return found === null ? null : { slots: { syntax: found[0], version: found[1] } }
})

function versionOf(
  { tokens, at, bad, before, second }: Caret,
  offset: number,
): readonly [syntax: string, version: string] | null {
  const [first, next] = tokens
  const last = tokens.at(-1)
  if (first === undefined || bad === undefined) return null
  if (first.text === 'match' && at === 1 && last?.text === ':' && bad.line === first.line && bad.text !== '=')
    return ['match', '3.10']
  if (first.text === 'except' && bad.text === '*' && at === 1 && tokens.some(({ text }) => text === ':'))
    return ['except*', '3.11']
  if (first.text === 'type' && at === 1 && bad.kind === 'name' && tokens.some(({ text }) => text === '='))
    return [`type ${bad.text} =`, '3.12']
  if (first.text === 'lazy' && at === 1 && /^(?:import|from)$/.test(bad.text)) return ['lazy import', '3.15']
  const name = first.text === 'async' ? tokens[2] : next
  if (
    (isDef(tokens) || first.text === 'class') &&
    bad.text === '[' &&
    before === name &&
    tokens[at + 1]?.text !== ']'
  )
    return [`${first.text === 'class' ? 'class' : 'def'} ${name?.text ?? ''}[…]`, '3.12']
  if (bad.text === ':=' && before?.kind === 'name' && needsNoParentheses(tokens, at)) return [':=', '3.8']
  const isFirst = !tokens.slice(0, at).some(({ text }) => text === '/' || text === '*')
  if (isDef(tokens) && isFirst && bad.text === '/' && before?.text === ',' && second?.kind === 'name')
    return ['/', '3.8']
  // The prefix is part of the string for this tokenizer; for an older Python it is a name.
  if (bad.kind === 'string' && /^[tT][rR]?['"]/.test(bad.text) && offset > bad.start) return ['t"…"', '3.14']
  if (
    bad.text === '*' &&
    before?.text === '[' &&
    second?.end === before.start &&
    tokens[at + 1]?.kind === 'name'
  )
    return ['[*…]', '3.11']
  if (/^(?:return|yield)$/.test(first.text) && bad.text === '*' && tokens[at + 1]?.kind === 'name')
    return [`${first.text} *…`, '3.8']
  if (
    first.text === '@' &&
    at > 1 &&
    /^[([.]$/.test(bad.text) &&
    before !== undefined &&
    /^[)\]]$/.test(before.text)
  )
    return ['@…', '3.9']
  return null
}

/** `with (open(a) as f, open(b) as g):` */
export const parenthesizedWith = atCaret(({ tokens, at, bad }) =>
  tokens[0]?.text === 'with' && openerOf(tokens, at) === 1 && bad?.text === 'as' ? {} : null,
)

/** Whether the `:=` at `at` stands where Python 3.8 takes it: in a condition, or in brackets of its own. */
function needsNoParentheses(tokens: readonly Token[], at: number): boolean {
  const second = tokens[at - 2]?.text ?? ''
  return /^(?:if|elif|while|and|or|not|in|\(|\[)$/.test(second)
}

/** `total := 900` as a statement, `find(limit=size := 3)`. */
export const bareWalrus = atCaret(({ tokens, at, bad, before }) => {
  if (bad?.text === ':=' && before?.kind === 'name' && !needsNoParentheses(tokens, at))
    return { slots: { name: before.text } }
  // Python 3.9 stops at the end of the line only.
  const [name, sign] = tokens
  return bad === undefined && name?.kind === 'name' && sign?.text === ':='
    ? { slots: { name: name.text } }
    : null
})

/** `class Store[]:` */
export const emptyTypeParameters = atCaret(({ tokens, at, bad, before, second }) => {
  if (at > 3 || !/^(?:class|def|type)$/.test(tokens[0]?.text ?? '')) return null
  // Python 3.12 stops at the second bracket, older ones at the first.
  const isFirst = bad?.text === '[' && before?.kind === 'name' && tokens[at + 1]?.text === ']'
  const isSecond = bad?.text === ']' && before?.text === '[' && second?.kind === 'name'
  return isFirst || isSecond ? {} : null
})

const incompatible = ['ub', 'uf', 'ut', 'ur', 'bf', 'bt', 'ft']

/** `ur"C:"`, `bf"id={order_id}"`: letters that cannot stand together before a string. */
export const stringPrefix = atCaret(({ bad, before }) => {
  if (bad?.kind !== 'string' || before?.end !== bad.start || !/^[bfrtu]{1,3}$/i.test(before.text)) return null
  const letters = before.text.toLowerCase()
  const pair = incompatible.find(([a = '', b = '']) => letters.includes(a) && letters.includes(b))
  return pair === undefined ? null : { slots: { first: pair[0] ?? '', second: pair[1] ?? '' } }
})
