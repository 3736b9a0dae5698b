// Signs that are too many, with the edits that take them out: `::`, `= =`, `$total`, `:=` as a statement.

import { remove, replace } from '../words.ts'
import { caretOf } from './caret.ts'
import { type Candidate, repairing } from './repair.ts'

export const extraSign = repairing(
  (_, scene) => {
    const caret = caretOf(scene)
    if (caret === null) return []
    const { tokens, bad, before } = caret
    // `if paid::`, `total = = 3`
    if (
      bad !== undefined &&
      before !== undefined &&
      bad.text === before.text &&
      /^(?:[:=.]|[-+*/]=|==)$/.test(bad.text)
    ) {
      const isStatement = !/^(?:if|elif|while|assert|return)$/.test(tokens[0]?.text ?? '')
      const once: Candidate = {
        title: remove(bad.text),
        changes: [{ start: before.end, end: bad.end, text: '' }],
        line: bad.line,
        ...(isStatement ? {} : { doubtful: true as const }),
      }
      if (bad.text !== '=' || isStatement) return [once]
      const both = {
        ...once,
        title: replace('= =', '=='),
        changes: [{ start: before.end, end: bad.start, text: '' }],
      }
      return [both, once]
    }
    // `$total`, `paid?`
    const stray = [bad, before].find(token => token !== undefined && /^[$?`]$/.test(token.text))
    if (stray !== undefined) {
      const all = stray.text === '`' ? tokens.filter(({ text }) => text === '`') : [stray]
      return [
        {
          title: remove(stray.text),
          changes: all.map(({ start, end }) => ({ start, end, text: '' })),
          line: stray.line,
          doubtful: true,
        },
      ]
    }
    // `total := 900`
    const [name, sign] = tokens
    if (name?.kind === 'name' && sign?.text === ':=')
      return [
        {
          title: replace(':=', '='),
          changes: [{ start: sign.start, end: sign.end, text: '=' }],
          line: sign.line,
        },
      ]
    return []
  },
  { parsesAlready: true },
)
