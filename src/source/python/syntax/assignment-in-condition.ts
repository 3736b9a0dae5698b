// `if total = 10:`: one `=` where two are meant, or the walrus.

import { replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'

export const assignmentInCondition = repairing((source, { line }) => {
  const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
  const asks = tokens.some(({ text }) =>
    ['if', 'elif', 'while', 'assert', 'return', 'and', 'or', 'not', 'in'].includes(text),
  )
  if (!asks) return []
  return tokens.flatMap((token, i): readonly Candidate[] => {
    if (token.text !== '=') return []
    const [name, value] = [tokens[i - 1], tokens[i + 1]]
    const compared = {
      title: replace('=', '=='),
      changes: [{ start: token.start, end: token.end, text: '==' }],
    }
    // `while chunk = file.read():` wants the value of the call
    const called = tokens[i + 2]?.text === '(' || tokens[i + 2]?.text === '.'
    if (name?.kind !== 'name' || tokens[i - 2]?.text === '.' || value?.kind !== 'name' || !called)
      return [compared]
    return [
      { title: replace('=', ':='), changes: [{ start: token.start, end: token.end, text: ':=' }] },
      compared,
    ]
  })
})
