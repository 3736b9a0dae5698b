// Text pasted into Markdown: quoted, or between fences.

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

// ```console      ~~~      ```
const fence = /^( {0,12}|\t)(`{3,16}|~{3,16})\s{0,4}[\w+.#{}=-]{0,40}\s*$/
// - it prints      2. it prints
const listItem = /^ {0,9}(?:[-*+]|\d{1,3}[.)]) +\S/

export const markdownFence: Envelope = {
  name: 'markdown-fence',
  open: stream => {
    if (!stream.lines.some(line => line.length < 80 && isFence(line))) return null
    const rest = emptyDraft()
    const fenced: Draft[] = []
    let inside: { readonly draft: Draft; readonly mark: string; readonly indent: string } | null = null
    let inList = false
    for (const [index, line] of stream.lines.entries()) {
      const found = line.length < 80 && isFence(line) ? fence.exec(line) : null
      const mark = found?.[2] ?? ''
      const indent = found?.[1] ?? ''
      if (inside === null) {
        // Source that pytest shows has fences in its docstrings, deeper than Markdown allows outside a list.
        if (mark !== '' && (indent.length <= 3 || inList)) {
          inside = { draft: emptyDraft(), mark, indent }
          fenced.push(inside.draft)
        } else {
          inList = listItem.test(line) || (inList && (isBlank(line) || /^\s/.test(line)))
          addLine(rest, line, index)
        }
      } else if (mark.startsWith(inside.mark) && line.trim() === mark) inside = null
      else addLine(inside.draft, dropIndent(line, inside.indent), index)
    }
    return fenced.length === 0 ? null : finishDrafts(stream, fenced, rest)
  },
}

function isFence(line: string): boolean {
  return (line.includes('```') || line.includes('~~~')) && fence.test(line)
}

function dropIndent(line: string, indent: string): string {
  let end = 0
  while (end < indent.length && (line[end] === ' ' || line[end] === '\t')) end++
  return line.slice(end)
}
