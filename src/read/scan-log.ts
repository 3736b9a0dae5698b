// Finds the parts of a log of any size that may hold failures, so that only those are looked at closely.
// Literals over whole chunks, no work a line: a service's log is healthy for almost all of its length.

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
/** The longest stretch of context, in bytes: a log may consist of one line. */
const longestContext = 256 * 1024

// Traceback (most recent call last):
//   File "/srv/app/main.py", line 3, in <module>
// panic: assignment to entry in nil map
// goroutine 1 [running]:
// 	/app/internal/cart/cart.go:17 +0x1d
// {"level":"error","stacktrace":"main.main\n\t/app/main.go:31\n…
// ./main.go:3:7: undefined: foo
const signs =
  /Traceback \(most|Exception Group Traceback| File \\?"[^"\n]{1,300}", line \d|\bpanic: |panic serving |fatal error: |goroutine \d+ \[|DATA RACE|--- FAIL: |Fatal Python error|SIGQUIT: |SIGSEGV: |\.go:\d+ \+0x|\.go:\d+:\d+: |\\n\\t[^"\n]{1,300}\.go:|\.py:\d+: [A-Za-z]{1,40}Warning: |\n(?:E|\w+Error) {3,}|SyntaxError: /g

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

  /** Carries everything from `start` over to the next chunk; what lies before it is counted. */
  function keep(bytes: Uint8Array, text: string, start: number): void {
    lines += countLineBreaks(text.slice(0, start))
    rest = bytes.slice(start)
  }

  function scan(bytes: Uint8Array, isLast: boolean): void {
    const text = decoder.decode(bytes)
    let from = 0
    signs.lastIndex = 0
    for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
      const start = Math.max(from, stepBack(text, sign.index, linesBefore))
      let end = stepOn(text, sign.index, linesAfter)
      // As long as signs follow within reach, it is one part.
      while (end !== -1 && end - start < largestPart) {
        const next: RegExpExecArray | null = signs.exec(text)
        if (next === null || next.index >= end) break
        end = stepOn(text, next.index, linesAfter)
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
