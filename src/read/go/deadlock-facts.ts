// Why all goroutines sleep, as far as their stacks together tell: the sentences that entries ask for.

import type { Frame } from '../../model/failure.ts'
import { wantsLock } from './goroutine-wait.ts'
import { type GoroutineGroup, shortName, shortPlace } from './group-goroutines.ts'
import { findCallerHolding, findHolder, mentions, wantedMutex } from './lock-holder.ts'

/** What a dump is about: the sentence for signatures, and where to look first. */
export interface DumpFact {
  readonly text: string
  readonly group: GoroutineGroup
  readonly frame: Frame
}

/** So many groups, and goroutines of a group, are compared with each other. */
const mostCompared = 12

const lead = '~ all stacks together: '

export function factOf(text: string, group: GoroutineGroup, frame: Frame): DumpFact {
  return { text: lead + text, group, frame }
}

export const nameOf = (frame: Frame): string => shortName(frame.function)
export const placeIn = shortPlace

type Finder = (groups: readonly GoroutineGroup[]) => DumpFact | null

/** The function given to a sync.Once comes to the same Once again. */
const findOnce: Finder = groups => {
  for (const group of groups) {
    const { frames, own } = group
    const doing = frames.flatMap((frame, index) =>
      /^sync\.\(\*Once\)\.(?:doSlow|Do)$/.test(frame.function) ? [index] : [],
    )
    const [inner] = doing
    const outer = doing.at(-1)
    if (own === null || inner === undefined || outer === undefined || !wantsLock(group.wait)) continue
    const start = frames.indexOf(own)
    const between = frames.slice(start + 1, outer).find(frame => frame.own)
    if (inner > start || outer < start || between === undefined) continue
    const again = `${nameOf(between)} calls ${nameOf(own)} again at ${placeIn(between)}`
    return factOf(`${again}, whose sync.Once is still running the first call`, group, own)
  }
  return null
}

/** Whether one of `a` wants a mutex and one of `b` another one; when `surely`, each must name the other's as well. */
function isCrossed(a: GoroutineGroup, b: GoroutineGroup, surely: boolean): boolean {
  for (const one of a.members.slice(0, mostCompared)) {
    for (const other of b.members.slice(0, mostCompared)) {
      const [first, second] = [wantedMutex(one), wantedMutex(other)]
      if (one === other || first === null || second === null || first === second) continue
      if (!surely || (mentions(one, second) && mentions(other, first))) return true
    }
  }
  return false
}

/** Each wants a mutex, not the same one: so each holds what the other one wants. */
const findLockOrder: Finder = groups => {
  const waiting = groups
    .filter(group => group.wait.kind === 'lock' && group.own !== null)
    .slice(0, mostCompared)
  // Somebody who waits for anything else may hold both.
  const surely = groups.some(
    ({ own, wait }) => own !== null && wait.kind !== 'lock' && wait.kind !== 'wait-group',
  )
  for (const [index, group] of waiting.entries()) {
    for (const other of waiting.slice(index)) {
      if (group.own === null || other.own === null || !isCrossed(group, other, surely)) continue
      const pair = `${nameOf(group.own)} at ${placeIn(group.own)} and ${nameOf(other.own)} at ${placeIn(other.own)}`
      return factOf(`${pair} each wait for a mutex that the other one holds`, group, group.own)
    }
  }
  return null
}

/** A reader takes its lock a second time while a writer waits: the writer stands before it. */
const findReadTwice: Finder = groups => {
  const writer = groups.find(({ wait, own }) => wait.state === 'sync.RWMutex.Lock' && own !== null)
  if (writer?.own === null || writer === undefined) return null
  for (const group of groups) {
    const caller = group.wait.kind === 'read-lock' ? findCallerHolding(group) : null
    if (group.own === null || caller === null) continue
    const twice = `${nameOf(group.own)} at ${placeIn(group.own)} takes a read lock that its caller ${nameOf(caller)} has`
    return factOf(`${twice} already, behind ${nameOf(writer.own)}, which waits to write`, group, group.own)
  }
  return null
}

/** Somebody holds the mutex and waits for something else. */
export const findHeldLock: Finder = groups => {
  const waiting = groups.filter(group => wantsLock(group.wait) && group.own !== null)
  for (const waiters of [...waiting].sort((a, b) => b.count - a.count).slice(0, mostCompared)) {
    const holder = findHolder(waiters, groups)
    if (holder === null || waiters.own === null || wantsLock(holder.group.wait)) continue
    const who = `${nameOf(holder.frame)} at ${placeIn(holder.frame)} holds the mutex that`
    const whom = `${nameOf(waiters.own)} wants at ${placeIn(waiters.own)} in ${countOf(waiters.count)}`
    return factOf(`${who} ${whom}, and waits itself: ${holder.group.wait.state}`, holder.group, holder.frame)
  }
  return null
}

export function countOf(count: number): string {
  return count === 1 ? '1 goroutine' : `${count} goroutines`
}

/** A method calls another one that takes the same lock. */
const findLockAgain: Finder = groups => {
  for (const group of groups) {
    const caller = wantsLock(group.wait) ? findCallerHolding(group) : null
    if (group.own === null || caller === null) continue
    const again = `${nameOf(group.own)} at ${placeIn(group.own)} locks the mutex that its caller ${nameOf(caller)}`
    return factOf(`${again} has locked before the call at ${placeIn(caller)}`, group, group.own)
  }
  return null
}

const findNeverReleased: Finder = groups => {
  const group = groups.find(({ wait, own }) => wantsLock(wait) && own !== null)
  if (group?.own === null || group === undefined) return null
  const what = `${nameOf(group.own)} at ${placeIn(group.own)} wants a mutex that is locked`
  return factOf(`${what}, and nobody who is left stands between Lock and Unlock`, group, group.own)
}

