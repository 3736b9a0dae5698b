// Panics, fatal errors, signals and bare goroutine dumps of Go programs.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { type Dump, type Goroutine, isCreator, ownFrame, placeOf, readDump } from './goroutine-dump.ts'
import { type CrashHead, readCrashHead, startsCrash } from './panic-head.ts'
import { systemStack } from './stack-line.ts'

const format = 'go-panic'

/** So many goroutines stuck at one place are what a dump is about. */
const leastCrowd = 10
const mostHeaders = 50

function ownFrameRunning(goroutine: Goroutine): Frame | null {
  const frame = ownFrame(goroutine.frames)
  return frame === null || isCreator(frame) ? null : frame
}

/** One of the goroutines that wait where most of those with own code do; null when there is no such crowd. */
function findCrowd(goroutines: readonly Goroutine[]): Goroutine | null {
  const groups = new Map<string, { first: Goroutine; count: number }>()
  let total = 0
  for (const goroutine of goroutines) {
    const frame = ownFrameRunning(goroutine)
    if (frame === null) continue
    total++
    const key = `${frame.file}:${frame.line}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: goroutine, count: 1 })
    else group.count++
  }
  const [largest] = [...groups.values()].sort((a, b) => b.count - a.count)
  return largest !== undefined && largest.count >= leastCrowd && largest.count * 2 > total
    ? largest.first
    : null
}

/** The goroutine to show: the one that failed, or where none did, one that the reader's own code waits in. */
function chooseGoroutine(head: CrashHead, goroutines: readonly Goroutine[]): Goroutine | null {
  const first = goroutines[0] ?? null
  if (head.kind === 'panic' && !head.message.startsWith('panic: test timed out')) return first
  if (head.kind !== 'fatal') {
    const crowd = findCrowd(goroutines)
    if (crowd !== null) return crowd
  }
  if (first !== null && ownFrameRunning(first) !== null) return first
  // A fatal error is raised by the first goroutine; only a deadlock and a time-out are about the others.
  if (head.kind === 'fatal' && !head.message.endsWith('deadlock!')) return first
  return goroutines.find(goroutine => ownFrameRunning(goroutine) !== null) ?? first
}

function headersOf(dump: Dump, chosen: Goroutine | null): readonly string[] {
  const headers = dump.goroutines
    .map(goroutine => goroutine.header)
    .filter(header => header !== '' && header !== systemStack)
  const first = chosen?.header ?? ''
  return [...new Set(first === '' ? headers : [first, ...headers])].slice(0, mostHeaders)
}

// exit status 2
function skipExitStatus(lines: Lines, from: number): number {
  let index = from
  while (index < lines.length && (lines[index] ?? '').trim() === '') index++
  return /^exit status \d+$/.test(lines[index] ?? '') ? index + 1 : from
}

// The scheduler's stack says how the runtime noticed; the goroutine's says what was running.
function withoutSystemStack(goroutines: readonly Goroutine[]): readonly Goroutine[] {
  const rest = goroutines.filter(goroutine => goroutine.header !== systemStack)
  return rest.length > 0 ? rest : goroutines
}

function readGoPanic(lines: Lines, at: number): Block | null {
  const head = readCrashHead(lines, at)
  if (head === null) return null
  const dump = readDump(lines, head.end)
  const end = skipExitStatus(lines, Math.max(head.end, dump.end, at + 1))
  const chosen = chooseGoroutine(head, withoutSystemStack(dump.goroutines))
  const frames = chosen?.frames ?? []
  const failure: Failure = failureOf({
    tool: 'go',
    format,
    message: head.message,
    details: [...head.details, ...headersOf(dump, chosen)].filter(line => line !== head.message),
    place: placeOf(ownFrame(frames)),
    frames,
    version: dump.version,
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/**
 * `panic: …`, `fatal error: …`, `SIGSEGV: …`, `http: panic serving …`, dumps without a cause. The message is the first
 * line as printed without ` [recovered]`; `[signal …]` and the headers of the goroutines are details, the frames are
 * those of the goroutine that failed.
 */
export const goPanic: Reader = { format, starts: startsCrash, read: readGoPanic }
