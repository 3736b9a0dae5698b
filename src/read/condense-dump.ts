// Condenses a dump of any number of goroutines while it is read: of equal stacks only the first ones are kept, with
// their number. Works on bytes, without text: a dump of 100,000 goroutines is 60 MB of which a page is worth reading.

import { moreLikeThis } from './go/goroutine-dump.ts'

/** Goroutines with equal stacks. */
interface Group {
  count: number
  /** Minutes that the longest of them has waited; -1 where no header tells. */
  longest: number
  /** Their text, of the first few. */
  readonly samples: Uint8Array[]
}

export interface DumpCondenser {
  /**
   * Reads goroutines from `at`, where one must begin, as far as they go. `ended`: something else begins at `next`, or
   * the input ends there; else it needs the bytes from `next` on once more, with those that follow.
   */
  readonly read: (bytes: Uint8Array, at: number, isLast: boolean) => { next: number; ended: boolean }
  readonly goroutines: () => number
  /** Line breaks passed over so far. */
  readonly lines: () => number
  /** One goroutine of each kind, in the order of their first ones, with the number of its likes in its header. */
  readonly finish: () => Uint8Array
}

/** A dump has some hundred kinds of stacks; what comes behind so many is left out. */
const mostGroups = 5000
/** So many of each are kept whole: their arguments tell who holds a mutex. */
const mostSamples = 3
/** No stack is longer. */
const longestBlock = 256 * 1024
/** So many bytes of other streams may stand between two goroutines. */
const longestGap = 2000

const lineBreak = 10
const space = 32
const header = new TextEncoder().encode('goroutine ')
const creator = new TextEncoder().encode('created by ')

function startsWith(bytes: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word[i]) return false
  return true
}

/** What one goroutine's text comes to: where it ends, and a number that equal stacks share. */
interface Block {
  /** Behind its last line; -1 when the bytes end before. */
  end: number
  key: number
  minutes: number
  lines: number
}

