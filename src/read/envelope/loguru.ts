// Loguru's tracebacks: blank lines between frames, an arrow at the frame that caught, values below the source.

import { addLine, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

export const loguru: Envelope = {
  name: 'loguru',
  open: stream => {
    // > File "app.py", line 22, in <module>
    if (!stream.lines.some(line => line.startsWith('> File "'))) return null
    const draft = emptyDraft()
    let inside = false
    for (const [index, line] of stream.lines.entries()) {
      if (line === 'Traceback (most recent call last):') inside = true
      //         │ └ <function f at 0x7fe226988c20>
      if (inside && /^ {4} *[│└]/.test(line)) continue
      if (line === '' && (draft.lines.at(-1) === '' || (inside && belongs(stream.lines, index)))) continue
      if (inside && /^\S/.test(line) && !line.startsWith('> File "') && !line.startsWith('Traceback'))
        inside = false
      addLine(draft, line.startsWith('> File "') ? `  ${line.slice(2)}` : line, index)
    }
    return finishDrafts(stream, [draft])
  },
}

/** A blank line that stands before a frame or before the exception. */
function belongs(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1] ?? ''
  return (
    next.startsWith('  File "') || next.startsWith('> File "') || /^[A-Za-z_][\w.]{0,200}(?::|$)/.test(next)
  )
}
