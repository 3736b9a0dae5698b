// `print("total" total)`, a list whose line lacks its comma, a dict without its colon.

import { keywords } from '../keywords.ts'
import { insert, replace } from '../words.ts'
import { type Candidate, repairing, tokensNear } from './repair.ts'
import type { Token } from './tokens.ts'

export const missingComma = repairing((source, { line }) => {
  const near = tokensNear(source, line, 2)
  const pairs = near.flatMap((token, i): readonly (readonly [Token, Token])[] => {
    const next = near[i + 1]
    return next !== undefined && next.depth > 0 && endsValue(token) && beginsValue(next)
      ? [[token, next]]
      : []
  })
  return pairs.flatMap(([left, right]): readonly Candidate[] => {
    const gap = left.end === right.start && left.line === right.line ? ' ' : ''
    const joined = `${left.text}_${right.text}`
    if (left.kind === 'name' && right.kind === 'name' && source.code.some(({ text }) => text === joined))
      return [
        {
          title: replace(`${left.text} ${right.text}`, joined),
          changes: [{ start: left.start, end: right.end, text: joined }],
          line: left.line,
        },
      ]
    const comma = {
      title: insert(','),
      changes: [{ start: left.end, end: left.end, text: `,${gap}` }],
      line: left.line,
      // Two blanks are what an operator has left.
      ...(left.line === right.line && right.start - left.end > 1 ? { doubtful: true as const } : {}),
    }
    const colon = {
      title: insert(':'),
      changes: [{ start: left.end, end: left.end, text: `:${gap}` }],
      line: left.line,
    }
    return left.kind === 'string' && isInBraces(source.code, left) ? [comma, colon] : [comma]
  })
})

function endsValue({ kind, text }: Token): boolean {
  return (
    kind === 'string' ||
    kind === 'number' ||
    (kind === 'name' && !keywords.has(text)) ||
    /^(True|False|None|\)|\]|\})$/.test(text)
  )
}

function beginsValue({ kind, text }: Token): boolean {
  return (
    kind === 'string' ||
    kind === 'number' ||
    (kind === 'name' && !keywords.has(text)) ||
    /^(True|False|None|not|lambda|\{|\[|\*\*|\()$/.test(text)
  )
}

function isInBraces(code: readonly Token[], token: Token): boolean {
  const open = code.findLast(
    other => other.start < token.start && other.depth === token.depth - 1 && '([{'.includes(other.text),
  )
  return open?.text === '{'
}
