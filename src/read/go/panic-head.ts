// The head of a crash: what it says before the stacks begin.

import type { Lines } from '../reader.ts'
import { parseStackLine } from './stack-line.ts'

/** Why the stacks were printed: what went wrong, or that somebody asked for them. */
export type CrashKind = 'panic' | 'fatal' | 'signal' | 'dump'

export interface CrashHead {
  readonly kind: CrashKind
  readonly message: string
  readonly details: readonly string[]
  /** The first line that may be part of the stacks; what `read` looks at next. */
  readonly end: number
}

/** A panic's value may take many lines; behind so many no stack belongs to it. */
const mostLines = 60
const longestMessage = 4000

// panic: assignment to entry in nil map [recovered]     panic: boom [recovered, repanicked]
const recovered = / \[recovered(?:, repanicked)?\]$/

// The lines at which a search for the stack gives up, as they belong to something else.
const beginsAnother =
  /^(?:panic: |fatal error: |FAIL\b|--- |=== |ok {2}\t|exit status \d|WARNING: DATA RACE|Traceback \(|#\s)/

function clean(line: string): string {
  return line.trim().slice(0, longestMessage).replace(recovered, '')
}

/** Whether a stack begins here: a goroutine's header, or a frame with its place where the header was cut off. */
export function startsStack(lines: Lines, at: number): boolean {
  const line = parseStackLine(lines[at] ?? '')
  if (line === null || line.kind === 'part') return false
  if (line.kind === 'goroutine') return true
  const text = lines[line.kind === 'file' ? at : at + 1] ?? ''
  return text.includes(' +0x') && parseStackLine(text)?.kind === 'file'
}

/** Where the stacks of a crash begin whose message stands on line `at`; null when none follow. */
function findStack(lines: Lines, at: number): number | null {
  for (let index = at + 1; index < Math.min(lines.length, at + mostLines); index++) {
    const line = lines[index] ?? ''
    const parsed = parseStackLine(line)
    if (parsed?.kind === 'goroutine') return index
    if (beginsAnother.test(line)) return null
  }
  return null
}

// \tpanic: runtime error: invalid memory address     [signal SIGSEGV: segmentation violation code=0x1]
function continuesMessage(line: string): boolean {
  return /^\s+\S/.test(line) || line.startsWith('[signal ') || line.startsWith('running tests:')
}

function headFrom(
  lines: Lines,
  kind: CrashKind,
  message: string,
  first: number,
  before: readonly string[],
): CrashHead {
  let end = findStack(lines, first)
  if (end === null) {
    end = first + 1
    while (end < lines.length && continuesMessage(lines[end] ?? '')) end++
  }
  const rest = lines.slice(first + 1, end).map(clean)
  const details = [...before, ...rest].filter(line => line !== '' && line !== message)
  return { kind, message, details: [...new Set(details)].slice(0, 50), end }
}

// runtime: goroutine stack exceeds 1000000000-byte limit
// unexpected fault address 0x7f3a0000008f
function readPreamble(lines: Lines, at: number): CrashHead | null {
  for (let index = at; index < Math.min(lines.length, at + 20); index++) {
    const line = lines[index] ?? ''
    if (line.startsWith('fatal error: ') || line.startsWith('panic: ')) {
      const before = lines.slice(at, index).map(clean)
      return headFrom(lines, 'fatal', clean(line), index, before)
    }
    if (parseStackLine(line)?.kind === 'goroutine') break
  }
  return null
}

// SIGSEGV: segmentation violation     SIGQUIT: quit     SIGABRT: abort
const signal = /^SIG[A-Z]{2,6}: [a-z]/
// 2026/11/23 21:15:37 http: panic serving 127.0.0.1:5: runtime error: integer divide by zero
// E1123 21:15:37.1       1 runtime.go:79] Observed a panic: "invalid memory address" (runtime error: …)
const served = /(?:^|[\s\]])(http: panic serving |Observed a panic)/
// {"message":"[PANIC RECOVER] runtime error: integer divide by zero goroutine 34 [running]:
const inLine = /^(.*\S)\s+goroutine \d+ \[running\]:$/

/** A cheap look: may a crash start on this line? */
export function startsCrash(line: string): boolean {
  if (line.endsWith(')') || line.includes(' +0x') || line.includes('goroutine '))
    return line.length < longestMessage
  const text = line.trimStart()
  switch (text.charCodeAt(0)) {
    case 0x70: // p
      return text.startsWith('panic: ') || text === 'panic:'
    case 0x66: // f
      return text.startsWith('fatal error: ')
    case 0x72: // r
      return text.startsWith('runtime: ')
    case 0x75: // u
      return text.startsWith('unexpected fault address ')
    case 0x53: // S
      if (signal.test(text)) return true
      break
    case 0x5b: // [
      if (text.startsWith('[signal SIG')) return true
      break
  }
  return line.includes('panic') && (line.includes(' panic: ') || served.test(line.slice(0, 200)))
}

// serving on :8080 panic: runtime error: index out of range [5] with length 3
function readBehindText(lines: Lines, at: number): CrashHead | null {
  const line = lines[at] ?? ''
  const start = line.indexOf(' panic: ')
  const stack = start === -1 ? null : findStack(lines, at)
  // A sentence about a panic has no stack right behind it.
  return stack === null || stack > at + 6 ? null : headFrom(lines, 'panic', clean(line.slice(start)), at, [])
}

/** Reads the head of the crash that starts on line `at`; null when there is none after all. */
export function readCrashHead(lines: Lines, at: number): CrashHead | null {
  const line = lines[at] ?? ''
  const text = line.trimStart()
  if (text.startsWith('panic: ') || text === 'panic:') return headFrom(lines, 'panic', clean(line), at, [])
  if (text.startsWith('fatal error: ')) return headFrom(lines, 'fatal', clean(line), at, [])
  if (text.startsWith('runtime: ') || text.startsWith('unexpected fault ')) return readPreamble(lines, at)
  if (signal.test(text) || text.startsWith('[signal SIG')) {
    const end = findStack(lines, at)
    return end === null ? null : headFrom(lines, 'signal', clean(line), at, [])
  }
  const found = served.exec(line.slice(0, 200))
  if (found !== null) {
    const message = clean(line.slice(found.index + found[0].length - (found[1] ?? '').length))
    return headFrom(lines, 'panic', message, at, [])
  }
  if (startsStack(lines, at)) return { kind: 'dump', message: clean(line), details: [], end: at }
  const behind = readBehindText(lines, at)
  if (behind !== null) return behind
  const before = line.length < longestMessage ? inLine.exec(line)?.[1] : undefined
  return before === undefined ? null : { kind: 'panic', message: clean(before), details: [], end: at + 1 }
}
