// Three quotes that never end: the string swallows the code below it, up to the next three.

import { closeString } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { isTriple, type Token } from './tokens.ts'

/** Strings before the failure that may have lost their end. */
const mostSuspects = 4
/** Places to try for each. */
const mostPlaces = 4
/** Longer strings than this are data. */
const mostRows = 80

export const unclosedTripleQuote = repairing(
  ({ text, tokens }, { line }) => {
    const triples = tokens.filter(token => token.kind === 'string' && isTriple(token))
    // The one that has lost its end takes the beginning of the next for it, and so the last one has none.
    if (!triples.some(({ unclosed }) => unclosed)) return []
    const suspects = triples.filter(token => token.line <= line || token.unclosed).slice(-mostSuspects)
    return suspects.reverse().flatMap(token => closingsOf(text, token))
  },
  { inStrings: true },
)

/** Where a string may end: before a line that is code again, the likeliest first. */
function closingsOf(text: string, token: Token): readonly Candidate[] {
  const quote = token.text.replace(/^[A-Za-z]*/, '').slice(0, 3)
  const indent =
    /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', token.start - 1) + 1, token.start))?.[0] ?? ''
  const rows = token.text.split('\n').slice(0, mostRows)
  const places: { readonly rank: number; readonly at: number; readonly text: string }[] = []
  let start = token.start
  for (const [i, row] of rows.entries()) {
    const end = start + row.length
    const isBlank = row.trim() === ''
    if (isCodeBelow(text, end + 1, indent.length)) {
      // Blanks alone in a line are what is left of the line with the quotes.
      if (isBlank && row !== '')
        places.push({
          rank: 0,
          at: end,
          text: row.length > indent.length ? quote : indent.slice(row.length) + quote,
        })
      else if (i === 0 && row.trim().length > token.text.indexOf(quote) + quote.length)
        places.push({ rank: 1, at: end, text: quote })
      else if (isBlank) places.push({ rank: 2, at: end, text: indent + quote })
      else places.push({ rank: 3, at: end, text: `\n${indent}${quote}` })
    }
    start = end + 1
  }
  return places
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, mostPlaces)
    .map(place => ({
      title: closeString(quote),
      changes: [{ start: place.at, end: place.at, text: place.text }],
      line: token.line,
      doubtful: true,
    }))
}

// "def total(self):", "@property", "self.rate = 3", "return x", "import os"
const code =
  /^(?:def |class |@|return\b|import |from \S+ import|if .*:|for .* in |while .*:|try:|with .*:|async |raise |self\.|[A-Za-z_][\w.]*(?:\[[^\]]*\])? ?(?:=|\(|\+=|: ?[A-Za-z]+ =))/

/** Whether the next line that is not blank is code that stands no deeper than the string. */
function isCodeBelow(text: string, from: number, indent: number): boolean {
  let at = from
  for (let blank = 0; blank < 4; blank++) {
    const end = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)
    const row = text.slice(at, Math.min(end, at + 200))
    if (row.trim() !== '') return row.length - row.trimStart().length <= indent && code.test(row.trimStart())
    at = end + 1
  }
  return false
}
