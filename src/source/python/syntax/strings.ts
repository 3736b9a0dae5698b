// Strings that do not end, end too early, or hold the quotes of the f-string around them.

import { startOfLine } from '../../line-offsets.ts'
import { closeString, insert, otherQuotes } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { isTriple, type Token } from './tokens.ts'

/** A quote is missing: at the end of what reads as the string's text. */
export const unclosedString = repairing(
  ({ text, tokens }, { line }) => {
    const suspects = tokens.filter(
      token => token.unclosed && !isTriple(token) && Math.abs(token.line - line) <= 2,
    )
    return suspects.flatMap(token => {
      const quote = token.text.replace(/^[A-Za-z]*/, '')[0] ?? '"'
      const other = quote === '"' ? "'" : '"'
      const candidates: Candidate[] = []
      // `'it's` : the quote before this one ends the string too early
      const before = tokens[tokens.indexOf(token) - 2]
      const word = tokens[tokens.indexOf(token) - 1]
      if (
        before?.kind === 'string' &&
        word !== undefined &&
        before.end === word.start &&
        before.line === token.line
      ) {
        const end = token.start
        const inner = text.slice(before.start + 1, end)
        if (!inner.includes(other))
          candidates.push({
            title: otherQuotes,
            changes: [
              { start: before.start, end: before.start + 1, text: other },
              { start: end, end: end + 1, text: other },
            ],
          })
      }
      const inside = placesInside(token, tokens)
      candidates.push(
        ...inside.map(at => ({
          title: closeString(quote),
          changes: [{ start: at, end: at, text: quote }],
          line: token.line,
          doubtful: true as const,
        })),
      )
      // Behind the text, before what closes the call: `print("total)`
      const tail = /[)\]},:\s]*$/.exec(token.text)?.[0].length ?? 0
      for (let n = tail; n >= 0; n--) {
        const at = token.end - n
        if (n > 0 && /\s/.test(text[at - 1] ?? '')) continue
        candidates.push({
          title: closeString(quote),
          changes: [{ start: at, end: at, text: quote }],
          line: token.line,
          ...(inside.length > 0 ? { doubtful: true as const } : {}),
        })
      }
      // `print(total")`: the opening quote is the one that is missing
      const row = tokens.filter(
        one => one.line === token.line && one.end <= token.start && one.kind === 'name',
      )
      for (const name of row.reverse().slice(0, 3))
        candidates.push({
          title: insert(quote),
          changes: [{ start: name.start, end: name.start, text: quote }],
          line: token.line,
          doubtful: true,
        })
      // What a text of several lines ends in may be its own, and not code at all.
      const isBehindText = tokens.some(
        one =>
          isTriple(one) &&
          one.end <= token.start &&
          one.text.includes('\n') &&
          !text.slice(one.end, token.start).includes('\n'),
      )
      return isBehindText ? candidates.map(one => ({ ...one, doubtful: true as const })) : candidates
    })
  },
  { inStrings: true },
)

