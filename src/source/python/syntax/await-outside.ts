// `await` in a plain function: the function has lost its `async`.

import { makeAsync } from '../words.ts'
import { repairing } from './repair.ts'

export const awaitOutside = repairing(
  ({ lines }, { line }) => {
    const at = lines.findLastIndex(one => one.line <= line)
    const own = lines[at]
    if (own === undefined) return []
    let indent = own.indent.length
    // The head may be the failing line itself: `def total(): return await load()`
    for (let i = at; i >= 0; i--) {
      const one = lines[i]
      const [first, name] = one?.tokens ?? []
      if (one === undefined || first === undefined || (one.indent.length >= indent && i !== at)) continue
      indent = Math.min(indent, one.indent.length)
      if (first.text === 'def' && name !== undefined) {
        const changes = [{ start: first.start, end: first.start, text: 'async ' }]
        return [
          {
            title: makeAsync(name.text),
            changes,
            slots: { function: name.text },
            line: one.line,
            doubtful: true,
          },
        ]
      }
      if (first.text === 'class' || (first.text === 'async' && name?.text === 'def')) return []
    }
    return []
  },
  { parsesAlready: true },
)
