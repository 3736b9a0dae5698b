// Syntax that is right, but newer than the Python that reads it.

import { atCaret, type Caret, isDef, openerOf } from './caret.ts'

/** `match order:`, `except* ValueError:`, `def first[T](…)`, `with (open(a) as f):` */
export const newerSyntax = atCaret(caret => {
  const found = versionOf(caret)
  return found === null ? null : { slots: { syntax: found[0], version: found[1] } }
})

function versionOf({
  tokens,
  at,
  bad,
  before,
  second,
}: Caret): readonly [syntax: string, version: string] | null {
  const [first, next] = tokens
  const last = tokens.at(-1)
  if (first === undefined || bad === undefined) return null
  if (first.text === 'match' && at === 1 && last?.text === ':' && bad.line === first.line && bad.text !== '=')
    return ['match', '3.10']
  if (first.text === 'except' && bad.text === '*' && at === 1 && last?.text === ':')
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
  if (bad.text === ':=' && before?.kind === 'name') return [':=', '3.8']
  const open = openerOf(tokens, at)
  if (first.text === 'with' && open === 1 && bad.text === 'as') return ['with (…, …)', '3.9']
  if (isDef(tokens) && bad.text === '/' && before?.text === ',' && second?.kind === 'name')
    return ['/', '3.8']
  if (bad.kind === 'string' && before?.end === bad.start && /^[tT][rR]?$/.test(before.text))
    return ['t"…"', '3.14']
  if (bad.kind === 'string' && before?.end === bad.start && /^[fF][rR]?$/.test(before.text))
    return ['f"…"', '3.6']
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