/** The state of a goroutine and its minutes: `goroutine 7 gp=0xc01 m=nil [chan send, 5 minutes, locked to thread]:` */
function readHeader(bytes: Uint8Array, at: number, hash: Hash): { next: number; minutes: number } {
  let i = at
  let minutes = -1
  // 91 is [, 93 is ], 44 is a comma
  while (i < bytes.length && bytes[i] !== 91 && bytes[i] !== lineBreak) i++
  for (; i < bytes.length && bytes[i] !== lineBreak && bytes[i] !== 93; i++) {
    const isNumber = bytes[i] === 44 && isDigit(bytes[i + 2])
    if (!isNumber) {
      hash.add(bytes[i] ?? 0)
      continue
    }
    i += 2
    minutes = 0
    for (; isDigit(bytes[i]); i++) minutes = Math.min(1e9, minutes * 10 + (bytes[i] ?? 0) - 48)
    while (i + 1 < bytes.length && bytes[i + 1] !== 44 && bytes[i + 1] !== 93 && bytes[i + 1] !== lineBreak)
      i++
  }
  return { next: i, minutes }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

/** Two 32-bit hashes at once (FNV-1a with different primes): 53 bits of them tell stacks apart. */
interface Hash {
  readonly add: (byte: number) => void
  readonly reset: () => void
  readonly value: () => number
}

function openHash(): Hash {
  let a = 0
  let b = 0
  return {
    add: byte => {
      a = Math.imul(a ^ byte, 0x01000193)
      b = Math.imul(b ^ byte, 0x5bd1e995)
    },
    reset: () => {
      a = 0x811c9dc5
      b = 0x9747b28c
    },
    value: () => (a >>> 0) * 0x200000 + (b >>> 11),
  }
}

// main.(*client).try(0x1a0fbac04030, {0x1a0f, 0x7})      the arguments begin at a ( that no * follows
// \t/srv/app/main.go:45 +0x65 fp=0xc0 sp=0xc0 pc=0x4a     offsets and addresses begin at the space before +
// created by main.query in goroutine 1                   the number begins at the second space behind `by`
function readBlock(bytes: Uint8Array, at: number, hash: Hash, block: Block): void {
  const { length } = bytes
  hash.reset()
  const head = readHeader(bytes, at + header.length, hash)
  block.minutes = head.minutes
  block.end = -1
  block.lines = 0
  let i = head.next
  while (i < length && bytes[i] !== lineBreak) i++
  while (i < length) {
    // i is at the line break before a line.
    const start = ++i
    block.lines++
    if (start >= length) return
    const first = bytes[start] ?? 0
    // A blank line, or one of Windows, ends the goroutine; so does the next one's header.
    if (first === lineBreak || first === 13 || (first === 103 && startsWith(bytes, start, header))) {
      block.end = start
      block.key = hash.value()
      return
    }
    if (start - at > longestBlock) return
    const stop =
      first === 9 || first === space ? 43 : first === 99 && startsWith(bytes, start, creator) ? space : 40
    if (stop === space) i += creator.length
    for (; i < length; i++) {
      const byte = bytes[i] ?? 0
      if (byte === lineBreak) break
      if (byte === stop && (stop !== 40 || bytes[i + 1] !== 42)) break
      hash.add(byte)
    }
    while (i < length && bytes[i] !== lineBreak) i++
  }
}

/** Opens a condenser for one dump. */
export function openDumpCondenser(): DumpCondenser {
  const groups = new Map<number, Group>()
  const hash = openHash()
  const block: Block = { end: 0, key: 0, minutes: -1, lines: 0 }
  let gapLines = 0
  let goroutines = 0
  let lines = 0

  function add(bytes: Uint8Array, start: number): void {
    goroutines++
    lines += block.lines
    const group = groups.get(block.key)
    if (group === undefined) {
      if (groups.size < mostGroups)
        groups.set(block.key, { count: 1, longest: block.minutes, samples: [bytes.slice(start, block.end)] })
      return
    }
    group.count++
    if (block.minutes > group.longest) group.longest = block.minutes
    if (group.samples.length < mostSamples) group.samples.push(bytes.slice(start, block.end))
  }

  /** Where the next goroutine begins; -1 when it is not near. */
  function findNext(bytes: Uint8Array, at: number): number {
    let i = at
    gapLines = 0
    for (; bytes[i] === lineBreak || bytes[i] === 13; i++) if (bytes[i] === lineBreak) gapLines++
    const limit = Math.min(bytes.length, i + longestGap)
    while (i < limit) {
      if (startsWith(bytes, i, header) && isDigit(bytes[i + header.length])) return i
      const found = bytes.indexOf(lineBreak, i)
      if (found === -1) return -1
      gapLines++
      i = found + 1
    }
    return -1
  }

  return {
    read: (bytes, at, isLast) => {
      let start = at
      for (;;) {
        readBlock(bytes, start, hash, block)
        if (block.end === -1) {
          const isCut = bytes.length - start <= longestBlock
          if (!isLast && isCut) return { next: start, ended: false }
          if (!isCut) return { next: start, ended: true }
          block.end = bytes.length
          block.key = hash.value()
          add(bytes, start)
          return { next: block.end, ended: true }
        }
        const next = findNext(bytes, block.end)
        // Whether another goroutine follows is not seen before the bytes behind this one.
        if (next === -1 && !isLast && bytes.length - block.end < longestGap)
          return { next: start, ended: false }
        add(bytes, start)
        if (next === -1) return { next: block.end, ended: true }
        lines += gapLines
        start = next
      }
    },
    goroutines: () => goroutines,
    lines: () => lines,
    finish: () => joinGroups([...groups.values()]),
  }
}

function joinGroups(groups: readonly Group[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const end = new TextEncoder().encode('\n')
  for (const { count, longest, samples } of groups) {
    const [first, ...others] = samples
    if (first === undefined) continue
    const more = count - samples.length
    const at = first.indexOf(lineBreak)
    if (more > 0 && at !== -1) {
      const words = moreLikeThis(more, longest < 0 ? null : longest)
      pieces.push(first.subarray(0, at), new TextEncoder().encode(words), first.subarray(at), end)
    } else pieces.push(first, end)
    for (const other of others) pieces.push(other, end)
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
