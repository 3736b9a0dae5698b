// `else if`, `function`, `catch`, `throw`, `new`, `let`: words of other languages.

import { keywords } from '../keywords.ts'
import { remove, replace } from '../words.ts'
import { atCaret } from './caret.ts'
import { type Candidate, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

/** Words at the beginning of a statement, and Python's own. */
const heads: Readonly<Record<string, string>> = {
  elseif: 'elif',
  elsif: 'elif',
  elsf: 'elif',
  function: 'def',
  func: 'def',
  fn: 'def',
  fun: 'def',
  sub: 'def',
  catch: 'except',
  rescue: 'except',
  throw: 'raise',
  throws: 'raise',
  foreach: 'for',
  unless: 'if not',
  until: 'while not',
  switch: 'match',
  select: 'match',
  using: 'with',
  include: 'import',
  require: 'import',
  struct: 'class',
  interface: 'class',
}
/** Words that Python does without. */
const needless = new Set([
  'let',
  'var',
  'const',
  'val',
  'new',
  'local',
  'my',
  'public',
  'private',
  'static',
  'final',
  'then',
])
/** Types that stand before a name elsewhere: `int total = 3`. */
const types = new Set([
  'int',
  'float',
  'double',
  'string',
  'String',
  'str',
  'bool',
  'boolean',
  'char',
  'long',
  'auto',
])
const inside: Readonly<Record<string, string>> = { of: 'in', null: 'None', undefined: 'None' }

/** `function total() {`, `do:`: the word alone tells, whatever else must change. */
export const foreignHead = atCaret(({ tokens, at, bad, before }) => {
  const word = before?.text ?? ''
  const python = word === 'do' ? 'while True' : heads[word]
  if (at !== 1 || bad === undefined || before !== tokens[0] || python === undefined) return null
  return bad.kind === 'name' || bad.text === ':' || bad.text === '{' || bad.kind === 'string'
    ? { slots: { written: word, python } }
    : null
})

export const foreignWord = repairing((source, { line }) => {
  const near = source.code.filter(token => Math.abs(token.line - line) <= 1)
  return near.flatMap((token): readonly Candidate[] => {
    const index = source.code.indexOf(token)
    return candidatesFor(token, source.code[index - 1], source.code[index + 1]).map(candidate => ({
      ...candidate,
      line: token.line,
    }))
  })
})

function candidatesFor(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
): readonly Candidate[] {
  const slots = (python: string, written = token.text) => ({ written, python })
  const change = (end: number, text: string) => [{ start: token.start, end, text }]
  const isHead = before === undefined || before.line !== token.line || before.text === '}'
  if (token.text === 'else' && after?.text === 'if')
    return [
      {
        title: replace('else if', 'elif'),
        changes: change(after.end, 'elif'),
        slots: slots('elif', 'else if'),
      },
    ]
  const python = isHead ? heads[token.text] : inside[token.text]
  if (python !== undefined)
    return [{ title: replace(token.text, python), changes: change(token.end, python), slots: slots(python) }]
  // `if total > 3 then`
  if (token.text === 'then' && before?.line === token.line && after?.line !== token.line)
    return [
      {
        title: replace('then', ':'),
        changes: [{ start: before.end, end: token.end, text: ':' }],
        slots: slots(':'),
      },
    ]
  const mayLead = isHead || token.text === 'new' || (before !== undefined && needless.has(before.text))
  if (
    needless.has(token.text) &&
    mayLead &&
    after !== undefined &&
    after.line === token.line &&
    after.kind === 'name'
  )
    return [{ title: remove(token.text), changes: change(after.start, ''), slots: slots('') }]
  if (
    isHead &&
    types.has(token.text) &&
    after?.kind === 'name' &&
    after.line === token.line &&
    !keywords.has(after.text)
  )
    return [{ title: remove(token.text), changes: change(after.start, ''), slots: slots('') }]
  return []
}
