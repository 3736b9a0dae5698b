// `def total-of(order):`, `import order-prices`, `order-id = 7`: a hyphen in a name is a minus for Python.

import { replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'
import type { Token } from './tokens.ts'

export const hyphenName = repairing(
  (source, { line }) => {
    const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
    return tokens.flatMap((token, i): readonly Candidate[] => {
      if (token.kind !== 'name' || token.line !== line || !isNamePlace(tokens, i)) return []
      const end = endOfName(tokens, i)
      const last = tokens[end]
      if (last === undefined || end === i) return []
      // Without a word before it, only what is stored into is a name and no subtraction.
      if (i === 0 && tokens[end + 1]?.text !== '=') return []
      if (i > 0 && /^[(,]$/.test(tokens[i - 1]?.text ?? '') && tokens[end + 1]?.text !== '=') return []
      const written = source.text.slice(token.start, last.end)
      const python = written.replaceAll('-', '_')
      const isKnown = source.code.some(({ kind, text }) => kind === 'name' && text === python)
      return [
        {
          title: replace(written, python),
          changes: [{ start: token.start, end: last.end, text: python }],
          slots: { written, python },
          line: token.line,
          ...(isKnown ? {} : { doubtful: true as const }),
        },
      ]
    })
  },
  { parsesAlready: true },
)

/** Whether a name, and no value, stands at `i`. */
function isNamePlace(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text
  if (before === undefined || /^(?:def|class|import|from|as|for|global|nonlocal|[(,])$/.test(before))
    return true
  return false
}

/** The index of the last word that hyphens without blanks join to the one at `i`. */
function endOfName(tokens: readonly Token[], i: number): number {
  let end = i
  while (true) {
    const [hyphen, word] = [tokens[end + 1], tokens[end + 2]]
    const joins = hyphen?.text === '-' && hyphen.start === tokens[end]?.end && word?.start === hyphen.end
    if (!joins || word === undefined || (word.kind !== 'name' && word.kind !== 'number')) return end
    end += 2
  }
}
