// Who holds the mutex that others want: told by the addresses that stacks print, or by the type whose methods they are in.

import type { Frame } from '../../model/failure.ts'
import type { Goroutine } from './goroutine-dump.ts'
import { wantsLock } from './goroutine-wait.ts'
import type { GoroutineGroup } from './group-goroutines.ts'

// 0xc000014270, {0x49b058, 0x3}     0x5561f8?, 0x0
const firstAddress = /^\{?(0x[0-9a-f]{5,16})(\??)/

// main.(*Hub).Join     example.com/shop/cart.(*Cart[...]).Add     main.Quota.Take
const method = /^(.{1,300}\.\(\*[^()]{1,200}\))\.\w+/

/** `main.(*Hub)` of its methods and of the closures in them; null for a function. */
export function receiverOf(functionName: string): string | null {
  return method.exec(functionName)?.[1] ?? null
}

/** The address that a frame was called with first: of a method, its receiver. A doubtful one (`0x0?`) does not count. */
function addressOf(args: string): string | null {
  const [, address, doubt] = firstAddress.exec(args) ?? []
  return address === undefined || doubt === '?' ? null : address
}

const lockSlow = /(?:Mutex\)|RWMutex\))\.(?:lockSlow|Lock|RLock)$/

/** The address of the mutex that a goroutine stands before; null where its stack does not print it. */
export function wantedMutex({ frames, args }: Goroutine): string | null {
  for (const [index, frame] of frames.slice(0, 8).entries()) {
    if (!lockSlow.test(frame.function)) continue
    const address = addressOf(args[index] ?? '')
    if (address !== null) return address
  }
  return null
}

/** The receivers' addresses of a goroutine's own frames. */
function ownAddresses({ frames, args }: Goroutine): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, frame] of frames.entries()) {
    const address = frame.own ? addressOf(args[index] ?? '') : null
    if (address !== null) found.add(address)
  }
  return found
}

/** Whether an own frame of a goroutine was called with `address`. */
export function mentions({ frames, args }: Goroutine, address: string): boolean {
  return frames.some((frame, index) => frame.own && (args[index] ?? '').includes(address))
}

/** A mutex lies in the value that it guards: its address is the value's, or a little more. */
const largestValue = 4096

function liesIn(mutex: string | null, value: string): boolean {
  if (mutex === null) return false
  const distance = Number(mutex) - Number(value)
  return distance >= 0 && distance < largestValue
}

export interface Holder {
  readonly group: GoroutineGroup
  /** Its innermost frame in a method of the type, or with an address of it. */
  readonly frame: Frame
}

/** How likely it is that somebody who stands there holds a mutex meanwhile: what waits for the network does, an event loop does not. */
const likelihood: Readonly<Record<string, number>> = {
  send: 5,
  io: 4,
  'wait-group': 4,
  sleep: 3,
  running: 3,
  receive: 3,
  lock: 3,
  other: 2,
  select: 1,
}

interface Suspect extends Holder {
  readonly weight: number
}

function suspectIn(
  group: GoroutineGroup,
  addresses: ReadonlySet<string>,
  mutexes: readonly (string | null)[],
  receiver: string | null,
): Suspect | null {
  if (group.own === null) return null
  const [member] = group.members
  if (member === undefined) return null
  const usual = likelihood[group.wait.kind] ?? 0
  for (const [index, frame] of group.frames.entries()) {
    const address = frame.own ? addressOf(member.args[index] ?? '') : null
    if (address === null) continue
    if (addresses.has(address) || mutexes.some(mutex => liesIn(mutex, address)))
      return { group, frame, weight: 10 + usual }
  }
  const frame = group.frames.find(
    ({ own, function: name }) => own && receiver !== null && receiverOf(name) === receiver,
  )
  return frame === undefined ? null : { group, frame, weight: usual }
}

/** So many mutexes of one group are compared. */
const mostMutexes = 8

/** Who most likely holds what `waiters` want; null when nobody in sight does. */
export function findHolder(waiters: GoroutineGroup, groups: readonly GoroutineGroup[]): Holder | null {
  const wanted = new Set(waiters.members.map(wantedMutex))
  const addresses = new Set<string>()
  for (const member of waiters.members) {
    const address = wantedMutex(member)
    if (address !== null) addresses.add(address)
    for (const other of ownAddresses(member)) addresses.add(other)
  }
  const receiver = waiters.own === null ? null : receiverOf(waiters.own.function)
  const suspects = groups
    .filter(group => {
      if (group === waiters) return false
      // Who stands before the same mutex does not hold it.
      if (!wantsLock(group.wait)) return true
      const others = group.members.map(wantedMutex)
      return others.every(address => address !== null && !wanted.has(address))
    })
    .map(group => suspectIn(group, addresses, [...wanted].slice(0, mostMutexes), receiver))
    .filter(suspect => suspect !== null)
    .sort((a, b) => b.weight - a.weight)
  return suspects[0] ?? null
}

/** The own frame further up the same stack that has most likely locked the mutex already; null when none has. */
export function findCallerHolding({ members, frames, own }: GoroutineGroup): Frame | null {
  const [member] = members
  if (own === null || member === undefined) return null
  const start = frames.indexOf(own)
  const wanted = wantedMutex(member)
  const receiver = receiverOf(own.function)
  const address = addressOf(member.args[start] ?? '')
  for (const [index, frame] of frames.entries()) {
    if (index <= start || !frame.own) continue
    const its = addressOf(member.args[index] ?? '')
    if (its !== null && (liesIn(wanted, its) || its === address)) return frame
    if (receiver !== null && receiverOf(frame.function) === receiver && frame.function !== own.function)
      return frame
  }
  return null
}
