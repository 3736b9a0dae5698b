// A text of many lines on one: in a quoted string of logfmt or of a printed value, or with its line ends spelled out.

import { readQuoted, unescapeBackslashes } from './quoted.ts'
import { outputKeys, readRecord } from './record.ts'
import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts } from './stream.ts'
import { isTelling } from './telling.ts'

export const escaped: Envelope = {
  name: 'escaped',
  open: stream => {
    const rest = emptyDraft()
    const blocks: Draft[] = []
    for (const [index, line] of stream.lines.entries()) {
      const inside = line.includes('\\n') ? readEscaped(line) : nothing
      if (inside.keeps) addLine(rest, line, index)
      for (const lines of inside.blocks) blocks.push({ lines: [...lines], from: lines.map(() => index) })
    }
    return blocks.length === 0 ? null : finishDrafts(stream, blocks, rest)
  },
}

interface Inside {
  readonly blocks: readonly (readonly string[])[]
  /** The line itself says something too:  CalledProcessError: … b'Traceback (most recent call last):\\n…' */
  readonly keeps: boolean
}

const nothing: Inside = { blocks: [], keeps: true }

function readEscaped(line: string): Inside {
  const fields: Record<string, string> = {}
  const loose: string[] = []
  // time=2026-03-14T08:00:11Z level=ERROR msg="child failed" output="…\n…\n"
  const logfmt = /^[\w.]{1,40}=\S/.test(line)
  let told = false
  const unpaired = new Set<number>()
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if ((code !== 0x22 && code !== 0x27 && code !== 0x60) || unpaired.has(code)) continue
    const quoted = readQuoted(line, at)
    // An apostrophe opens nothing:  can't      The search for its pair went to the end, so it is not repeated.
    if (!quoted.closed && code !== 0x22) {
      unpaired.add(code)
      continue
    }
    // level=error msg="request failed" err="EOF" stack="goroutine 1 [running]:\n…"
    const key = /([\w.@-]{1,64})=$/.exec(line.slice(Math.max(0, at - 65), at))?.[1]
    if (logfmt && key !== undefined && (outputKeys.has(key) || /\n[^\n]+\n/.test(quoted.text))) told = true
    if (quoted.text.includes('\n') && isTelling(quoted.text)) told = true
    if (key !== undefined) fields[key] = quoted.text
    else if (quoted.text.includes('\n')) loose.push(quoted.text)
    at = quoted.end - 1
  }
  if (told) {
    const texts = readRecord(loose.length > 0 ? { ...fields, loose } : fields)
    if (texts && texts.blocks.length > 0) return { blocks: texts.blocks, keeps: loose.length > 0 }
  }
  return readBare(line)
}

// Traceback (most recent call last):\n  File "app.py", line 3, in <module>\nKeyError: 'id'
const bareStart =
  /Traceback \(most recent call last\):\\n|(?:panic|fatal error): [^\\]{1,500}\\n|goroutine \d{1,10} \[[^\]\\]{1,100}\]:\\n/

function readBare(line: string): Inside {
  const start = bareStart.exec(line)
  if (start === null) return nothing
  const lines = unescapeBackslashes(line.slice(start.index)).split('\n')
  while (lines.at(-1) === '') lines.pop()
  return lines.length > 1 ? { blocks: [lines], keeps: start.index > 0 } : nothing
}
