// Text that a narrow terminal cut into lines of one width.

import { cellsOf, isPlain, mayBeWide } from './cells.ts'
import { addLine, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

const narrowest = 40
const widest = 260

export const terminalWrap: Envelope = {
  name: 'terminal-wrap',
  open: stream => {
    const { lines } = stream
    const width = findWidth(lines)
    if (width === 0) return null
    const draft = emptyDraft()
    let open = false
    for (const [index, line] of lines.entries()) {
      const parts = draft.lines
      if (open) parts[parts.length - 1] += line
      else addLine(draft, line, index)
      open = isCut(line, lines[index + 1] ?? '', width)
    }
    return finishDrafts(stream, [draft])
  },
}

/** The width of the terminal; 0 where lines end by themselves. */
function findWidth(lines: readonly string[]): number {
  let width = 0
  for (const line of lines) {
    // No line is cut below the longest, so one long line settles it.
    if (line.length > widest) return 0
    const cells = isPlain(line) ? line.length : cellsOf(line)
    if (cells > widest) return 0
    if (cells > width) width = cells
  }
  if (width < narrowest) return 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? ''
    if (line.length * 2 >= width && isCut(line, next, width) && isBroken(line, next, width)) return width
  }
  return 0
}

/** A line that fills the terminal, or misses it by half a wide character, and goes on. */
function isCut(line: string, next: string, width: number): boolean {
  if (line.length * 2 < width || next === '') return false
  const cells = cellsOf(line)
  if (cells < width - 1 || (cells === width - 1 && !mayBeWide(next))) return false
  if (certainStart.test(next) || sharesPrefix(line, next)) return false
  // Two spaces and more begin a line, but for the carets below a long one.
  if (next.startsWith('  ') && !/^ +[~^]+[ ~^]*$/.test(next) && !line.endsWith(' ')) return false
  // A frame or a place that is whole needs nothing more, where the next line is no rest of it.
  if (/", line \d+, in \S+$/.test(line.slice(-300)) && /^[A-Z]\w+: |^Stop\w*Iteration$/.test(next))
    return false
  if (
    wholePlace.test(line.slice(-300)) &&
    !/^[0-9a-f +]{0,20}$|^[fsp][pc]=|^[0-9a-f]{1,16} [a-z]{2}=0x/.test(next)
  )
    return false
  return !isWide(line)
}

// 2026-03-14 08:00:00,123 INFO …      [2024-03-12 06:25:24,454] INFO …      {"level":"info"}      goroutine 7 [select]:
const certainStart =
  /^(?:\t| {2}File "|\[?\d{4}[-/]\d\d[-/]\d\d[ T]|Traceback \(|goroutine \d+ \[|\{"|created by )/

// \t/usr/local/go/src/runtime/proc.go:2928 +0x8c fp=0x7ffe74447600 sp=0x7ffe744475d0 pc=0x43e9ac
const wholePlace = /\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?: [a-z]{2}=0x[0-9a-f]+){0,3}$/

/** Two lines behind the same prefix, of syslog or a service, are two lines. */
function sharesPrefix(line: string, next: string): boolean {
  let end = 0
  while (end < 40 && end < next.length && line.charCodeAt(end) === next.charCodeAt(end)) end++
  return end >= 8 && /\S[ \t|\]]/.test(next.slice(0, end))
}

// Lines that tools themselves stretch or cut to the width of the terminal:
// ===== FAILURES =====      ...F    [100%]      FAILED tests/test_ping.py::test_ping - Failed: async def functions…
const isWide = (line: string): boolean => /^([=_-])\1{3}|\[ {0,2}\d{1,3}%\]$|\.\.\.$/.test(line)

/** Whether a shape that is known is broken at the end of `line`, and `next` is what it lacks. */
function isBroken(line: string, next: string, width: number): boolean {
  //   File "/usr/local/lib/python3.12/site-packages/sqlalchemy/orm/attribu      and then      tes.py", line 3, in x
  const file = line.lastIndexOf('  File "')
  if (file >= 0) {
    const rest = line.slice(file)
    if (!/", line \d+, in \S/.test(rest))
      return /^ {2}File "[^"]{1,2000}", line \d+(?:, in \S{1,500})?$/.test(rest + next)
    // …, in _fire_loader_call      and then      ables
    return /^[\w.<>]+$/.test(next) && /, in [\w.<>]+$/.test(rest) && !exception.test(next)
  }
  // \t/usr/local/go/pkg/mod/example.com/a/very/lo      and then      ng/path.go:31 +0x1d
  if (/^(?:\t| {8})[/\w]/.test(line) && line.includes('/') && !wholePlace.test(line)) {
    if (/^\S{0,250}\.(?:go|s):\d+(?: \+0x[0-9a-f]+)?(?: |$)/.test(next)) return true
    if (/\.(?:go|s):\d/.test(line)) return /^\d* ?\+?(?:0x)?[0-9a-f]+(?: |$)|^[sf]p=|^pc=/.test(next)
  }
  // main.(*api).list(0xc000056f40, {0x6d29c0, 0xc00      and then      0014d00}, 0xc000150140)
  if (/^[\w./-]+[\w.()*[\]-]*\(/.test(line.slice(0, 300)) && openParens(line) > 0) {
    return openParens(line + next) === 0 && /[)}?.]$/.test(next)
  }
  //     ^^^^^^^^^^^^^
  if (/^ {4} *[~^]+$/.test(line)) return /^[~^]+$/.test(next)
  // {"level":"info","ts":1795468588.7567976,"caller":"quotes/main.go:25","msg":"refr      and then      esh"}
  if (line.startsWith('{"')) return !line.endsWith('}') && !next.startsWith('{')
  // Executing <Task finished name='Task-2' coro=<report() done, defined at /srv/app/      and then      main.py:5> …
  if (/(?:^|\s)Executing </.test(line)) return !line.endsWith(' seconds')
  return usual.has(width) && goesOn(line, next)
}

/** Widths that terminals have; at others only a broken shape tells. */
const usual: ReadonlySet<number> = new Set([80, 100, 120, 132, 160])

// KeyError: 'id'      sqlalchemy.orm.exc.DetachedInstanceError: …      KeyboardInterrupt
const exception = /^[A-Za-z_][\w.]*(?:Error|Exception|Warning|Interrupt|Exit|Group)\b/

// What a line of its own starts with, in the outputs of Go and Python:
// ./main.go:3:5: …      2026/11/23 21:15:19 …      main.main()      FAIL      E   assert      note: …      too many errors
const ownStart =
  /^(?:\t| {2,}|\S{1,200}\.(?:go|py):\d|# |\d{4}[-/]\d\d|Traceback|goroutine |panic|fatal error|exit status|created by |[\w/-]+\.[\w./-]*\(|FAIL|PASS|ok |---|===|[E>] {2}|\[|\{"|note: |too many errors|The above |During |[A-Z]+: )/

/** A sentence goes on: in the middle of a word, behind a space that no line ends with, or in front of one. */
function goesOn(line: string, next: string): boolean {
  if (ownStart.test(next) || exception.test(next)) return false
  if (/^ \S/.test(next) || / $/.test(line)) return true
  if (/[A-Z]$/.test(line) && /^[A-Z]/.test(next)) return true
  return /[\w"'`./:([{,=*&<>@-]$/.test(line) && /^[\w;,.:)\]}"'`/+*=(<>@-]/.test(next) && !/^[A-Z]/.test(next)
}

function openParens(text: string): number {
  return count(text, '(') - count(text, ')')
}

function count(text: string, char: string): number {
  let found = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++
  return found
}
