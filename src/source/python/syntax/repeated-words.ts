// Words and marks typed twice, and `in not`, `not is`: what is right once, or the other way round.

import { keywords } from '../keywords.ts'
import { remove, replace } from '../words.ts'
import { type Candidate, repairing, tokensNear } from './repair.ts'

/** `return return total`, `if if paid:`, `order.id for for order in orders`. */
export const doubledWord = repairing(
  (source, { line }) => {
    const near = tokensNear(source, line)
    return near.flatMap((token, i): readonly Candidate[] => {
      const next = near[i + 1]
      if (
        next === undefined ||
        token.text !== next.text ||
        !keywords.has(token.text) ||
        token.line !== next.line ||
        /^(?:not|True|False|None)$/.test(token.text)
      )
        return []
      return [
        {
          title: remove(token.text),
          changes: [{ start: token.end, end: next.end, text: '' }],
          slots: { word: token.text },
          line: token.line,
        },
      ]
    })
  },
  { parsesAlready: true },
)

/** `total(1,, 2)`, `[, 1]`. */
export const doubledComma = repairing((source, { line }) => {
  const near = tokensNear(source, line)
  return near.flatMap((token, i): readonly Candidate[] => {
    const before = near[i - 1]
    if (token.text !== ',' || before === undefined || !/^[,([{]$/.test(before.text)) return []
    const end = before.text === ',' ? token.end : (near[i + 1]?.start ?? token.end)
    return [
      {
        title: remove(','),
        changes: [{ start: token.start, end, text: '' }],
        line: token.line,
        doubtful: true,
      },
    ]
  })
})

const turned: Readonly<Record<string, string>> = { 'in not': 'not in', 'not is': 'is not' }

/** `if sku in not stock:`, `if order not is None:` */
export const operatorOrder = repairing((source, { line }) => {
  const near = tokensNear(source, line)
  return near.flatMap((token, i): readonly Candidate[] => {
    const next = near[i + 1]
    const written = `${token.text} ${next?.text ?? ''}`
    const python = turned[written]
    if (next === undefined || python === undefined) return []
    return [
      {
        title: replace(written, python),
        changes: [{ start: token.start, end: next.end, text: python }],
        slots: { written, python },
        line: token.line,
      },
    ]
  })
})

/** `orders.map(order => order.id)`, `total = (a, b) => a + b`. */
export const arrowFunction = repairing(
  (source, { line }) => {
    const near = tokensNear(source, line)
    return near.flatMap((token, i): readonly Candidate[] => {
      const next = near[i + 1]
      const isArrow =
        token.text === '->' || (token.text === '=' && next?.text === '>' && next.start === token.end)
      if (!isArrow || token.line !== line) return []
      const end = token.text === '->' ? token.end : (next?.end ?? token.end)
      const close = near[i - 1]
      const open =
        close?.text === ')'
          ? near.findLastIndex((other, j) => j < i && other.text === '(' && other.depth === close.depth - 1)
          : i - 1
      const first = near[open]
      const before = near[open - 1]
      if (
        first === undefined ||
        close === undefined ||
        before === undefined ||
        !/^[=(,[{:]$|^return$/.test(before.text)
      )
        return []
      const names = close.text === ')' ? source.text.slice(first.end, close.start) : close.text
      return [
        {
          title: replace('=>', 'lambda'),
          changes: [
            { start: first.start, end, text: names.trim() === '' ? 'lambda:' : `lambda ${names.trim()}:` },
          ],
          line: token.line,
        },
      ]
    })
  },
  { parsesAlready: true },
)
