// Reads the tracebacks and syntax errors of IPython and Jupyter, version 5 to 9.

import type { Failure } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { isCaretLine } from './caret-line.ts'
import { parseExceptionLine } from './exception-line.ts'
import { failureOfTraceback } from './failure-of-traceback.ts'
import { isLogLine } from './other-stream.ts'
import { readMessage } from './read-message.ts'
import type { PrintedFrame } from './read-stack.ts'
import { type Link, relateNext } from './relate-chain.ts'
import { headerText } from './traceback-header.ts'

// NameError                                 Traceback (most recent call last)
const header = /^[\p{L}_][\p{L}\p{N}_.]{0,200}\s{2,}Traceback \(most recent call last\)\s*$/u

const frameHeaders: readonly RegExp[] = [
  // Cell In[6], line 2, in f(a); Cell In[1], line 1; Input In [3], in <cell line: 1>()
  /^(?<file>(?:Cell|Input) In ?\[\d+\])(?:, line (?<line>\d{1,9}))?(?:, in (?<name>.+))?$/,
  // File /usr/lib/python3.13/json/decoder.py:344, in JSONDecoder.decode(self, s, _w)
  /^File (?<file>.+?):(?<line>\d{1,9})(?:, in (?<name>.+))?$/,
  // <ipython-input-6-c0c5c78d7285> in f(a); /srv/lib.py in load(x)
  /^(?<file><ipython-input-[^>]+>|(?:~|\.|[A-Za-z]:)?[/\\]\S.*?\.\w{1,4}) in (?<name>.+)$/,
]

// `----> 2     return a["k"]`
const pointer = /^-{2,}> (\d{1,9}) ?(.*)$/
// `      1 def f(a):`, `   (...)`
const context = /^\s+(?:\d{1,9}(?:\s|$)|\(\.\.\.\))/

function parseHeader(text: string): PrintedFrame | null {
  if (text.length > 2000) return null
  for (const pattern of frameHeaders) {
    const groups = pattern.exec(text)?.groups
    if (!groups) continue
    const name = (groups.name ?? '<module>').replace(/\(.*$/, '')
    return {
      file: groups.file ?? '',
      line: Number(groups.line ?? 0),
      function: name,
      indent: 0,
      source: null,
      carets: null,
    }
  }
  return null
}

/** One traceback below its header, or null when no exception ends it. */
function readOne(lines: Lines, at: number): { failure: Failure; end: number } | null {
  const frames: PrintedFrame[] = []
  for (let index = at + 1; index < lines.length; index++) {
    const text = (lines[index] ?? '').trimEnd()
    if (text === '') continue
    const frame = parseHeader(text)
    const pointed = pointer.exec(text)
    const last = frames.at(-1)
    if (frame) frames.push(frame)
    else if (pointed && last) {
      frames[frames.length - 1] = { ...last, line: Number(pointed[1]), source: pointed[2] ?? '' }
    } else if (last && context.test(text)) continue
    else if (frames.length > 0 && parseExceptionLine(text)) {
      const message = readMessage(lines, index, '')
      if (!message) return null
      const place = { line: at + 1, lines: message.end - at }
      return { failure: failureOfTraceback(frames, message, place), end: message.end }
    } else if (!/^\s/.test(text) && !isLogLine(text)) return null
  }
  return null
}

function readTraceback(lines: Lines, at: number): Block | null {
  const first = readOne(lines, at)
  if (!first) return null
  let roots: readonly Failure[] = [first.failure]
  let { end } = first
  for (;;) {
    const next = findNext(lines, end)
    const read = next && readOne(lines, next.at)
    if (!next || !read) return { failures: roots, end }
    roots = relateNext(roots, read.failure, next.link)
    end = read.end
  }
}

function findNext(lines: Lines, from: number): { link: Link; at: number } | null {
  let link: Link | null = null
  for (let index = from; index < lines.length && index < from + 10; index++) {
    const text = lines[index] ?? ''
    if (link && header.test(text)) return { link, at: index }
    if (text.startsWith('The above exception was the direct cause')) link = 'cause'
    else if (text.startsWith('During handling of the above exception')) link = 'context'
    else if (text.trim() !== '' && !isLogLine(text)) return null
  }
  return null
}

/** Tracebacks under `NameError      Traceback (most recent call last)`; cells are own code. */
export const ipythonTraceback: Reader = {
  format: 'python-traceback',
  starts: line => line.includes(headerText) && line.length < 1000 && header.test(line),
  read: readTraceback,
}

// `  Cell In[5], line 1`, `In [5]:   File "<ipython-input-5-1197c20a9c92>", line 1`, `  Input In [1]`
const syntaxHeader =
  /^(?:In \[\d+\]:)?\s{1,20}(?:((?:Cell|Input) In ?\[\d+\])(?:, line (\d{1,9}))?|File "(<ipython-input-[^"]+>)", line (\d{1,9}))\s*$/

function readSyntax(lines: Lines, at: number): Block | null {
  const match = syntaxHeader.exec(lines[at] ?? '')
  if (!match) return null
  const [, cell, cellLine, file, fileLine] = match
  const source = lines[at + 1] ?? null
  const marks = lines[at + 2] ?? ''
  const marked = isCaretLine(marks)
  const below = at + (marked ? 3 : 2)
  const message = parseExceptionLine(lines[below] ?? '')?.typical ? readMessage(lines, below, '') : null
  if (!message) return null
  const frame: PrintedFrame = {
    file: cell ?? file ?? '',
    line: Number(cellLine ?? fileLine ?? 1),
    function: null,
    indent: 2,
    source,
    carets: marked ? marks : null,
  }
  const failure = failureOfTraceback([frame], message, { line: at + 1, lines: message.end - at })
  return { failures: [{ ...failure, format: 'python-syntax' }], end: message.end }
}

/** A cell that does not compile. */
export const ipythonSyntax: Reader = {
  format: 'python-syntax',
  starts: line =>
    line.length < 1000 &&
    (line.includes(' In') || line.includes('<ipython-input')) &&
    syntaxHeader.test(line),
  read: readSyntax,
}
