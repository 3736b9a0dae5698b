// Text indented as a whole, as code is in Markdown, in a list or in another tool's message.

import {
  addLine,
  type Draft,
  type Envelope,
  emptyDraft,
  finishDrafts,
  isBlank,
  type Opened,
  rewriteLines,
  type Stream,
} from './stream.ts'

export const indentation: Envelope = {
  name: 'indentation',
  open: stream => {
    const spaced = rewriteLines(stream, breakableSpaces)
    if (spaced !== null) return spaced
    const drop = surplusIndent(stream.lines)
    if (drop > 0) return rewriteLines(stream, line => (isBlank(line) ? '' : line.slice(drop)))
    const blocks = findBlocks(stream.lines)
    return blocks.length === 0 ? null : splitBlocks(stream, blocks)
  },
}

/** How much indentation all lines have in common that is not their own. */
function surplusIndent(lines: readonly string[]): number {
  const common = commonIndent(lines)
  if (common === 0) return 0
  const first = lines.find(line => !isBlank(line) && indentOf(line) === common)?.slice(common) ?? ''
  // Its own indentation:  `  File "a.py", line 3`  of a traceback that was cut, `  | ` and `  + ` of a group.
  if (/^(?:File ["<]|\+ Exception|\+-|\| |\|$)/.test(first)) return Math.max(0, common - 2)
  // `\t/app/main.go:31 +0x1d` of a dump, `    orders_test.go:12: got 3` of a test
  return /^\S+\.go:\d+(?:: [^:]|\s|$)/.test(first) ? 0 : common
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

// What a code block in prose says on one of its outermost lines:  `Traceback (most recent call last):`  `panic: boom`
const telling =
  /^(?:Traceback \(most recent call last\):|panic: |fatal error: |goroutine \d+ \[|# \S+$|\S+\.go:\d+:\d+: |==+ |--- FAIL|FAIL\t| {2}File "| {2}\+ Exception Group)/

// A tool that shows the output of another one:  `[stderr]`
const quotedOutput = /^\s*\[(?:stderr|stdout)\]$/

interface Span {
  readonly start: number
  readonly end: number
  readonly drop: number
}

/** Indented lines that blank ones set apart from what is around them, as Markdown wants of a code block. */
function findBlocks(lines: readonly string[]): readonly Span[] {
  const blocks: Span[] = []
  let start = -1
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index]
    if (line !== undefined && (isBlank(line) || line.startsWith('    ') || line.startsWith('\t'))) {
      if (start < 0) start = index
      continue
    }
    const apart = start === 0 || isBlank(lines[start] ?? 'x')
    if (start >= 0 && apart && (index === lines.length || isBlank(lines[index - 1] ?? ''))) {
      const inside = lines.slice(start, index)
      const surplus = surplusIndent(inside)
      const told =
        surplus > 0 &&
        inside.some(one => telling.test(one.slice(surplus))) &&
        !inside.some(one => quotedOutput.test(one))
      const drop = told || !isProse(lines, start) ? surplus : surplus || commonIndent(inside)
      if (drop > 0 && (told || isProse(lines, start))) blocks.push({ start, end: index, drop })
    }
    start = -1
  }
  return blocks
}

// I get this since the last deploy:      What is wrong with it?      报错如下：
const sentence = /^[A-Z\u4e00-\u9fff][^\t]{5,300}[:.?!：。？！]$/

/** Whether the text above line `start` is a sentence, not output. */
function isProse(lines: readonly string[], start: number): boolean {
  if (start === 0) return false
  const above = lines[start - 1] ?? ''
  return sentence.test(above) && !telling.test(above) && !/(?:exception|exception occurred):$/.test(above)
}

function splitBlocks(stream: Stream, blocks: readonly Span[]): readonly Opened[] {
  const rest = emptyDraft()
  const inside: Draft[] = []
  let next = 0
  for (const { start, end, drop } of [...blocks, { start: stream.lines.length, end: 0, drop: 0 }]) {
    for (let i = next; i < start; i++) addLine(rest, stream.lines[i] ?? '', i)
    if (end === 0) break
    const draft = emptyDraft()
    for (let i = start; i < end; i++) addLine(draft, (stream.lines[i] ?? '').slice(drop), i)
    inside.push(draft)
    next = end
  }
  return finishDrafts(stream, inside, rest)
}
