// Panics, fatal errors, signals and bare goroutine dumps of Go programs.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { type DumpFact, findDeadlockFact } from './deadlock-facts.ts'
import { findDumpFact, findTimeoutFact } from './dump-facts.ts'
import { type Dump, type Goroutine, isCreator, ownFrame, placeOf, readDump } from './goroutine-dump.ts'
import { type GoroutineGroup, groupGoroutines, stacksOf } from './group-goroutines.ts'
import { type CrashHead, readCrashHead, startsCrash } from './panic-head.ts'
import { systemStack } from './stack-line.ts'
import { factsOfTool } from './tool-crash.ts'

const format = 'go-panic'

const mostHeaders = 50

/** The goroutine to show: the one that failed, or where none did, one that the reader's own code waits in. */
function chooseGoroutine(head: CrashHead, goroutines: readonly Goroutine[]): Goroutine | null {
  const first = goroutines[0] ?? null
  // The bubble's deadlock is noticed by the goroutine that opened it.
  if (isBubble(head))
    return goroutines.slice(1).find(one => /synctest/.test(one.state) && runsOwnCode(one)) ?? first
  if (head.kind === 'panic' && !isTimeout(head)) return first
  if (first !== null && runsOwnCode(first)) return first
  // A fatal error is raised by the first goroutine; only a deadlock and a time-out are about the others.
  if (head.kind === 'fatal' && !isDeadlock(head)) return first
  return goroutines.find(runsOwnCode) ?? first
}

function runsOwnCode(goroutine: Goroutine): boolean {
  const frame = ownFrame(goroutine.frames)
  return frame !== null && !isCreator(frame)
}

const isTimeout = ({ message }: CrashHead) => message.startsWith('panic: test timed out')
// panic: deadlock: all goroutines in bubble are blocked     panic: deadlock: main bubble goroutine has exited but …
const isBubble = ({ message }: CrashHead) => message.startsWith('panic: deadlock: ')
const isDeadlock = ({ message }: CrashHead) => message.endsWith('deadlock!')

/** What the stacks say together of a program that hangs; null for one that crashed in one goroutine. */
function findFact(head: CrashHead, groups: readonly GoroutineGroup[]): DumpFact | null {
  if (isDeadlock(head)) return findDeadlockFact(groups)
  if (isTimeout(head)) return findTimeoutFact(groups, head.details)
  return head.kind === 'dump' || head.kind === 'signal' ? findDumpFact(groups) : null
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

/** A crash of one goroutine is about that one; everything else about all of them. */
function tellsOfAll(head: CrashHead, groups: readonly GoroutineGroup[]): boolean {
  if (groups.length === 0 || (groups.length === 1 && groups[0]?.count === 1)) return false
  return (
    isDeadlock(head) || isTimeout(head) || head.kind === 'dump' || head.kind === 'signal' || isMapRace(head)
  )
}

// fatal error: concurrent map writes
const isMapRace = ({ message }: CrashHead) => message.startsWith('fatal error: concurrent map ')

const holds = (goroutine: Goroutine | null) => (group: GoroutineGroup) =>
  goroutine !== null && group.members.includes(goroutine)

function readGoPanic(lines: Lines, at: number): Block | null {
  const head = readCrashHead(lines, at)
  if (head === null) return null
  const dump = readDump(lines, head.end)
  const end = skipExitStatus(lines, Math.max(head.end, dump.end, at + 1))
  const groups = groupGoroutines(dump.goroutines)
  const fact = findFact(head, groups)
  const leading = chooseGoroutine(head, withoutSystemStack(dump.goroutines))
  const chosen = fact?.group.members[0] ?? leading
  const frames = chosen?.frames ?? []
  const facts = fact === null ? factsOfTool(dump.goroutines[0]?.frames ?? []) : [fact.text]
  const failure: Failure = failureOf({
    tool: 'go',
    format,
    message: head.message,
    // What the main goroutine of a deadlock waits for is what signatures ask first.
    details: [...head.details, ...headersOf(dump, isDeadlock(head) ? leading : chosen)].filter(
      line => line !== head.message,
    ),
    place: placeOf(fact?.frame ?? ownFrame(frames)),
    frames,
    ...(facts.length > 0 ? { facts } : {}),
    ...(tellsOfAll(head, groups) ? { stacks: stacksOf(groups, groups.find(holds(chosen)) ?? null) } : {}),
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
