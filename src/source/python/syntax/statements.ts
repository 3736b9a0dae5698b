// Python source in logical lines: what one statement, or the head of one, takes.

import type { Token } from './tokens.ts'

export interface LogicalLine {
  /** Without comments and line ends; never empty. */
  readonly tokens: readonly Token[]
  /** Of its first token, from 1. */
  readonly line: number
  /** What stands before its first token. */
  readonly indent: string
}

/** The statements of a file, by the tokenizer's brackets: an unclosed one swallows what follows. */
export function logicalLines(text: string, tokens: readonly Token[]): readonly LogicalLine[] {
  const lines: LogicalLine[] = []
  let own: Token[] = []
  const finish = () => {
    const [first] = own
    if (first !== undefined)
      lines.push({ tokens: own, line: first.line, indent: indentAt(text, first.start) })
    own = []
  }
  for (const token of tokens) {
    if (token.kind === 'line-end' && token.depth === 0) finish()
    else if (token.kind !== 'line-end' && token.kind !== 'comment') own.push(token)
  }
  finish()
  return lines
}

/** The blanks between the beginning of a line and `offset`; cut at what is no blank. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t\f]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

/** The logical line that holds a physical one; null for a blank line or a comment. */
export function logicalLineAt(lines: readonly LogicalLine[], line: number): LogicalLine | null {
  const at = lines.findLastIndex(candidate => candidate.line <= line)
  const found = lines[at]
  if (found === undefined) return null
  const last = found.tokens.at(-1)
  return last !== undefined && last.line + countBreaks(last.text) >= line ? found : null
}

function countBreaks(text: string): number {
  let count = 0
  for (const char of text) if (char === '\n') count++
  return count
}
