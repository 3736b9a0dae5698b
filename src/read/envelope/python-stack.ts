// A traceback that structlog's dict_tracebacks turned into data, as the text that it was.

import { isRecord } from './record.ts'

const causeLine = 'The above exception was the direct cause of the following exception:'
const contextLine = 'During handling of the above exception, another exception occurred:'

/** Null when `stacks` is not such a list. */
// [{"exc_type":"ValueError","exc_value":"bad order","is_cause":false,"frames":[{"filename":"a.py","lineno":6,"name":"boom"}]}]
export function pythonStackLines(stacks: readonly unknown[]): readonly string[] | null {
  const parts: string[][] = []
  for (const stack of stacks) {
    if (!isRecord(stack) || typeof stack.exc_type !== 'string' || !Array.isArray(stack.frames)) return null
    const lines = ['Traceback (most recent call last):']
    for (const frame of stack.frames) {
      if (!isRecord(frame)) return null
      lines.push(`  File "${String(frame.filename)}", line ${String(frame.lineno)}, in ${String(frame.name)}`)
      if (typeof frame.line === 'string' && frame.line !== '') lines.push(`    ${frame.line.trim()}`)
    }
    const value = String(stack.exc_value ?? '')
    lines.push(...(value === '' ? stack.exc_type : `${stack.exc_type}: ${value}`).split('\n'))
    if (Array.isArray(stack.exc_notes))
      for (const note of stack.exc_notes) lines.push(...String(note).split('\n'))
    // The outermost comes first in the data and last in the text; the others say how the next one came of them.
    if (parts.length > 0) lines.push('', stack.is_cause === true ? causeLine : contextLine, '')
    parts.push(lines)
  }
  return parts.length > 0 ? parts.reverse().flat() : null
}
