// Text pasted into Markdown and quoted.

import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts, isBlank } from './stream.ts'

// > Traceback (most recent call last):      >   File "a.py", line 3, in <module>      >
const quote = /^ {0,3}>(?: |$)/

export const markdownQuote: Envelope = {
  name: 'markdown-quote',
  open: stream => {
    let filled = 0
    let quoted = 0
    let plain = 0
    for (const line of stream.lines) {
      if (isBlank(line)) continue
      filled++
      if (!isQuoted(line)) continue
      quoted++
      // pytest marks the line that failed:  >       assert total == 3
      if (!/^ {0,3}> {5}/.test(line)) plain++
    }
    if (plain === 0) return null
    if (quoted < filled - (filled >> 4) && (quoted < 3 || !hasRun(stream.lines))) return null
    const rest = emptyDraft()
    const inside: Draft[] = []
    let last = -2
    for (const [index, line] of stream.lines.entries()) {
      if (!isQuoted(line)) {
        addLine(rest, line, index)
        continue
      }
      let draft = inside.at(-1)
      if (draft === undefined || (last !== index - 1 && quoted < filled - (filled >> 4))) {
        draft = emptyDraft()
        inside.push(draft)
      }
      last = index
      addLine(draft, line.replace(quote, ''), index)
    }
    return finishDrafts(stream, inside, rest)
  },
}

function isQuoted(line: string): boolean {
  const first = line.charCodeAt(0)
  return (first === 0x3e || first === 0x20) && quote.test(line)
}

/** Three quoted lines in a row, of which pytest and loguru never print any. */
function hasRun(lines: readonly string[]): boolean {
  let run = 0
  for (const line of lines) {
    run = isQuoted(line) ? run + 1 : 0
    if (run === 3) return true
  }
  return false
}
