// Text indented as a whole, as code is in Markdown, in a list or in another tool's message.

import {
  addLine,
  type Draft,
  type Envelope,
  emptyDraft,
  finishDrafts,
  isBlank,
  rewriteLines,
} from './stream.ts'

export const indentation: Envelope = {
  name: 'indentation',
  open: stream => {
    const spaced = rewriteLines(stream, breakableSpaces)
    if (spaced !== null) return spaced
    const common = commonIndent(stream.lines)
    if (common === 0) return openBlocks(stream.lines).length === 0 ? null : splitBlocks(stream)
    const first = stream.lines.find(line => !isBlank(line) && indentOf(line) === common)?.slice(common) ?? ''
    // Its own indentation:  `  File "a.py", line 3`  of a traceback that was cut, `  | ` and `  + ` of a group.
    const own = /^(?:File ["<]|\+ Exception|\+-|\| |\|$)/.test(first)
      ? 2
      : /^\S+\.go:\d+/.test(first)
        ? common
        : 0
    const drop = common - own
    return drop <= 0 ? null : rewriteLines(stream, line => (isBlank(line) ? '' : line.slice(drop)))
  },
}

// A copy from a web page has no-break spaces:  \u00a0\u00a0File "a.py", line 3
function breakableSpaces(line: string): string {
  return line.includes('\u00a0')
    ? line.replace(/^[ \t\u00a0]+/, space => space.replaceAll('\u00a0', ' '))
    : line
}

function indentOf(line: string): number {
  let end = 0
  while (end < line.length && (line.charCodeAt(end) === 0x20 || line.charCodeAt(end) === 0x09)) end++
  return end
}

/** The indentation that every filled line has: as many spaces, or one tab. */
function commonIndent(lines: readonly string[]): number {
  let common = -1
  let tabs: boolean | null = null
  for (const line of lines) {
    if (isBlank(line)) continue
    const tab = line.charCodeAt(0) === 0x09
    if (tabs !== null && tabs !== tab) return 0
    tabs = tab
    let indent = 0
    while (line.charCodeAt(indent) === (tab ? 0x09 : 0x20)) indent++
    common = common < 0 ? indent : Math.min(common, indent)
    if (common === 0) return 0
  }
  return Math.max(0, common)
}

// What a code block in prose starts with:  `    Traceback (most recent call last):`   `    panic: boom`
const opening =
  /^(?: {4,12}|\t)(?:Traceback \(most recent call last\):|panic: |fatal error: |goroutine \d+ \[|# \S+$|\S+\.go:\d+:\d+: |==+ |--- FAIL|FAIL\t| {2}File "| {2}\+ Exception Group)/

/** The lines on which an indented block starts that a blank line sets apart. */
function openBlocks(lines: readonly string[]): readonly number[] {
  const starts: number[] = []
  for (const [index, line] of lines.entries()) {
    const first = line.charCodeAt(0)
    if (first !== 0x20 && first !== 0x09) continue
    if (opening.test(line) && (index === 0 || isBlank(lines[index - 1] ?? ''))) starts.push(index)
  }
  return starts
}

function splitBlocks(stream: { readonly lines: readonly string[]; readonly at: (index: number) => number }) {
  const starts = new Set(openBlocks(stream.lines))
  const rest = emptyDraft()
  const blocks: Draft[] = []
  let inside: { readonly draft: Draft; readonly indent: string } | null = null
  for (const [index, line] of stream.lines.entries()) {
    if (starts.has(index) && inside === null) {
      const indent =
        line.charCodeAt(0) === 0x09
          ? '\t'
          : ' '.repeat(indentOf(line) - (/^ +(?:File "|\+ )/.test(line) ? 2 : 0))
      inside = { draft: emptyDraft(), indent }
      blocks.push(inside.draft)
    } else if (inside !== null && !isBlank(line) && !line.startsWith(inside.indent)) inside = null
    if (inside === null) addLine(rest, line, index)
    else addLine(inside.draft, line.slice(inside.indent.length), index)
  }
  return finishDrafts(stream, [rest, ...blocks])
}
