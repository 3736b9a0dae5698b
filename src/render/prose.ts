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
  const blocks = parseBlocks(markdown)
  const lines: Line[] = []
  const margin = span(' '.repeat(options.indent))
  const room = options.width - options.indent
  let lead = options.lead === undefined ? [] : [options.lead, span(' ')]
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
