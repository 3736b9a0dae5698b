// `total > 0 ? 'paid' : 'open'`: the conditional expression of C, JavaScript and others.

import { writeTernary } from '../words.ts'
import { repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'
import type { Token } from './tokens.ts'

const openers = new Set(['=', ',', '(', '[', '{', 'return', ':=', '+=', 'yield', ':', 'in'])
const closers = new Set([',', ')', ']', '}', ';'])

export const foreignTernary = repairing((source, { line }) => {
  const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
  const at = tokens.findIndex(({ text }) => text === '?')
  const mark = tokens[at]
  if (mark === undefined) return []
  const colon = tokens.findIndex((token, i) => i > at && token.text === ':' && token.depth === mark.depth)
  const start = tokens.findLastIndex((token, i) => i < at && isOpener(token, mark.depth)) + 1
  const stop = tokens.findIndex(
    (token, i) => i > colon && closers.has(token.text) && token.depth <= mark.depth,
  )
  const last = tokens[(stop === -1 ? tokens.length : stop) - 1]
  const [first, beforeMark, second, beforeColon, third] = [
    tokens[start],
    tokens[at - 1],
    tokens[at + 1],
    tokens[colon - 1],
    tokens[colon + 1],
  ]
  if (colon === -1 || !first || !beforeMark || !second || !beforeColon || !third || !last) return []
  const part = (from: Token, to: Token) => source.text.slice(from.start, to.end)
  const text = `${part(second, beforeColon)} if ${part(first, beforeMark)} else ${part(third, last)}`
  return [{ title: writeTernary, changes: [{ start: first.start, end: last.end, text }] }]
})

/** What may stand before a conditional expression, at its own depth or as the bracket around it. */
function isOpener({ text, depth }: Token, at: number): boolean {
  return openers.has(text) && depth === ('([{'.includes(text) ? at - 1 : at)
}
