// What a dump of a living program is about: what most of its goroutines wait for, and who keeps them waiting.

import type { Frame } from '../../model/failure.ts'
import { countOf, type DumpFact, factOf, findHeldLock, largest, nameOf, placeIn } from './deadlock-facts.ts'
import { wantsLock } from './goroutine-wait.ts'
import type { GoroutineGroup } from './group-goroutines.ts'

/** So many goroutines stuck at one place are what a dump is about. */
const leastCrowd = 10

/** What the reader's own code started a group of library goroutines for, or runs in it. */
function anchorOf(group: GoroutineGroup): Frame | null {
  return group.own ?? (group.startedAt?.own ? group.startedAt : null)
}

function startOf({ startedAt }: GoroutineGroup): string {
  return startedAt === null
    ? 'a go statement at a place not printed'
    : `${nameOf(startedAt)} at ${placeIn(startedAt)}`
}

function has(group: GoroutineGroup, name: string): boolean {
  return group.frames.slice(0, 12).some(frame => frame.function === name)
}

function sum(groups: readonly GoroutineGroup[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}

/** Connections of an HTTP client: two goroutines each, which live until the body is read and closed. */
function findHttpConnections(groups: readonly GoroutineGroup[], total: number): DumpFact | null {
  const reading = groups.filter(group => has(group, 'net/http.(*persistConn).readLoop'))
  const group = largest(reading)
  const count = sum(reading)
  const [frame] = group?.frames ?? []
  if (group === undefined || frame === undefined || count < leastCrowd || count * 6 < total) return null
  return factOf(
    `${count} goroutines in net/http.(*persistConn).readLoop keep connections of an HTTP client open`,
    group,
    frame,
  )
}

/** Everybody waits for a connection of the pool. */
function findDatabasePool(groups: readonly GoroutineGroup[]): DumpFact | null {
  const waiting = groups.filter(group => has(group, 'database/sql.(*DB).conn') && group.own !== null)
  const group = largest(waiting)
  const count = sum(waiting)
  if (group?.own === null || group === undefined || count < leastCrowd) return null
  const where = `${nameOf(group.own)} at ${placeIn(group.own)}`
  return factOf(
    `${count} goroutines in ${where} wait for a free connection of the database/sql pool`,
    group,
    group.own,
  )
}

function findLockCrowd(groups: readonly GoroutineGroup[]): DumpFact | null {
  const waiting = groups.filter(({ wait, own }) => wantsLock(wait) && own !== null)
  const others = largest(groups.filter(group => anchorOf(group) !== null && !wantsLock(group.wait)))
  // A leak ten times as large is what the dump is about.
  if (sum(waiting) < 2 || (others !== undefined && others.count > 10 * sum(waiting))) return null
  const held = findHeldLock(groups)
  if (held !== null) return held
  const group = largest(waiting)
  if (group?.own === null || group === undefined || group.count < leastCrowd) return null
  const who = `${countOf(group.count)} in ${nameOf(group.own)} at ${placeIn(group.own)}`
  return factOf(
    `${who} want a mutex that is locked, and none of the others stands between Lock and Unlock`,
    group,
    group.own,
  )
}

const leaks: Readonly<Record<string, string>> = {
  send: 'cannot send to their channel and were all started by',
  receive: 'wait to receive from their channel and were all started by',
  select: 'wait in a select that never comes to an end and were all started by',
}

/** One `go` statement whose goroutines do not end. */
function findLeak(groups: readonly GoroutineGroup[], total: number): DumpFact | null {
  const group = largest(groups.filter(one => anchorOf(one) !== null))
  const frame = group === undefined ? null : anchorOf(group)
  if (group === undefined || frame === null || group.count < leastCrowd || group.count * 2 < total)
    return null
  const does =
    leaks[group.wait.kind] ?? `stay (${group.wait.state || 'state unknown'}), all of them started by`
  const who = `${group.count} goroutines in ${nameOf(frame)} at ${placeIn(frame)}`
  return factOf(`${who} ${does} ${startOf(group)}`, group, frame)
}

/** What a dump of a program that was not ended by the runtime is about; null when nothing stands out. */
export function findDumpFact(groups: readonly GoroutineGroup[]): DumpFact | null {
  const total = sum(groups.filter(({ own, startedAt }) => own !== null || startedAt?.own === true))
  return (
    findLockCrowd(groups) ??
    findDatabasePool(groups) ??
    findHttpConnections(groups, sum(groups)) ??
    findLeak(groups, total)
  )
}

// TestSleepsTooLong (2s)     TestOrders/empty (1m0s)
const runningTest = /^((?:Test|Benchmark|Fuzz|Example)\S{0,300}) \([\w.]+\)$/
const testFunction = /\.((?:Test|Benchmark|Fuzz)\w*)(?:\.|$)/

/** Where the test stands that did not end, and what it waits for. */
export function findTimeoutFact(
  groups: readonly GoroutineGroup[],
  details: readonly string[],
): DumpFact | null {
  const named = details.map(line => runningTest.exec(line)?.[1]).find(name => name !== undefined)
  const root = named?.split('/')[0]
  const inTest = (group: GoroutineGroup) =>
    group.frames.some(({ function: name }) => {
      const test = testFunction.exec(name)?.[1]
      return test !== undefined && (root === undefined || test === root)
    })
  // A test that runs is slow or goes in circles; one that waits is stuck.
  const own = groups.filter(group => group.own !== null && group.wait.kind !== 'running')
  const group = own.find(inTest) ?? (groups.some(one => one.own !== null && inTest(one)) ? undefined : own[0])
  if (group?.own === null || group === undefined) return null
  const test =
    named ??
    group.frames.map(frame => testFunction.exec(frame.function)?.[1]).find(name => name !== undefined)
  const waits = `waits at ${placeIn(group.own)} in ${nameOf(group.own)}: ${group.wait.state}`
  return factOf(`the test ${test ?? nameOf(group.own)} ${waits}`, group, group.own)
}
