// The Markdown blocks that entries use: paragraphs, fences, lists, tables, headings.

export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'fence'; readonly info: string; readonly lines: readonly string[] }
  | { readonly kind: 'item'; readonly indent: number; readonly marker: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** The blocks of a Markdown text, in order. Lines of a paragraph are joined: by nothing between Chinese, else a space. */
export function parseBlocks(markdown: string): readonly ProseBlock[] {
  const lines = markdown.split('\n')
  const blocks: ProseBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) // "```go main.go"
    const heading = /^(#{1,6}) +(.*)$/.exec(line) // "### Why"
    const item = itemOf(line)
    if (line.trim() === '') at++
    else if (fence) {
      const mark = fence[1] ?? '```'
      let end = at + 1
      while (end < lines.length && !isFenceEnd(lines[end] ?? '', mark)) end++
      blocks.push({ kind: 'fence', info: (fence[2] ?? '').trim(), lines: lines.slice(at + 1, end) })
      at = end + 1
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' })
      at++
    } else if (line.startsWith('|')) {
      const rows: string[][] = []
      for (; (lines[at] ?? '').startsWith('|'); at++) {
        const cells = cellsOf(lines[at] ?? '')
        if (!cells.every(c => /^:?-+:?$/.test(c))) rows.push(cells) // "| --- | :-: |"
      }
      blocks.push({ kind: 'table', rows })
    } else {
      let text = item?.text ?? line.trim()
      for (at++; at < lines.length && continues(lines[at] ?? ''); at++)
        text = join(text, (lines[at] ?? '').trim())
      blocks.push(
        item ? { kind: 'item', indent: item.indent, marker: item.marker, text } : { kind: 'paragraph', text },
      )
    }
  }
  return blocks
}

function itemOf(
  line: string,
): { readonly indent: number; readonly marker: string; readonly text: string } | null {
  const found = /^( *)([-*+]|\d{1,3}[.)]) +(.*)$/.exec(line) // "- a lookup that found nothing", "2. call it"
  if (found === null) return null
  return { indent: found[1]?.length ?? 0, marker: found[2] ?? '-', text: found[3] ?? '' }
}

function continues(line: string): boolean {
  return (
    line.trim() !== '' && !/^ {0,3}(`{3}|~{3})/.test(line) && !/^[#|]/.test(line) && itemOf(line) === null
  )
}

function isFenceEnd(line: string, mark: string): boolean {
  const text = line.trim()
  return text.startsWith(mark) && text.split('').every(c => c === mark[0])
}

function join(before: string, after: string): string {
  const wide = /[\u3000-\u9fff\uff00-\uffef]$/.test(before) && /^[\u3000-\u9fff\uff00-\uffef]/.test(after)
  return wide ? before + after : `${before} ${after}`
}

function cellsOf(row: string): string[] {
  const cells: string[] = []
  let cell = ''
  for (let i = 1; i < row.length; i++) {
    const char = row[i] ?? ''
    if (char === '\\' && row[i + 1] === '|') {
      cell += '|'
      i++
    } else if (char === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (cell.trim() !== '') cells.push(cell.trim())
  return cells
}
