// `if total > 10` without its colon, or with something else in its place.

import { blockKeywords } from '../keywords.ts'
import { insert, replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import type { LogicalLine } from './statements.ts'

const mistaken = new Set([';', '.', ',', '=', '{', '->', '=>'])

export const missingColon = repairing(({ lines }, { line }) => {
  // Without its colon, a head with an open bracket swallows more: lines are physical here as well.
  const near = lines.filter(one => one.line <= line + 1 && (one.tokens.at(-1)?.line ?? 0) >= line - 1)
  return near.flatMap(candidatesFor)
})

function candidatesFor({ tokens, line }: LogicalLine): readonly Candidate[] {
  const [first, second] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last === undefined || !blockKeywords.has(first.text) || last.text === ':')
    return []
  const slots = { statement: first.text === 'async' ? `async ${second?.text ?? ''}` : first.text }
  const title = insert(':')
  if (mistaken.has(last.text)) {
    const changes = [{ start: last.start, end: last.end, text: ':' }]
    return [{ title: replace(last.text, ':'), changes, slots, line }]
  }
  const candidates: Candidate[] = [
    { title, changes: [{ start: last.end, end: last.end, text: ':' }], slots, line },
  ]
  // `else return 0`, `try: x` on one line
  if (['else', 'try', 'finally'].includes(first.text) && second !== undefined)
    candidates.push({ title, changes: [{ start: first.end, end: first.end, text: ':' }], slots, line })
  // `if ready return 1`: before the statement on the same line
  const body = tokens.findIndex(
    (token, i) => i > 1 && /^(return|raise|break|continue|pass|yield|del)$/.test(token.text),
  )
  const before = tokens[body - 1]
  if (before !== undefined)
    candidates.push({ title, changes: [{ start: before.end, end: before.end, text: ':' }], slots, line })
  return candidates
}
