// The compiled index for questions: for each term the entries that hold it and how much it weighs there (BM25).

import type { Entry } from '../model/entry.ts'
import { float32In, uint32In } from '../model/flat-array.ts'
import { languages } from '../model/language.ts'
import { withoutSlots } from '../model/template.ts'
import { tokensOf } from './tokens.ts'

/** What a term counts by where it stands. */
const weights = { title: 6, id: 5, signature: 4, short: 3, prose: 1, code: 0.3 } as const
/** BM25's saturation of repeated terms and its correction for long pages. */
const saturation = 1.4
const lengthCorrection = 0.4

export interface Posting {
  readonly entry: number
  readonly score: number
}

export interface AskIndex {
  /** All terms that begin with a letter. */
  readonly termsFrom: (letter: string) => readonly string[]
  /** How rare a term is, from 0; the same for a term that no entry has as for the rarest. */
  readonly rarity: (term: string) => number
  readonly postings: (term: string) => readonly Posting[]
}

function termsOf(entry: Entry): ReadonlyMap<string, number> {
  const terms = new Map<string, number>()
  const count = (text: string, weight: number) => {
    for (const term of tokensOf(text)) terms.set(term, (terms.get(term) ?? 0) + weight)
  }
  count(entry.id.replace(/[/-]/g, ' '), weights.id)
  count(entry.codes.join(' '), weights.signature)
  for (const { text } of entry.signatures) {
    count(withoutSlots(text, ' '), weights.signature / Math.sqrt(entry.signatures.length))
  }
  for (const language of languages) {
    count(entry.title[language], weights.title)
    for (const [part, text] of Object.entries(entry.prose[language])) {
      count(text, part === 'short' ? weights.short : weights.prose)
    }
  }
  for (const { text } of entry.proof.files) count(text, weights.code)
  return terms
}

/** Builds the sections of the index for entries in the order of the knowledge base. */
export function encodeAskIndex(entries: readonly Entry[]): Readonly<Record<string, Uint8Array>> {
  const terms = entries.map(termsOf)
  const lengths = terms.map(counts => [...counts.values()].reduce((sum, count) => sum + count, 0))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const lists = new Map<string, Posting[]>()
  for (const [entry, counts] of terms.entries()) {
    for (const [term, count] of counts) {
      const norm = 1 - lengthCorrection + (lengthCorrection * (lengths[entry] ?? mean)) / mean
      const score = (count * (saturation + 1)) / (count + saturation * norm)
      lists.set(term, [...(lists.get(term) ?? []), { entry, score }])
    }
  }
  const vocabulary = [...lists.keys()].sort()
  const postings = vocabulary.map(term => lists.get(term) ?? [])
  const starts = [0]
  for (const list of postings) starts.push((starts.at(-1) ?? 0) + list.length)
  const flat = postings.flat()
  return {
    'ask-vocabulary': new TextEncoder().encode(vocabulary.join('')),
    'ask-terms': new Uint8Array(Uint32Array.from(endsOf(vocabulary)).buffer),
    'ask-starts': new Uint8Array(Uint32Array.from(starts).buffer),
    'ask-entries': new Uint8Array(Uint32Array.from(flat, posting => posting.entry).buffer),
    'ask-scores': new Uint8Array(Float32Array.from(flat, posting => posting.score).buffer),
  }
}

/** Where each term ends in all of them written one after the other. */
function endsOf(terms: readonly string[]): readonly number[] {
  let end = 0
  return terms.map(term => {
    end += term.length
    return end
  })
}

/** Opens the index that `encodeAskIndex` built; `size` is the number of entries. */
export function openAskIndex(section: (name: string) => Uint8Array, size: number): AskIndex {
  const words = new TextDecoder().decode(section('ask-vocabulary'))
  const ends = uint32In(section('ask-terms'))
  const starts = uint32In(section('ask-starts'))
  const entries = uint32In(section('ask-entries'))
  const scores = float32In(section('ask-scores'))
  const termAt = (index: number) => words.slice(ends[index - 1] ?? 0, ends[index])
  /** The place of the first term that is not before `word`. */
  const placeOf = (word: string) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (termAt(middle) < word) low = middle + 1
      else high = middle
    }
    return low
  }
  const range = (term: string): readonly [number, number] => {
    const index = placeOf(term)
    return termAt(index) === term ? [starts[index] ?? 0, starts[index + 1] ?? 0] : [0, 0]
  }
  return {
    termsFrom: letter => {
      const from = placeOf(letter)
      const next = String.fromCharCode(letter.charCodeAt(0) + 1)
      return Array.from({ length: placeOf(next) - from }, (_, i) => termAt(from + i))
    },
    rarity: term => {
      const [from, to] = range(term)
      return Math.log(1 + (size + 0.5) / (Math.max(1, to - from) + 0.5))
    },
    postings: term => {
      const [from, to] = range(term)
      return Array.from({ length: to - from }, (_, i) => ({
        entry: entries[from + i] ?? 0,
        score: scores[from + i] ?? 0,
      }))
    },
  }
}
