// `// note` and `/* note */`: comments of other languages.

import { writeComment } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'

// `  total = 1  // with tax`, `/* with tax */`
const blockComment = /\/\*([\s\S]{0,4000}?)\*\//g

export const foreignComment = repairing((source, { line }) => {
  const { text, code } = source
  const slashes = code.filter(token => token.text === '//' && Math.abs(token.line - line) <= 1)
  const candidates = slashes.map((token): Candidate => {
    // All of them that stand where nothing can be divided.
    const all = code.filter(
      (other, i) => other.text === '//' && (other === token || code[i - 1]?.line !== other.line),
    )
    return {
      title: writeComment,
      changes: all.map(({ start, end }) => ({ start, end, text: '#' })),
      line: token.line,
    }
  })
  for (const match of text.matchAll(blockComment)) {
    const changed = match[0]
      .split('\n')
      .map((row, i, rows) => commentRow(row, i === 0, i === rows.length - 1))
      .join('\n')
    candidates.push({
      title: writeComment,
      changes: [{ start: match.index, end: match.index + match[0].length, text: changed }],
    })
  }
  return candidates
})

function commentRow(row: string, isFirst: boolean, isLast: boolean): string {
  let text = isFirst ? row.replace(/^\/\*/, '') : row
  if (isLast) text = text.replace(/\*\/$/, '')
  const [, indent = '', rest = ''] = /^([ \t]*)\*?(.*)$/.exec(text) ?? []
  return `${isFirst ? '' : indent}#${rest.trim() === '' ? '' : ` ${rest.trim()}`}`
}
