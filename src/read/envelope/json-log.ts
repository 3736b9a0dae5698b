// Log records in JSON, one a line: zap, zerolog, slog, structlog, loguru, python-json-logger and their like.

import { isRecord } from './is-record.ts'
import { type RecordTexts, readRecord } from './record.ts'
import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

export const jsonLog: Envelope = {
  name: 'json-log',
  open: stream => {
    const rest = emptyDraft()
    const said = emptyDraft()
    const blocks: Draft[] = []
    let opened = false
    for (const [index, line] of stream.lines.entries()) {
      const start = line.charCodeAt(0) === 0x7b ? 0 : prefixLength(line)
      const texts = start < 0 ? null : readRecordAt(line, start)
      if (texts === null || (start > 0 && texts.blocks.length === 0 && texts.said.length === 0)) {
        addLine(rest, line, index)
        continue
      }
      // Zap's console prints the stack below the line, so its message stays where it is.
      if (start > 0) addLine(rest, line.slice(0, start).trimEnd(), index)
      for (const text of texts.said) addLine(start > 0 ? rest : said, text, index)
      for (const lines of texts.blocks) blocks.push({ lines: [...lines], from: lines.map(() => index) })
      opened = true
    }
    if (!opened) return null
    // A record in the middle of a traceback is none of its lines, and neither are two records of each other.
    return finishDrafts(stream, [said, ...blocks], rest)
  },
}

// {"level":"error","ts":1795780531.74,"msg":"request failed","error":"EOF","stacktrace":"main.main\n\t/app/main.go:31"}
function readRecordAt(line: string, start: number): RecordTexts | null {
  if (line.charCodeAt(line.trimEnd().length - 1) !== 0x7d) return null
  try {
    const record: unknown = JSON.parse(line.slice(start))
    return isRecord(record) ? readRecord(record) : null
  } catch {
    return null
  }
}

// 2026-11-27T11:55:31.743Z\tERROR\tzl/main.go:35\trequest failed\t{"error": "EOF"}
const consolePrefix = /^\S{1,40}\t[A-Z]{4,6}\t[^{]{0,300}\t(?=\{")/
// ERROR:app:{"event": "order_failed", "exception": "…"}      2026-03-14 08:00:00,123 ERROR app {"event": …}
const loggingPrefix =
  /^(?:\d{4}-\d\d-\d\d[ T][^{"']{0,100}|(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]{1,100}:)(?=\{")/

/** Where the record starts behind what a logger printed before it; -1 where there is no record. */
function prefixLength(line: string): number {
  if (!line.includes('{"') || line.charCodeAt(line.length - 1) !== 0x7d) return -1
  const found = consolePrefix.exec(line) ?? loggingPrefix.exec(line)
  return found?.[0].length ?? -1
}
