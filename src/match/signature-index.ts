// The compiled index of all signatures: which of them can match a message, by its words. Flat typed arrays, so
// that opening it costs nothing however many there are.

import type { Entry } from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'
import { uint32In } from '../model/flat-array.ts'
import { literalWordsOf, parseTemplate, type Template } from '../model/template.ts'

/** One signature as the index holds it. */
export interface IndexedSignature {
  /** Index of its entry in the knowledge base. */
  readonly entry: number
  readonly tool: Tool
  readonly text: string
  readonly template: Template
  readonly range: string
  /** '' where the signature says none. */
  readonly code: string
  readonly likely: boolean
  readonly within: boolean
  /** The inspection of the source that decides; '' where the message is enough. */
  readonly when: string
}

export interface SignatureIndex {
  readonly count: number
  readonly signature: (index: number) => IndexedSignature
  /** The signatures whose key word, the rarest of their literal words, is `word`. */
  readonly byKey: (word: string) => Uint32Array
  /** All signatures that have `word` among their literal words. */
  readonly byWord: (word: string) => Uint32Array
}

type Sections = Readonly<Record<string, Uint8Array>>

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Signatures by word: sorted hashes, where each one's list begins, and the lists one after the other. */
function encodePostings(name: string, lists: ReadonlyMap<string, ReadonlySet<number>>): Sections {
  const byHash = new Map<number, Set<number>>()
  for (const [word, signatures] of lists) {
    const list = byHash.get(hashOf(word)) ?? new Set()
    for (const signature of signatures) list.add(signature)
    byHash.set(hashOf(word), list)
  }
  const hashes = [...byHash.keys()].sort((a, b) => a - b)
  const starts = [0]
  const postings: number[] = []
  for (const hash of hashes) {
    postings.push(...[...(byHash.get(hash) ?? [])].sort((a, b) => a - b))
    starts.push(postings.length)
  }
  const bytes = (numbers: readonly number[]) => new Uint8Array(Uint32Array.from(numbers).buffer)
  return {
    [`${name}-hashes`]: bytes(hashes),
    [`${name}-starts`]: bytes(starts),
    [`${name}-lists`]: bytes(postings),
  }
}

/** Builds the sections of the index for entries in the order of the knowledge base. */
export function encodeSignatures(entries: readonly Entry[]): Sections {
  const signatures = entries.flatMap((entry, index) =>
    entry.signatures.map(signature => ({ entry: index, tool: entry.tool, signature })),
  )
  const wordsOfEach = signatures.map(({ signature }) => [
    ...new Set(literalWordsOf(parseTemplate(signature.text))),
  ])
  const words = new Map<string, Set<number>>()
  for (const [index, own] of wordsOfEach.entries()) {
    for (const word of own) words.set(word, (words.get(word) ?? new Set()).add(index))
  }
  const keys = new Map<string, Set<number>>()
  for (const [index, own] of wordsOfEach.entries()) {
    // The rarest word; among equally rare ones the longest, which messages hold by chance the least.
    const [key] = own.sort(
      (a, b) => (words.get(a)?.size ?? 0) - (words.get(b)?.size ?? 0) || b.length - a.length,
    )
    if (key !== undefined) keys.set(key, (keys.get(key) ?? new Set()).add(index))
  }
  const lines = signatures.map(
    ({ entry, tool, signature: { text, range = '', code = '', when = '', likely, within, unrecorded } }) => {
      // A wording that no toolchain here has printed is not proven, and so never certain.
      const flags = `${likely || unrecorded !== undefined ? 'l' : ''}${within ? 'w' : ''}${tool === 'python' ? 'p' : ''}`
      return [entry, flags, range, code, when, text.replaceAll('\n', '\r')].join('\t')
    },
  )
  return {
    ...encodeLines(lines),
    ...encodePostings('keys', keys),
    ...encodePostings('words', words),
  }
}

/** Lines one after the other, and where each ends. */
function encodeLines(lines: readonly string[]): Sections {
  const encoder = new TextEncoder()
  const ends = new Uint32Array(lines.length)
  let end = 0
  for (const [index, line] of lines.entries()) {
    end += encoder.encode(line).length
    ends[index] = end
  }
  return { signatures: encoder.encode(lines.join('')), 'signature-ends': new Uint8Array(ends.buffer) }
}

function openPostings(name: string, section: (name: string) => Uint8Array): (word: string) => Uint32Array {
  const numbers = (part: string) => uint32In(section(`${name}-${part}`))
  const hashes = numbers('hashes')
  const starts = numbers('starts')
  const lists = numbers('lists')
  return word => {
    const hash = hashOf(word)
    let low = 0
    let high = hashes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((hashes[middle] ?? 0) < hash) low = middle + 1
      else high = middle
    }
    return hashes[low] === hash ? lists.subarray(starts[low], starts[low + 1]) : lists.subarray(0, 0)
  }
}

function decodeSignature(line: string): IndexedSignature {
  const [entry = '', flags = '', range = '', code = '', when = '', text = ''] = line.split('\t')
  const whole = text.replaceAll('\r', '\n')
  const within = flags.includes('w')
  return {
    entry: Number(entry),
    tool: flags.includes('p') ? 'python' : 'go',
    text: whole,
    template: parseTemplate(whole, within),
    range,
    code,
    likely: flags.includes('l'),
    within,
    when,
  }
}

/** Opens the index that `encodeSignatures` built, given the sections of the knowledge base. */
export function openSignatures(section: (name: string) => Uint8Array): SignatureIndex {
  const bytes = section('signatures')
  const ends = uint32In(section('signature-ends'))
  const decoder = new TextDecoder()
  const known: (IndexedSignature | undefined)[] = []
  return {
    count: ends.length,
    signature: index => {
      // One by one: a message looks at a few of thousands.
      known[index] ??= decodeSignature(decoder.decode(bytes.subarray(ends[index - 1] ?? 0, ends[index] ?? 0)))
      return known[index]
    },
    byKey: openPostings('keys', section),
    byWord: openPostings('words', section),
  }
}
