// Parameters and arguments: marks in an impossible order, values that are missing, what is no name.

import { keywords } from '../keywords.ts'
import { atCaret, isDef, lambdaBefore, openerOf } from './caret.ts'
import type { Token } from './tokens.ts'

/** `find(limit=)`, `def find(limit=):` */
export const emptyValue = atCaret(({ bad, before, second }) =>
  before?.text === '=' &&
  second?.kind === 'name' &&
  bad !== undefined &&
  /^[,)]$/.test(bad.text) &&
  bad.depth > 0
    ? {}
    : null,
)

/** The parameters before the token at `at`, of the `def` or `lambda` that it is in; null when it is in none. */
function parametersBefore(tokens: readonly Token[], at: number): readonly Token[] | null {
  const lambda = lambdaBefore(tokens, at)
  if (lambda !== -1) return tokens.slice(lambda + 1, at)
  const open = openerOf(tokens, at)
  return isDef(tokens) &&
    open !== -1 &&
    tokens[open]?.depth === 0 &&
    open <= 3 &&
    tokens[open - 1]?.kind === 'name'
    ? tokens.slice(open + 1, at)
    : null
}

/** `def find(/, status)`, `def ship(*orders, *, carrier)`, `def find(**options, limit)`. */
export const markOrder = atCaret(({ tokens, at, bad, before }) => {
  const own = bad === undefined ? null : parametersBefore(tokens, at)
  if (own === null || bad === undefined) return null
  const has = (text: string) =>
    own.some(
      (token, i) => token.text === text && (i === 0 || own[i - 1]?.text === ',') && token.depth === bad.depth,
    )
  if (has('**')) return {}
  if (bad.text === '/' && (before?.text === ',' || own.length === 0))
    return own.length === 0 || has('/') || has('*') ? {} : null
  if (bad.text !== '*') return null
  return before?.text === '/' || has('*') ? {} : null
})

/** `def tag(*labels=())`. */
export const starDefault = atCaret(({ tokens, at, bad, before, second }) =>
  bad?.text === '=' &&
  before?.kind === 'name' &&
  (second?.text === '*' || second?.text === '**') &&
  parametersBefore(tokens, at) !== null
    ? {}
    : null,
)

/** `lambda (name, count): count`, `def ship(order, (street, city)):` */
export const tupleParameter = atCaret(({ tokens, at, bad, before }) => {
  if (bad?.text !== '(' || (before?.text !== 'lambda' && before?.text !== ',' && before?.text !== '('))
    return null
  // `def total((prices):` has a bracket too many.
  const close = tokens.findIndex((token, i) => i > at && token.text === ')' && token.depth === bad.depth + 1)
  if (close === -1 || !/^(?:,|\)|=|:)$/.test(tokens[close + 1]?.text ?? '')) return null
  if (tokens[close + 1]?.text === ':' && before.text !== 'lambda' && before.text !== ',') return null
  return parametersBefore(tokens, at) === null ? null : {}
})

/** `ship(*, express=True)`, `[*]`. */
export const loneStar = atCaret(({ tokens, bad, before, second }) =>
  (before?.text === '*' || before?.text === '**') &&
  second !== undefined &&
  /^[([{,=]$/.test(second.text) &&
  (bad === undefined || /^[,)\]}]$/.test(bad.text)) &&
  !isDef(tokens)
    ? {}
    : null,
)

/** `def find("status")`, `def find(int status)`, `def find(order.id)`. */
export const parameterName = atCaret(({ tokens, at, bad, before }) => {
  if (bad === undefined || before === undefined || !isDef(tokens)) return null
  const name = tokens[0]?.text === 'async' ? 2 : 1
  if (at === name || at === name + 1) return null
  if (parametersBefore(tokens, at) === null) return null
  const opens = before.text === '(' || before.text === ','
  if (opens && (bad.kind === 'string' || bad.kind === 'number' || bad.text === '...'))
    return { slots: { written: bad.text } }
  const behindName = before.kind === 'name' && (bad.kind === 'name' || /^[.;[(]$/.test(bad.text))
  return behindName
    ? { slots: { written: `${before.text}${bad.kind === 'name' ? ' ' : ''}${bad.text}` } }
    : null
})

/** `def (order):`, `class:`, `def 2nd():` */
export const nameless = atCaret(({ tokens, at, bad, before }) => {
  const first = tokens[0]?.text === 'async' ? tokens[1] : tokens[0]
  if (first === undefined || before !== first || at > 2 || !/^(?:def|class)$/.test(first.text)) return null
  return bad === undefined || /^[(:]$/.test(bad.text) || /^(?:number|string)$/.test(bad.kind)
    ? { slots: { statement: first.text } }
    : null
})

/** `def total order:` */
export const noParentheses = atCaret(({ tokens, at, bad, before }) => {
  const name = tokens[0]?.text === 'async' ? 2 : 1
  return isDef(tokens) && at === name + 1 && before?.kind === 'name' && bad?.kind === 'name'
    ? { slots: { name: before.text } }
    : null
})

/** `def ship(None)`, `class True:`, `order.class`, `import lambda`, `await = 3`. */
export const reservedName = atCaret(({ tokens, at, bad, before }) => {
  const found = (word: string) => ({ slots: { keyword: word, name: `${word.toLowerCase()}_` } })
  if (bad?.text === '=' && before !== undefined && keywords.has(before.text))
    return at === 1 || tokens[at - 2]?.text === '=' ? found(before.text) : null
  // `async.run()`, as in code from before Python 3.7
  if (
    at === 1 &&
    /^(?:async|await)$/.test(before?.text ?? '') &&
    /^[.(]$/.test(bad?.text ?? '') &&
    before?.text === 'async'
  )
    return found('async')
  if (bad === undefined || before === undefined || !keywords.has(bad.text)) return null
  const asName =
    /^(?:def|class|\.|lambda|for)$/.test(before.text) ||
    (/^(?:import|from)$/.test(before.text) && bad.text !== 'import') ||
    (/^[(,]$/.test(before.text) && (tokens[at + 1]?.text === '=' || parametersBefore(tokens, at) !== null))
  return asName && !(before.text === 'for' && bad.text === 'in') && bad.text !== 'not'
    ? found(bad.text)
    : null
})