// (main.limit).acquire     pool.takeSlot     getToken
const givesSlot = /acquire|sem(?:aphore)?\b|slot|token|limit|enter|borrow|checkout/i

const findSemaphore: Finder = groups => {
  const group = groups.find(({ wait, own, frames }) => {
    const isOpen = wait.kind === 'send' || wait.kind === 'receive' || wait.kind === 'select'
    return isOpen && own !== null && givesSlot.test(nameOf(own)) && frames.indexOf(own) < frames.length - 1
  })
  if (group?.own === null || group === undefined) return null
  const [caller, outer] = group.frames.slice(group.frames.indexOf(group.own) + 1).filter(frame => frame.own)
  if (caller === undefined) return null
  const within = outer === undefined ? nameOf(caller) : `${nameOf(caller)}, called by ${nameOf(outer)},`
  const stuck = `${countOf(group.count)} in ${nameOf(group.own)} at ${placeIn(group.own)}`
  return factOf(
    `${stuck} want another slot in ${within} and nobody is left to give one back`,
    group,
    group.own,
  )
}

const findUnreceived: Finder = groups => {
  const senders = largest(groups.filter(({ wait, own }) => wait.kind === 'send' && own !== null))
  if (senders?.own === null || senders === undefined) return null
  const waiter = groups.find(({ wait, own }) => wait.kind === 'wait-group' && own !== null)
  const sending = `${nameOf(senders.own)} at ${placeIn(senders.own)}`
  if (waiter !== undefined && waiter.own !== null) {
    const waiting = `${nameOf(waiter.own)} at ${placeIn(waiter.own)} waits for ${countOf(senders.count)}`
    return factOf(
      `${waiting} that cannot send in ${sending}: nobody receives meanwhile`,
      senders,
      senders.own,
    )
  }
  const receiver = groups.find(({ wait, own }) => wait.kind === 'receive' && own !== null)
  if (receiver === undefined || receiver.own === null) return null
  const receiving = `${nameOf(receiver.own)} receives at ${placeIn(receiver.own)}`
  return factOf(
    `${receiving} while ${countOf(senders.count)} sends in ${sending}, to another channel`,
    senders,
    senders.own,
  )
}

/** Workers send results that nobody receives before all jobs are sent, and that waits for the workers. */
const findBothSend: Finder = groups => {
  const sending = groups.filter(({ wait, own }) => wait.kind === 'send' && own !== null)
  const workers = largest(sending.filter(({ startedAt }) => startedAt !== null))
  const feeder = sending.find(
    ({ startedAt, own }) => startedAt === null || own?.function !== workers?.own?.function,
  )
  if (workers === undefined || feeder === undefined || feeder === workers) return null
  if (workers.own === null || feeder.own === null) return null
  const feeding = `${nameOf(feeder.own)} sends at ${placeIn(feeder.own)}`
  const stuck = `${countOf(workers.count)} in ${nameOf(workers.own)} at ${placeIn(workers.own)}`
  return factOf(`${feeding} to ${stuck} that cannot receive, as they send themselves`, workers, workers.own)
}

const findNeverClosed: Finder = groups => {
  const waiter = groups.find(({ wait, own }) => wait.kind === 'wait-group' && own !== null)
  const workers = largest(
    groups
      .filter(({ wait, own }) => wait.kind === 'receive' && own !== null)
      .filter(group => group.startedAt !== null),
  )
  if (waiter?.own === null || waiter === undefined || workers === undefined || workers.own === null)
    return null
  const waiting = `${nameOf(waiter.own)} at ${placeIn(waiter.own)} waits for ${countOf(workers.count)}`
  return factOf(
    `${waiting} in ${nameOf(workers.own)} at ${placeIn(workers.own)} to end, and they wait for a next value`,
    workers,
    workers.own,
  )
}

const findCondition: Finder = groups => {
  const group = largest(groups.filter(({ wait, own }) => wait.kind === 'condition' && own !== null))
  if (group?.own === null || group === undefined) return null
  const waiting = `${countOf(group.count)} in ${nameOf(group.own)} at ${placeIn(group.own)}`
  return factOf(
    `${waiting} wait for a Signal of a sync.Cond, and nobody is left to give it`,
    group,
    group.own,
  )
}

const findPipe: Finder = groups => {
  for (const group of groups) {
    const end = group.frames
      .slice(0, 6)
      .map(frame => /^io\.\(\*pipe\)\.(write|read)$/.exec(frame.function)?.[1])
      .find(name => name !== undefined)
    if (group.own === null || end === undefined) continue
    const does = end === 'write' ? 'writes into' : 'reads from'
    return factOf(
      `${nameOf(group.own)} at ${placeIn(group.own)} ${does} an io.Pipe whose other end nobody serves`,
      group,
      group.own,
    )
  }
  return null
}

export function largest(groups: readonly GoroutineGroup[]): GoroutineGroup | undefined {
  return [...groups].sort((a, b) => b.count - a.count)[0]
}

/** Ordered: what is more particular first. */
const finders: readonly Finder[] = [
  findOnce,
  findPipe,
  findReadTwice,
  findLockOrder,
  findHeldLock,
  findLockAgain,
  findCondition,
  findSemaphore,
  findBothSend,
  findUnreceived,
  findNeverClosed,
  findNeverReleased,
]

/** What the stacks of a deadlock say together; null when they say no more than each for itself. */
export function findDeadlockFact(groups: readonly GoroutineGroup[]): DumpFact | null {
  // A nil channel has an entry of its own, and is the reason whatever the others wait for.
  if (groups.some(({ wait }) => wait.kind === 'nil-channel')) return null
  for (const find of finders) {
    const fact = find(groups)
    if (fact !== null) return fact
  }
  return null
}
