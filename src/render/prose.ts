// Markdown prose of an entry, laid out for a terminal.

import { type ProseBlock, parseBlocks } from './blocks.ts'
import { escapeControls } from './escape.ts'
import { parseInline } from './inline.ts'
import { type Line, type Span, span } from './paint.ts'
import { textWidth } from './width.ts'
import { cutLine, wrapSpans } from './wrap.ts'

export interface ProseOptions {
  readonly width: number
  readonly indent: number
  /** Inline code is coloured and needs no backticks. */
  readonly color: boolean
  /** Put before the first paragraph: `Why:`. */
  readonly lead?: Span
}

/** The prose in lines, an empty line between blocks (none between the items of a list). */
export function layOutProse(markdown: string, options: ProseOptions): readonly Line[] {
  return layOutBlocks(parseBlocks(markdown), options)
}

/**
 * The prose in at most `limit` lines: whole blocks as far as they go, then whole sentences; when not even one
 * sentence goes, its first lines. What is cut is shown by `…`.
 */
export function fitProse(markdown: string, options: ProseOptions, limit: number): readonly Line[] {
  const all = parseBlocks(markdown)
  const whole = layOutBlocks(all, options)
  if (whole.length <= limit) return whole
  let count = all.length - 1
  while (count > 0 && layOutBlocks(all.slice(0, count), options).length > limit) count--
  const blocks = all.slice(0, count)
  const next = all[count]
  if (next?.kind === 'paragraph' || next?.kind === 'item') {
    const sentences = sentencesOf(next.text)
    for (let n = sentences.length - 1; n > 0; n--) {
      const part = { ...next, text: `${sentences.slice(0, n).join('').trimEnd()} …` }
      const lines = layOutBlocks([...blocks, part], options)
      if (lines.length <= limit) return lines
    }
  }
  if (next?.kind === 'fence' || next?.kind === 'table') {
    const lines = whole.slice(0, limit)
    // One line of code alone says little.
    if (lines.length >= layOutBlocks(blocks, options).length + 3) return withEllipsis(lines, options.width)
  }
  if (count > 0) return withEllipsis(layOutBlocks(blocks, options), options.width)
  return withEllipsis(whole.slice(0, limit), options.width)
}

/** The lines without empty ones at their end, and `…` where they stop. */
function withEllipsis(lines: readonly Line[], width: number): readonly Line[] {
  let end = lines.length
  while (end > 1 && (lines[end - 1] ?? []).every(s => s.text.trim() === '')) end--
  const last = [...(lines[end - 1] ?? [])]
  const tail = last.pop() ?? span('')
  const marked = [...last, { ...tail, text: tail.text.trimEnd() }, span(' …', 'dim')]
  return [...lines.slice(0, end - 1), cutLine(marked, width)]
}

/** The sentences of a paragraph with the space after each; a full stop inside code ends none. */
function sentencesOf(text: string): readonly string[] {
  const out: string[] = []
  let from = 0
  let code = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '`') code = !code
    const ends = '。！？'.includes(char) || ('.!?'.includes(char) && text[at + 1] === ' ')
    if (code || !ends) continue
    out.push(text.slice(from, at + 1))
    from = at + 1
  }
  if (from < text.length) out.push(text.slice(from))
  return out
}

function layOutBlocks(blocks: readonly ProseBlock[], options: ProseOptions): readonly Line[] {
  const lines: Line[] = []
  const margin = span(' '.repeat(options.indent))
  const room = options.width - options.indent
  // A full-width colon brings its own space.
  let lead =
    options.lead === undefined ? [] : [options.lead, span(options.lead.text.endsWith('：') ? '' : ' ')]
  if (lead.length > 0 && blocks[0]?.kind !== 'paragraph') {
    lines.push([margin, ...lead])
    lead = []
  }
  blocks.forEach((block, i) => {
    const before = blocks[i - 1]
    if (before !== undefined && !(block.kind === 'item' && before.kind === 'item')) lines.push([])
    for (const line of layOutBlock(block, room, options.color, i === 0 ? lead : []))
      lines.push([margin, ...line])
  })
  return lines
}

function layOutBlock(
  block: ProseBlock,
  room: number,
  quiet: boolean,
  lead: readonly Span[],
): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
      return wrapSpans([...lead, ...parseInline(block.text, 'plain', quiet)], room)
    case 'heading':
      return wrapSpans(parseInline(block.text, 'bold', quiet), room)
    case 'fence':
      return block.lines.map(l =>
        cutLine([span(`    ${escapeControls(l.replaceAll('\t', '    '))}`, 'code')], room),
      )
    case 'item': {
      const head = `${' '.repeat(block.indent)}${/\d/.test(block.marker) ? block.marker : '•'} `
      return wrapSpans([span(head), ...parseInline(block.text, 'plain', quiet)], room, textWidth(head))
    }
    case 'table':
      return layOutTable(block.rows, room, quiet)
  }
}

function layOutTable(rows: readonly (readonly string[])[], room: number, quiet: boolean): readonly Line[] {
  const cells = rows.map((row, i) => row.map(c => parseInline(c, i === 0 ? 'bold' : 'plain', quiet)))
  const widths: number[] = []
  const widthOf = (cell: readonly Span[]) => textWidth(cell.map(s => s.text).join(''))
  for (const row of cells)
    row.forEach((cell, c) => {
      widths[c] = Math.max(widths[c] ?? 0, widthOf(cell))
    })
  return cells.map(row =>
    cutLine(
      row.flatMap((cell, c) =>
        c === row.length - 1 ? cell : [...cell, span(' '.repeat((widths[c] ?? 0) - widthOf(cell) + 2))],
      ),
      room,
    ),
  )
}
