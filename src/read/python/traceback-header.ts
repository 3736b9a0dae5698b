// The line above the frames, and the margin that it sets for the lines below.

export interface TracebackHeader {
  /** What stands before the lines of the chain that this traceback is a link of. */
  readonly chainMargin: string
  /** What stands before the lines of this traceback: an exception group adds `  | `. */
  readonly margin: string
}

export const headerText = 'Traceback (most recent call last)'

// `Traceback (most recent call last):`, `    | Traceback …`, `  + Exception Group Traceback (most recent call last):`
const header = /^([\s|]{0,200})(\+ )?(?:Exception Group )?Traceback \(most recent call last\)/

/** Reads a header, also one that a log's prefix stands before; null for any other line. */
export function parseTracebackHeader(line: string): TracebackHeader | null {
  if (!line.includes(headerText)) return null
  const match = header.exec(line)
  if (!match) return { chainMargin: '', margin: '' }
  const space = match[1] ?? ''
  if (match[2] === undefined) return { chainMargin: space, margin: space }
  return { chainMargin: space.slice(0, -2), margin: `${space}| ` }
}
