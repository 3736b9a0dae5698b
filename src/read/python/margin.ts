// What stands before every line of a traceback: nothing, the indentation of a paste, the bars of an exception group.

/** The text of a line inside the margin; null when the line stands outside. A blank line is inside every margin. */
export function insideMargin(line: string | undefined, margin: string): string | null {
  if (line === undefined) return null
  if (margin === '' || line.startsWith(margin)) return line.slice(margin.length)
  const end = margin.trimEnd()
  return line.trimEnd() === end || line.trim() === '' ? '' : null
}
