// Reads a SyntaxError, IndentationError or TabError that stands without a traceback.

import type { Block, Lines, Reader } from '../reader.ts'
import { parseFrameLine } from './frame-line.ts'
import { readChain } from './read-chain.ts'

export const pythonSyntaxFormat = 'python-syntax'

/** `  File "x.py", line 3` without `, in f`, the source line, its mark and the exception. */
function read(lines: Lines, at: number): Block | null {
  const frame = parseFrameLine(lines[at] ?? '')
  if (!frame) return null
  const chain = readChain(lines, at, (lines[at] ?? '').slice(0, Math.max(0, frame.indent - 2)))
  const [root, ...others] = chain?.failures ?? []
  if (!chain || !root) return null
  return { failures: [{ ...root, format: pythonSyntaxFormat }, ...others], end: chain.end }
}

/** What the compiler prints for the program that it was started with; elsewhere the traceback reader sees it. */
export const pythonSyntax: Reader = {
  format: pythonSyntaxFormat,
  starts: line => line.includes('File "') && parseFrameLine(line)?.function === null,
  read,
}
