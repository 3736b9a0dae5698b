// Finds the parts of a log of any size that may hold failures, so that only those are looked at closely.
// Literals over whole chunks, no work a line: a service's log is healthy for almost all of its length.

import { type DumpCondenser, openDumpCondenser } from './condense-dump.ts'
import { countLineBreaks } from './count-line-breaks.ts'

/** A part of the log: whole lines, with some context before and after. */
export type OnPart = (bytes: Uint8Array) => void

export interface LogScanner {
  /** The next bytes of the log, of any length. */
  readonly push: (chunk: Uint8Array) => void
  /** Ends the log; returns how many lines it had. */
  readonly finish: () => number
}

/** Lines kept before the first sign of a failure: the thread's header, the test's name. */
const linesBefore = 5
/** Lines kept after the last sign: other services write in between. */
const linesAfter = 30
/** A part is given away at this size, however long the failure goes on. */
const largestPart = 4 * 1024 * 1024
/** A dump shows within so many bytes that it is large. */
const longestTrial = 512 * 1024
/** From so many goroutines on a dump is condensed. */
const leastGoroutines = 100
/** The longest stretch of context, in bytes: a log may consist of one line. */
const longestContext = 256 * 1024

// Traceback (most recent call last):
//   File "/srv/app/main.py", line 3, in <module>
// panic: assignment to entry in nil map
// goroutine 1 [running]:     goroutine 1 gp=0xc000002380 m=nil [sleep]:
// 	/app/internal/cart/cart.go:17 +0x1d
// {"level":"error","stacktrace":"main.main\n\t/app/main.go:31\n…
// ./main.go:3:7: undefined: foo
const signs =
  /Traceback \(most|Exception Group Traceback| File \\?"[^"\n]{1,300}", line \d|\bpanic: |panic serving |fatal error: |goroutine \d+ (?:gp=\S{1,40} m=\S{1,40} (?:mp=\S{1,40} )?)?\[|DATA RACE|--- FAIL: |Fatal Python error|SIGQUIT: |SIGSEGV: |\.go:\d+ \+0x|\.go:\d+:\d+: |\\n\\t[^"\n]{1,300}\.go:|\.py:\d+: [A-Za-z]{1,40}Warning: |\n(?:E|\w+Error) {3,}|SyntaxError: /g

/** Where the line begins that is `lines` before the one at `at`, at most `longestContext` away. */
function stepBack(text: string, at: number, lines: number): number {
  let start = at
  for (let i = 0; i <= lines && start > 0; i++) start = text.lastIndexOf('\n', start - 2) + 1
  return Math.max(start, at - longestContext)
}

/** Behind the line that is `lines` after the one at `at`; -1 where the text ends before. */
function stepOn(text: string, at: number, lines: number): number {
  let end = at
  for (let i = 0; i <= lines; i++) {
    const found = text.indexOf('\n', end)
    if (found === -1) return -1
    end = found + 1
    if (end - at > longestContext) return end
  }
  return end
}

/**
 * Scans a log chunk by chunk and gives `onPart` each part that may hold failures, in order, none twice. Memory stays
 * below a few chunks. The text may be in any encoding that keeps ASCII as it is.
 */
export function openLogScanner(onPart: OnPart): LogScanner {
  // One byte is one character here, so that places in the text are places in the bytes.
  const decoder = new TextDecoder('latin1')
  let rest = new Uint8Array(0)
  let lines = 0
  /** A dump that goes on in the next chunk, and what stood before it. */
  let dump: { readonly before: Uint8Array; readonly condenser: DumpCondenser } | null = null

  /** Line breaks of the current chunk are counted up to here. */
  let counted = 0

  /** Carries everything from `start` over to the next chunk; what lies before it is counted. */
  function keep(bytes: Uint8Array, text: string, start: number): void {
    lines += countLineBreaks(text.slice(counted, start))
    counted = 0
    rest = bytes.slice(start)
  }

  /** Goes on with the open dump; returns where it ends, or -1 when it needs the next chunk. */
  function readDump(bytes: Uint8Array, at: number, isLast: boolean): number {
    if (dump === null) return at
    const { before, condenser } = dump
    const { next, ended } = condenser.read(bytes, at, isLast)
    if (!ended) {
      counted = 0
      rest = bytes.slice(next)
      return -1
    }
    counted = next
    lines += condenser.lines()
    dump = null
    const condensed = condenser.finish()
    const part = new Uint8Array(before.length + condensed.length)
    part.set(before)
    part.set(condensed, before.length)
    onPart(part)
    return next
  }

  function scan(bytes: Uint8Array, isLast: boolean): void {
    let from = readDump(bytes, 0, isLast)
    if (from === -1) return
    const text = decoder.decode(bytes)
    let tried = from

    /** Whether a dump begins at a sign that is worth condensing; if so, it is open from now on. */
    const opensDump = (start: number, at: number): boolean => {
      // The header of a goroutine stands at the beginning of its line: what a logger wrote in front would stay.
      if (at < tried || bytes[at] !== 103 || (at > 0 && bytes[at - 1] !== 10)) return false
      const trial = openDumpCondenser()
      tried = trial.read(bytes.subarray(0, at + longestTrial), at, isLast).next
      if (trial.goroutines() < leastGoroutines) return false
      lines += countLineBreaks(text.slice(counted, at))
      dump = { before: bytes.slice(start, at), condenser: openDumpCondenser() }
      return true
    }

    signs.lastIndex = from
    for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
      const start = Math.max(from, stepBack(text, sign.index, linesBefore))
      let end = stepOn(text, sign.index, linesAfter)
      let at = opensDump(start, sign.index) ? sign.index : -1
      // As long as signs follow within reach, it is one part.
      while (at === -1 && end !== -1 && end - start < largestPart) {
        const next: RegExpExecArray | null = signs.exec(text)
        if (next === null || next.index >= end) break
        if (opensDump(start, next.index)) at = next.index
        end = stepOn(text, next.index, linesAfter)
      }
      if (at !== -1) {
        from = readDump(bytes, at, isLast)
        if (from === -1) return
        tried = from
        signs.lastIndex = from
        continue
      }
      if (end === -1 && !isLast && text.length - start < largestPart) {
        // It may go on in the next chunk: that one begins with it.
        keep(bytes, text, start)
        return
      }
      from = end === -1 ? text.length : end
      onPart(bytes.subarray(start, from))
      signs.lastIndex = from
    }
    keep(bytes, text, isLast ? text.length : Math.max(from, stepBack(text, text.length, linesBefore)))
  }

  return {
    push: chunk => {
      const bytes = new Uint8Array(rest.length + chunk.length)
      bytes.set(rest)
      bytes.set(chunk, rest.length)
      scan(bytes, false)
    },
    finish: () => {
      const endsInside = rest.length > 0 && rest.at(-1) !== 10
      scan(rest, true)
      return lines + (endsInside ? 1 : 0)
    },
  }
}
