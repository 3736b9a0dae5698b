// What kind of race two stacks show: which sort of variable, used in which two places.

import type { Frame } from '../../model/failure.ts'
import { shortName, shortPlace } from './group-goroutines.ts'
import { receiverOf } from './lock-holder.ts'

/** One of the two accesses of a race. */
export interface Access {
  readonly writes: boolean
  /** `0x00c000016270` */
  readonly address: string
  /** Innermost first. */
  readonly frames: readonly Frame[]
  /** The innermost own frame. */
  readonly own: Frame
  /** The own frame of the `go` statement; null for the main goroutine. */
  readonly startedAt: Frame | null
}

interface Pair {
  readonly first: Access
  readonly second: Access
}

// runtime.mapassign_faststr     runtime.mapIterNext     internal/runtime/maps.(*Iter).Next     reflect.mapassign
const mapFrame = /^(?:runtime|reflect)\.map[a-zA-Z_\d]+$|^internal\/runtime\/maps\./
// net.(*conn).Read     io.ReadAtLeast     bufio.(*Scanner).Scan     runtime.slicecopy     internal/race.WriteRange
const readsInto =
  /\.(?:Read|ReadAt|ReadFrom|ReadAtLeast|ReadFull|Scan|ReadSlice|ReadLine|ReadFromUDP)$|^runtime\.slicecopy$/
const closureEnd = /(?:\.func\d+|\.gowrap\d+|\.\d+|-range\d+)+$/

/** The frames of libraries and the runtime that the own frame called. */
function above({ frames, own }: Access): readonly Frame[] {
  return frames.slice(0, frames.indexOf(own))
}

function calls({ first, second }: Pair, test: (name: string) => boolean): boolean {
  return [first, second].some(access => above(access).some(frame => test(frame.function)))
}

/** The function that a closure was written in; the name itself of any other function. */
function outermost(name: string): string {
  return name.replace(closureEnd, '')
}

function isClosureOf(inner: string, outer: string): boolean {
  return inner !== outer && (inner.startsWith(`${outer}.func`) || inner.startsWith(`${outer}.gowrap`))
}

/** `bytes.Buffer`, when both sides came to the variable through methods of it. */
function libraryType({ first, second }: Pair): string | null {
  const typesOf = (access: Access) =>
    above(access)
      .map(frame => receiverOf(frame.function))
      .filter(type => type !== null)
      .reverse()
  const others = new Set(typesOf(second))
  const type = typesOf(first).find(name => others.has(name))
  return type === undefined ? null : shortName(type.replace('(*', '').replace(/\)$/, ''))
}

// sync/atomic.AddInt64     sync/atomic.(*Int64).Load     internal/runtime/atomic.Store
const atomic = /^(?:sync|internal\/runtime)\/atomic\./

function isAtomic({ frames }: Access): boolean {
  return frames.slice(0, 3).some(frame => atomic.test(frame.function))
}

/** What is read into while another goroutine still uses it: never the reader's own plain assignment. */
function isReusedBuffer({ first, second }: Pair): boolean {
  const fills = (access: Access) =>
    access.writes && above(access).some(frame => readsInto.test(frame.function))
  return fills(first) !== fills(second)
}

/** A variable of the function that started the goroutine, used by both. */
function capturedKind(inner: Access, outer: Access): string | null {
  const start = inner.startedAt
  if (
    start === null ||
    !isClosureOf(inner.own.function, outermost(outer.own.function)) ||
    start.file !== outer.own.file
  )
    return null
  if (isClosureOf(outer.own.function, outermost(outer.own.function))) return null
  const isBefore = outer.own.line <= start.line
  if (outer.writes && isBefore) return 'a variable that the loop changes'
  if (outer.writes) return 'a variable changed after the go statement'
  return isBefore ? null : 'a result read before its goroutine has ended'
}

function kindOf(pair: Pair): string {
  const { first, second } = pair
  if (calls(pair, name => name === 'runtime.closechan')) return 'a channel closed while others send'
  if (calls(pair, name => mapFrame.test(name))) return 'a map'
  if (isAtomic(first) !== isAtomic(second)) return 'a variable that only one side uses atomically'
  if (isReusedBuffer(pair)) return 'a buffer filled again while it is still read'
  if (calls(pair, name => name === 'runtime.growslice')) return 'a slice that several goroutines append to'
  const type = libraryType(pair)
  if (type !== null) return `a ${type}, which is made for one goroutine at a time,`
  const captured = capturedKind(first, second) ?? capturedKind(second, first)
  if (captured !== null) return captured
  const isSame = first.own.function === second.own.function && first.own.file === second.own.file
  if (isSame && first.own.line === second.own.line) {
    return first.writes && second.writes
      ? 'a variable set by several goroutines'
      : 'a variable read and set in one statement'
  }
  const [write, read] = first.writes ? [first, second] : [second, first]
  if (isSame && !read.writes && write.own.line > read.own.line && write.own.line - read.own.line <= 4)
    return 'a variable that is checked first and set then'
  const receiver = receiverOf(first.own.function)
  if (receiver !== null && receiver === receiverOf(second.own.function))
    return `a field of ${shortName(receiver).replace('(*', '').replace(/\)$/, '')}`
  // Go's heap begins at 0xc000000000; the variables of packages lie below.
  return /^0x0{4,10}[1-9a-f][0-9a-f]{0,7}$/.test(first.address)
    ? 'a package variable'
    : 'a variable that both of them use'
}

function describe(access: Access | null, did: boolean): string {
  // Restoring the second stack fails when it is long ago.
  if (access === null) return `an access whose stack is missing ${did ? 'was' : 'is'} at a place not printed`
  const verb = access.writes ? (did ? 'wrote' : 'writes') : did ? 'read' : 'reads'
  return `${shortName(access.own.function)} ${verb} at ${shortPlace(access.own)}`
}

/** sync.WaitGroup tells the detector by hand of the first Add and of Wait, and nothing else of the library does. */
function isWaitGroup({ first, second }: Pair): boolean {
  // runtime.raceread()     <autogenerated>:1 +0x1e
  return [first, second].every(({ frames }) =>
    /^runtime\.race(?:read|write)$/.test(frames[0]?.function ?? ''),
  )
}

/** `~ race on a map: main.(*Hub).Online reads at hub.go:10, main.(*Hub).Join wrote at hub.go:7` */
export function raceFact(first: Access | null, second: Access | null): string {
  if (first === null || second === null)
    return `~ race on a variable that both of them use: ${describe(first, false)}, ${describe(second, true)}`
  const pair = { first, second }
  if (isWaitGroup(pair)) {
    const adds = [first, second].find(access => !access.writes) ?? first
    const frame = adds.own.own ? adds.own : (adds.startedAt ?? adds.own)
    return `~ race on a WaitGroup: ${shortName(frame.function)} at ${shortPlace(frame)} calls Add while another goroutine is in Wait already`
  }
  return `~ race on ${kindOf(pair)}: ${describe(first, false)}, ${describe(second, true)}`
}
