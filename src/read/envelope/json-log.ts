// Log records in JSON, one a line: zap, zerolog, slog, structlog, loguru, python-json-logger and their like.

import { isRecord, type RecordTexts, readRecord } from './record.ts'
import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

export const jsonLog: Envelope = {
  name: 'json-log',
  open: stream => {
    const rest = emptyDraft()
    const said = emptyDraft()
    const blocks: Draft[] = []
    for (const [index, line] of stream.lines.entries()) {
      const texts = readJsonLine(line)
      if (texts === null) {
        addLine(rest, line, index)
        continue
      }
      for (const text of texts.said) addLine(said, text, index)
      for (const lines of texts.blocks) blocks.push({ lines: [...lines], from: lines.map(() => index) })
    }
    if (said.lines.length === 0 && blocks.length === 0) return null
    // A record in the middle of a traceback is none of its lines, and neither are two records of each other.
    return finishDrafts(stream, [rest, said, ...blocks])
  },
}

// {"level":"error","ts":1795780531.74,"msg":"request failed","error":"EOF","stacktrace":"main.main\n\t/app/main.go:31"}
function readJsonLine(line: string): RecordTexts | null {
  const start = line.charCodeAt(0) === 0x7b ? 0 : logPrefix(line)
  if (start < 0 || line.charCodeAt(line.trimEnd().length - 1) !== 0x7d) return null
  try {
    const record: unknown = JSON.parse(line.slice(start))
    return isRecord(record) ? readRecord(record) : null
  } catch {
    return null
  }
}

/** Where the record starts behind a short prefix, `ERROR:app:{"event": …}`; -1 where there is none. */
function logPrefix(line: string): number {
  const start = line.slice(0, 120).indexOf('{"')
  return start > 0 && line.length - start > 20 && !/[([=]\s*$/.test(line.slice(0, start)) ? start : -1
}
