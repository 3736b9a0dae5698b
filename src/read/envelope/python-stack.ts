// Tracebacks that a logger took apart, as the text that they were.

import { isRecord } from './is-record.ts'

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

/** Frames alone, whose exception stands in the fields beside them: those of the Elastic Common Schema. */
// "error":{"type":"KeyError","message":"'id'","stack_trace":"  File \"a.py\", line 3, in f\n    d[\"id\"]\n"}
export function pythonFrameLines(lines: readonly string[], beside: unknown): readonly string[] {
  if (!isRecord(beside) || !/^ {2}File "/.test(lines[0] ?? '') || lines.some(line => /^\S/.test(line)))
    return lines
  const { type, message } = beside
  if (typeof type !== 'string') return lines
  const said = typeof message === 'string' && message !== '' ? `${type}: ${message}` : type
  return ['Traceback (most recent call last):', ...lines, ...said.split('\n')]
}
