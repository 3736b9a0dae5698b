// `retrun total`, `fro item in items:`, `Else:`: a keyword that is one slip off.

import { isOneSlip } from '../../../model/one-slip.ts'
import { keywords } from '../keywords.ts'
import { replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

/** Words that are keywords only in some places. */
const soft = ['match', 'case']
const all = [...keywords, ...soft]
/** Shorter words are one slip from everything. */
const shortest = 2

export const misspeltKeyword = repairing((source, { line }) => {
  const { code } = source
  // Of a head that is misspelt, the failure is often at its end, its body, or the clause that misses it.
  const isUsed = ({ text, line: own }: Token) =>
    code.some(other => other.kind === 'name' && other.text === text && other.line !== own)
  const near = code.filter((token, i) => token.kind === 'name' && isNear(token, code[i - 1], line))
  return near
    .flatMap((token): readonly Candidate[] =>
      keywordsLike(token.text).map(keyword => ({
        title: replace(token.text, keyword),
        changes: [{ start: token.start, end: token.end, text: keyword }],
        slots: { written: token.text, python: keyword },
        // `esle:` and a line below it read as a name and its type.
        ...(['else', 'try', 'finally'].includes(keyword) && code[code.indexOf(token) + 1]?.text === ':'
          ? { parsesAlready: true as const }
          : {}),
        line: token.line,
        // A name that stands elsewhere as well may be meant.
        ...(isUsed(token) ? { doubtful: true as const } : {}),
      })),
    )
    .sort((a, b) => Math.abs((a.line ?? 0) - line) - Math.abs((b.line ?? 0) - line))
})

function isNear(token: Token, before: Token | undefined, line: number): boolean {
  if (token.line === line) return true
  const isHead = before === undefined || before.line !== token.line
  return isHead
    ? Math.abs(token.line - line) <= 12 && token.line <= line + 1
    : Math.abs(token.line - line) <= 1
}

function keywordsLike(word: string): readonly string[] {
  if (keywords.has(word) || word.length < shortest) return []
  const lower = all.filter(keyword => keyword !== word && keyword.toLowerCase() === word.toLowerCase())
  if (lower.length > 0) return lower
  return all.filter(keyword => isSimilar(word, keyword))
}

/** One slip, or the same letters in another order: `expect`, `contineu`. */
function isSimilar(word: string, keyword: string): boolean {
  // `ni`, `fi`, `ro`
  if (word.length + keyword.length < 5) return [...word].reverse().join('') === keyword
  return isOneSlip(word, keyword) || (word.length >= 4 && lettersOf(word) === lettersOf(keyword))
}

function lettersOf(word: string): string {
  return [...word].sort().join('')
}
