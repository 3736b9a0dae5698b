// Text pasted into Markdown between fences.

import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts, isBlank } from './stream.ts'

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
