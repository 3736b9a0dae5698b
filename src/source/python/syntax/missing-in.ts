// `for order orders:`, `for i range(3):`, `for i = range(3):`: a loop without its `in`.

import { insert, replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

export const missingIn = repairing(({ code }, { line }) =>
  code.flatMap((token, index): readonly Candidate[] => {
    if (token.text !== 'for' || Math.abs(token.line - line) > 1) return []
    const end = endOfTargets(code, index + 1)
    const [last, next] = [code[end - 1], code[end]]
    if (last === undefined || next === undefined || end === index + 1 || next.line !== token.line) return []
    // `for i = range(3):`, `for order of orders:`
    const wrong = next.text === '=' || next.text === ':' || /^(?:of|on|from|is|at)$/.test(next.text)
    const after = code[end + 1]
    if (wrong && after !== undefined && after.line === next.line && after.text !== ')')
      return [
        {
          title: replace(next.text, 'in'),
          changes: [
            {
              start: next.start,
              end: next.end,
              text: next.text === ':' ? ' in' : 'in',
            },
          ],
          line: token.line,
        },
      ]
    if (next.text === 'in' || !/^[\p{L}_([{'"\d]/u.test(next.text)) return []
    // `for section results in sections`: the `in` is there.
    const rest = code.slice(end, end + 12)
    const stop = rest.findIndex(({ text, line: row }) => text === ':' || row !== token.line)
    if (
      rest
        .slice(0, stop === -1 ? rest.length : stop)
        .some(({ text, depth }) => text === 'in' && depth === token.depth)
    )
      return [
        {
          title: insert(','),
          changes: [{ start: last.end, end: last.end, text: ',' }],
          line: token.line,
          doubtful: true,
        },
      ]
    const gap = last.end === next.start ? ' ' : ''
    return [
      {
        title: insert('in'),
        changes: [{ start: last.end, end: last.end, text: ` in${gap}` }],
        line: token.line,
      },
    ]
  }),
)

/** Behind the names that a loop stores into, from `at` on: `sku, (price, count)`. */
function endOfTargets(code: readonly Token[], at: number): number {
  const start = code[at]
  if (start === undefined) return at
  let end = at
  while (true) {
    const token = code[end]
    if (token?.text === '(' || token?.text === '[') {
      const close = code.findIndex(
        (other, i) => i > end && other.depth === token.depth + 1 && /^[)\]]$/.test(other.text),
      )
      if (close === -1) return at
      end = close + 1
    } else if (token?.kind === 'name' && token.text !== 'in') end++
    else return end
    if (code[end]?.text !== ',') return end
    end++
  }
}
