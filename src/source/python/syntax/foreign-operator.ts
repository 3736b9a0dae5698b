// `&&`, `||`, `!x`, `===`, `i++`, `<>`: operators of other languages.

import type { Change } from '../../inspection.ts'
import { replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'
import type { Token } from './tokens.ts'

const same: Readonly<Record<string, string>> = {
  '&&': 'and',
  '||': 'or',
  '===': '==',
  '!==': '!=',
  '<>': '!=',
}

export const foreignOperator = repairing(
  (source, { line }) => {
    const statement = logicalLineAt(source.lines, line)
    if (statement === null) return []
    const changes = statement.tokens.flatMap((token, index) => changeOf(token, statement.tokens, index))
    const [first] = changes
    if (first === undefined) return []
    const old = source.text.slice(first.start, first.end)
    const candidates: Candidate[] = [
      {
        title: replace(old.trim(), first.text.trim()),
        changes,
        slots: { written: old.trim(), python: first.text.trim() },
      },
    ]
    return candidates
    // The grammar reads on over the line end behind `i++`.
  },
  { parsesAlready: true },
)

function changeOf(token: Token, tokens: readonly Token[], index: number): readonly Change[] {
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  const word = same[token.text]
  if (word !== undefined) {
    // `a&&b` has no blanks of its own.
    const spaced = /^[a-z]/.test(word)
    const left = spaced && before !== undefined && before.end === token.start ? ' ' : ''
    const right = spaced && after !== undefined && after.start === token.end ? ' ' : ''
    return [{ start: token.start, end: token.end, text: `${left}${word}${right}` }]
  }
  // `=<` and `=>` are two operators for the tokenizer.
  if (
    token.text === '=' &&
    after !== undefined &&
    (after.text === '<' || after.text === '>') &&
    after.start === token.end
  )
    // `def total(order) => int:`
    return [
      {
        start: token.start,
        end: after.end,
        text: after.text === '>' && tokens.some(({ text }) => text === 'def') ? '->' : `${after.text}=`,
      },
    ]
  if (token.text === '!' && after !== undefined)
    return [{ start: token.start, end: after.start, text: 'not ' }]
  if ((token.text === '++' || token.text === '--') && before !== undefined && after === undefined)
    return [{ start: before.end, end: token.end, text: ` ${token.text[0]}= 1` }]
  return []
}
