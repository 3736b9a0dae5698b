// `else` and `{` that stand on a line of their own, where a semicolon was read before them.

import type { Change } from '../../inspection.ts'
import { type GoCode, tokenAt } from './go-code.ts'
import type { FindRepairs } from './repair.ts'
import { joinBrace, joinElse } from './words.ts'

/** The change that puts the token at `at` behind the one before the line break; null where a comment is between them. */
function join({ tokens, text, comments }: GoCode, at: number): Change | null {
  const token = tokenAt(tokens, at)
  const before = tokenAt(tokens, tokenAt(tokens, at - 1).kind === 'newline' ? at - 2 : at - 1)
  const between = text.slice(before.end, token.start)
  if (between.trim() === '') return { start: before.end, end: token.start, text: ' ' }
  const comment = comments.find(({ start }) => start >= before.end && start < token.start)
  if (comment === undefined) return null
  // `if ok // paid` and `{` below: the brace goes before the comment.
  const rest = text.slice(comment.end, token.start)
  if (comment.line !== before.line || rest.trim() !== '' || token.text !== '{') return null
  const lineEnd = text.indexOf('\n', token.end)
  if (text.slice(token.end, lineEnd < 0 ? undefined : lineEnd).trim() !== '') return null
  return { start: before.end, end: token.end, text: ` {${text.slice(before.end, comment.end)}` }
}

function joinAll(code: GoCode, places: readonly number[]): readonly Change[] {
  return places.map(at => join(code, at)).filter(change => change !== null)
}

export const elseOnNewLine: FindRepairs = code => {
  const { tokens } = code
  const isElse = (at: number) =>
    tokenAt(tokens, at).text === 'else' &&
    tokenAt(tokens, at - 1).kind === 'newline' &&
    tokenAt(tokens, at - 2).text === '}'
  const all = tokens.map((_, at) => at).filter(isElse)
  const first = all[0]
  if (first === undefined || tokenAt(tokens, first).start > tokenAt(tokens, code.at).start) return []
  return [all.slice(0, 1), all].map(places => ({
    title: joinElse,
    changes: joinAll(code, places),
    certain: true,
  }))
}

export const braceOnNextLine: FindRepairs = code => {
  const { tokens, text } = code
  const isBrace = (at: number) => {
    const token = tokenAt(tokens, at)
    const before = tokenAt(tokens, at - 1)
    if (token.text !== '{' || text.slice(before.end, token.start).indexOf('\n') < 0) return false
    return before.kind === 'newline' || before.text === 'else' || before.text === ')'
  }
  const all = tokens.map((_, at) => at).filter(isBrace)
  const own = all.find(at => at === code.at || at === code.at + 1)
  if (own === undefined) return []
  return [[own], all.filter(at => at >= own), all].map(places => ({
    title: joinBrace,
    changes: joinAll(code, places),
    certain: true,
  }))
}
