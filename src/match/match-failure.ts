// Failures to entries: which signatures match, which of them wins, and how sure that is.

import { type Failure, linesBehind, type Tool } from '../model/failure.ts'
import type { Confidence, Slots } from '../model/finding.ts'
import { matchTemplate, type Template, withoutSlots, wordsOf } from '../model/template.ts'
import { inRange } from '../model/version-range.ts'
import type { IndexedSignature, SignatureIndex } from './signature-index.ts'

export interface Matches {
  /** Best first. */
  readonly answers: readonly Match[]
  /** Entries whose message fits, but that only the reader's source can tell. */
  readonly suspects: readonly Match[]
}

/** An entry that may explain a failure. */
export interface Match {
  /** Index in the knowledge base. */
  readonly entry: number
  readonly slots: Slots
  /** The tool's own code for this wording, where the signature says it. */
  readonly code?: string
  /** The inspection that decides, of a suspect. */
  readonly when?: string
  /** The signature says nothing of the message, only of how it came about: what else explains the failure is better. */
  readonly lastResort?: true
  readonly confidence: Exclude<Confidence, 'none'>
}

interface Candidate {
  readonly signature: IndexedSignature
  readonly slots: Slots
  readonly rank: number
}

/** A message is looked up by its first words only; a longer one is a payload, not a message. */
const mostWords = 200
/** An entry is an alternative only when its signature is about as specific as the best one's. */
const leastShareOfBest = 0.6
/** The least share of a signature's and a message's words in common for a guess, weighed by how rare they are. */
const leastSimilarity = 0.5
/** The class of an exception and one word more are no likeness. */
const leastCommonWords = 3
/** A word that no signature has is likely a name, which a slot would take: it counts, but little. */
const unknownWordWeight = 1

// json.decoder.JSONDecodeError: Expecting value
const qualified = /^(?:[A-Za-z_]\w*\.)+(?=[A-Z_]\w*(?::|$))/

/** The texts of a failure that a signature may be written for: as printed, and without the module of an exception. */
export function textsOf(failure: Failure): readonly string[] {
  const bare = failure.message.slice(0, 500).replace(qualified, '')
  return bare.length < Math.min(failure.message.length, 500)
    ? [failure.message, bare + failure.message.slice(500)]
    : [failure.message]
}

function toolFits(failure: Failure, entryTool: Tool): boolean {
  return failure.tool === null || failure.tool === entryTool
}

function collectCandidates(failure: Failure, index: SignatureIndex): readonly Candidate[] {
  const texts = textsOf(failure)
  const behind = linesBehind(failure)
  // Each for itself: a message that lists a hundred versions must not hide what is concluded from it.
  const words = new Set([
    ...wordsOf(failure.message).slice(0, mostWords),
    ...behind.slice(0, 20).flatMap(wordsOf).slice(0, mostWords),
  ])
  // An entry may be an answer by one signature and a suspect by another.
  const best = new Map<string, Candidate>()
  for (const word of words) {
    for (const number of index.byKey(word)) {
      const signature = index.signature(number)
      if (!toolFits(failure, signature.tool)) continue
      const { template } = signature
      for (const text of texts) {
        const slots = matchTemplate(template, text, behind)
        if (slots === null) continue
        const fitsVersion = failure.version === null || inRange(failure.version, signature.range)
        // A wording of another version is still better than a vaguer one.
        const specificity = isLastResort(template) ? 0 : template.specificity
        const rank = specificity + (fitsVersion ? 0.5 : 0) - (signature.within ? 0.25 : 0)
        const key = `${signature.entry} ${signature.when}`
        if (rank > (best.get(key)?.rank ?? -1)) best.set(key, { signature, slots, rank })
        break
      }
    }
  }
  return [...best.values()].sort((a, b) => b.rank - a.rank || a.signature.entry - b.signature.entry)
}

function guess(failure: Failure, index: SignatureIndex): readonly Match[] {
  const words = new Set(wordsOf(failure.message).slice(0, mostWords))
  const weightOf = (word: string) => {
    const found = index.byWord(word).length
    return found === 0 ? unknownWordWeight : Math.log(1 + index.count / found)
  }
  const total = [...words].reduce((sum, word) => sum + weightOf(word), 0)
  const common = new Map<number, { weight: number; words: number }>()
  for (const word of words) {
    for (const number of index.byWord(word)) {
      const before = common.get(number) ?? { weight: 0, words: 0 }
      common.set(number, { weight: before.weight + weightOf(word), words: before.words + 1 })
    }
  }
  const byEntry = new Map<number, number>()
  for (const [number, shared] of common) {
    const { entry, tool, text, when } = index.signature(number)
    if (when !== '' || shared.words < leastCommonWords || !toolFits(failure, tool)) continue
    const own = wordsOf(withoutSlots(text, ' ')).reduce((sum, word) => sum + weightOf(word), 0)
    const similarity = (2 * shared.weight) / (own + total)
    if (similarity >= leastSimilarity) byEntry.set(entry, Math.max(byEntry.get(entry) ?? 0, similarity))
  }
  return [...byEntry]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([entry]) => ({ entry, slots: {}, confidence: 'guess' }))
}

/**
 * The entries that may explain `failure`, best first. The more specific signature wins: the one with more literal
 * characters. Two entries equally specific make the first only `likely`. Without a match, the most similar as guesses.
 */
export function matchFailure(failure: Failure, index: SignatureIndex): Matches {
  const fitting = collectCandidates(failure, index)
  const suspects = fitting.filter(({ signature }) => signature.when !== '').map(c => matchOf(c, 'likely'))
  const candidates = fitting.filter(({ signature }) => signature.when === '')
  const [first, second] = candidates
  if (first === undefined) return { answers: guess(failure, index), suspects }
  const isTie = second !== undefined && second.rank === first.rank
  const worthTelling = candidates.filter(({ rank }) => rank >= first.rank * leastShareOfBest)
  const answers = worthTelling.map((candidate, place) =>
    matchOf(candidate, place > 0 || isTie || candidate.signature.likely ? 'likely' : 'exact'),
  )
  return { answers, suspects }
}

/** Whether a signature takes any message: `{exception}` and a word that the reader of the format concluded. */
function isLastResort({ lines: [first], specificity }: Template): boolean {
  const anyMessage = first?.literals.every(literal => literal.trim().length < 2) ?? false
  return anyMessage && specificity < leastTold
}

/** With fewer letters of its own a signature says next to nothing. */
const leastTold = 12

function matchOf({ signature, slots }: Candidate, confidence: Match['confidence']): Match {
  const { entry, code, when } = signature
  return {
    entry,
    slots,
    ...(code === '' ? {} : { code }),
    ...(when === '' ? {} : { when }),
    ...(isLastResort(signature.template) ? { lastResort: true } : {}),
    confidence,
  }
}
