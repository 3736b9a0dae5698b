// Carriage returns: Windows line ends, and progress bars that draw over themselves.

import { addLine, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

export const carriageReturn: Envelope = {
  name: 'carriage-return',
  open: stream => {
    if (!stream.lines.some(line => line.includes('\r'))) return null
    const draft = emptyDraft()
    for (const [index, line] of stream.lines.entries()) {
      let end = line.length
      while (end > 0 && line.charCodeAt(end - 1) === 0x0d) end--
      const shown = line.slice(0, end)
      // Downloading  10%\rDownloading  90%\rTraceback (most recent call last):
      // What was drawn over may have been a message, so every state of the line stays, as a line of its own.
      if (!shown.includes('\r')) addLine(draft, shown, index)
      else for (const state of shown.split('\r')) if (state !== '') addLine(draft, state, index)
    }
    return finishDrafts(stream, [draft])
  },
}