// `'exception: task.exception(),`, `"%r is locked" % lock`, `"id, key=order)`, `"total" + total`, `"{}".format(total)`
const codeInside: readonly RegExp[] = [
  /^[\w-]{1,60}(?=['"]?: \S)/,
  / % (?=[\w(])/,
  /, ?(?=\w{1,60}=)/,
  /, ?(?=[A-Za-z_][\w.]{0,60}(?:\(|\)|\[|, ?[a-z_]))/,
  / [+] (?=[\w"'])/,
  /\.(?=(?:format|join|encode|strip|split)\()/,
  /\](?= ?[=:.)])/,
]

/** Where code seems to begin inside a string that has lost its end. */
function placesInside(token: Token, tokens: readonly Token[]): readonly number[] {
  const text = token.text.slice(0, 400)
  const head = /^[A-Za-z]*['"]/.exec(text)?.[0].length ?? 1
  const body = text.slice(head)
  const isFirst = !tokens.some(
    ({ line, end, kind }) => line === token.line && end <= token.start && kind !== 'line-end',
  )
  return codeInside.flatMap((pattern, i) => {
    const match = pattern.exec(body)
    if (match === null || (i === 0 && !isFirst)) return []
    const name = /^[A-Za-z_]\w*/.exec(body.slice(match.index + match[0].length))?.[0]
    // Words of a sentence are no names of the file.
    if (i === 3 && !tokens.some(other => other.kind === 'name' && other.text === name)) return []
    return [token.start + head + match.index + (i === 0 ? match[0].length : 0)]
  })
}

/** `f"{row["id"]}"` before Python 3.12: the quotes inside must be of the other kind. */
export const nestedQuotes = repairing(
  ({ text }, { line }) => {
    const start = startOfLine(text, line)
    const end = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start)
    const row = text.slice(start, end)
    // f"…{state["version"]}…"
    const head = /[fF][rR]?(["'])/g
    for (const match of row.matchAll(head)) {
      const quote = match[1] ?? '"'
      const other = quote === '"' ? "'" : '"'
      const changes = quotesInFields(row, match.index + match[0].length, quote).map(at => ({
        start: start + at,
        end: start + at + 1,
        text: other,
      }))
      if (changes.length > 0) return [{ title: otherQuotes, changes }]
    }
    return []
  },
  { parsesAlready: true, inStrings: true },
)

/** Where, in the fields of an f-string, its own quote stands; empty when it does not end on this line. */
function quotesInFields(row: string, from: number, quote: string): readonly number[] {
  const found: number[] = []
  let depth = 0
  for (let at = from; at < row.length; at++) {
    const char = row[at]
    if (char === '\\') at++
    else if (char === '{' && row[at + 1] === '{' && depth === 0) at++
    else if (char === '{') depth++
    else if (char === '}') depth = Math.max(0, depth - 1)
    else if (char === quote && depth > 0) found.push(at)
    else if (char === quote) return found
  }
  return []
}

/** `f"{len(items)"`: a field of an f-string that is not closed, or has lost its beginning. */
export const unclosedField = repairing(
  ({ text, tokens }, { line }) => {
    const candidates: Candidate[] = []
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'string' || !/^[rR]?[fF]/.test(token.text) || Math.abs(token.line - line) > 3)
        continue
      // `f"{row["id"]}"`: its own quotes are inside
      const next = tokens[index + 1]
      if (next !== undefined && next.start === token.end && (next.kind === 'name' || next.kind === 'string'))
        continue
      const body = text.slice(token.start, token.end)
      const lost = lostBrace(body)
      if (lost !== null) {
        const at = token.start + lost
        candidates.push({
          title: insert('{'),
          changes: [{ start: at, end: at, text: '{' }],
          line: token.line,
        })
        continue
      }
      const open = body.lastIndexOf('{')
      if (open === -1 || body.includes('}', open)) continue
      for (let i = open + 1; i <= body.length; i++) {
        const before = body[i - 1] ?? ''
        const after = body[i] ?? ''
        // Behind a word or a bracket, where something else follows.
        if (!/[\w)\]'"]/.test(before) || /[\w.([]/.test(after)) continue
        const at = token.start + i
        candidates.push({
          title: insert('}'),
          changes: [{ start: at, end: at, text: '}' }],
          line: token.line,
        })
      }
    }
    return candidates
  },
  { parsesAlready: true, inStrings: true },
)

/** Where the `{` of a field belongs that has none: before the expression that its `}` ends. Null when all have theirs. */
function lostBrace(body: string): number | null {
  let depth = 0
  for (let at = 0; at < body.length; at++) {
    const pair = body[at] === body[at + 1]
    if (body[at] === '{' && pair && depth === 0) at++
    else if (body[at] === '{') depth++
    else if (body[at] === '}' && depth > 0) depth--
    else if (body[at] === '}' && pair) at++
    else if (body[at] === '}') {
      // `| base_placeholder }`, `"prefix}`, `total(items)}`
      const before = body.slice(0, at)
      const expression = /[ ]?[\w.]+(?:\([^()]*\)|\[[^[\]]*\])?(?:![sra])?(?::[^{}:'" ]{0,20})?[ ]?$/.exec(
        before.slice(-200),
      )
      if (expression === null) return null
      const padded = /^ .* $/.test(expression[0])
      return at - expression[0].length + (expression[0].startsWith(' ') && !padded ? 1 : 0)
    }
  }
  return null
}
