// Lines of a log that another thread printed amid a traceback or a dump.

import { addLine, type Envelope, emptyDraft, finishDrafts, isBlank, isDigit } from './stream.ts'

/** Beyond as many lines of log, what follows is no part of what went before. */
const longestRun = 50

export const interleaved: Envelope = {
  name: 'interleaved',
  open: stream => {
    const { lines } = stream
    if (!lines.some(isLogLine)) return null
    const log = emptyDraft()
    const rest = emptyDraft()
    let before = ''
    for (let index = 0; index < lines.length; ) {
      const line = lines[index] ?? ''
      if (!isLogLine(line)) {
        if (!isBlank(line)) before = line
        addLine(rest, line, index++)
        continue
      }
      let end = index
      while (end < lines.length && isLogLine(lines[end] ?? '')) end++
      const after = lines[end] ?? ''
      const amid = end < lines.length && end - index <= longestRun && (isInner(before) || isInner(after))
      // 2026-03-14 08:00:11,743 ERROR [app] order failed      is the head of the traceback below it.
      const heads =
        !isInner(before) && /^(?:Traceback|goroutine |panic|fatal error|Exception)/.test(after) ? 1 : 0
      for (; index < end; index++)
        addLine(amid && index < end - heads ? log : rest, lines[index] ?? '', index)
    }
    return log.lines.length === 0 ? null : finishDrafts(stream, [rest], log)
  },
}

// 2026-03-14 08:00:11,123 INFO [worker:3] …      2026/03/14 08:00:11 gateway: …      [2026-03-14 08:00:11,123] INFO …
const dated = /^\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d/
// 10.0.3.7 - - [14/Mar/2026:08:00:11 +0000] "GET / HTTP/1.1" 200 5      INFO:     10.0.0.7:40123 - "GET / HTTP/1.1" 200 OK
const undated = /^(?:\d{1,3}(?:\.\d{1,3}){3} - |(?:INFO|DEBUG|WARN|WARNING)[: ])/

function isLogLine(line: string): boolean {
  const first = line.charCodeAt(0)
  if (!isDigit(first) && first !== 0x5b && first !== 0x49 && first !== 0x44 && first !== 0x57) return false
  if (!dated.test(line) && !undated.test(line)) return false
  // 2026/03/14 08:00:11 http: panic serving 10.0.0.7:40123: runtime error: …      tells of the dump below it.
  return !/panic|warning: /i.test(line.slice(0, 400))
}

//     return total(row)      \t/app/main.go:12 +0x1d      E       assert 1 == 2      main.load(0xc000012345)
// fatal error: stack overflow      FAIL      … [Recovery] 2026/11/27 - 12:24:47 panic recovered:
// Thread 15099 (idle): "canceller"      × Failed to build installable wheels …      ╰─> orders-stats
const inner =
  /^(?:[ \t]+\S|[E>](?: |$)|[×╰│├]|Thread (?:0x)?[0-9A-Fa-f]{1,20} \(|[\w./-]+\.[\w.()*[\]-]{1,200}\(.{0,2000}\)$|[=_]{3,} |fatal error: |FAIL$|.{0,200}panic recovered:$)/

/** A line in the middle of what tools print, which nothing of a log stands beside by right. */
function isInner(line: string): boolean {
  return !isBlank(line) && inner.test(line)
}
