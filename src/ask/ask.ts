// Questions in words, in either language: the entries that answer them, best first.

import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { isOneSlip } from '../model/one-slip.ts'
import { type AskIndex, openAskIndex } from './ask-index.ts'
import { tokensOf } from './tokens.ts'

export interface Answer {
  readonly id: string
  /** From 0 to 1: the share of the question, weighed by how rare its terms are, that the entry answers. */
  readonly score: number
}

const mostAnswers = 5
/** An entry must hold at least this share of what was asked. */
const leastCoverage = 0.5
/**
 * A pair of Chinese characters much rarer than one that it overlaps is mostly the end of one word and the beginning of
 * the next: 缩进错误 is 缩进 and 错误, not 进错.
 */
const seamWeight = 0.2
const seamRarity = 4
/** Naming the tool says which entries are meant, not what they are about. */
const toolNames: Readonly<Record<string, string>> = {
  go: 'go/',
  golang: 'go/',
  python: 'python/',
  py: 'python/',
}
const otherToolPenalty = 0.3
/** A term corrected by one letter counts less. */
const typoPenalty = 0.7
const shortestTypo = 5

/** The term itself where the index has it, else those one letter away. */
function termsFor(token: string, index: AskIndex): readonly { term: string; weight: number }[] {
  if (index.postings(token).length > 0) return [{ term: token, weight: 1 }]
  if (token.length < shortestTypo || !/^[a-z]/.test(token)) return []
  return index
    .termsFrom(token.charAt(0))
    .filter(term => isOneSlip(term, token))
    .map(term => ({ term, weight: typoPenalty }))
}

function isSeam(token: string, tokens: readonly string[], index: AskIndex): boolean {
  if (!/^[\u3400-\u9fff]{2}$/.test(token)) return false
  const entries = index.postings(token).length
  return tokens.some(
    other =>
      other !== token &&
      (other[1] === token[0] || other[0] === token[1]) &&
      index.postings(other).length >= Math.max(1, entries * seamRarity),
  )
}

/** Up to five entries that answer `question`, best first; none when nothing fits. */
export function ask(question: string, kb: KnowledgeBase): readonly Answer[] {
  const ids = kb.ids()
  const index = openAskIndex(kb.section, ids.length)
  const asTokens = [...new Set(tokensOf(question))]
  const named = asTokens.map(token => toolNames[token]).filter(prefix => prefix !== undefined)
  // `go` is also a word of its own: go mod, go statement
  const tokens = asTokens.filter(
    token => token === 'go' || toolNames[token] === undefined || asTokens.length === 1,
  )
  let asked = 0
  const scores = new Map<number, number>()
  const covered = new Map<number, number>()
  // A question of which every word must be corrected is about something else.
  const isKnown = tokens.length === 1 || tokens.some(token => index.postings(token).length > 0)
  for (const token of isKnown ? tokens : []) {
    const terms = termsFor(token, index)
    const rarity = Math.max(index.rarity(token), ...terms.map(({ term }) => index.rarity(term)))
    const share = isSeam(token, tokens, index) ? seamWeight : 1
    asked += token === 'go' ? 0 : rarity * share
    for (const { term, weight } of terms) {
      for (const { entry, score } of index.postings(term)) {
        scores.set(entry, (scores.get(entry) ?? 0) + rarity * weight * score)
        covered.set(entry, (covered.get(entry) ?? 0) + rarity * weight * share)
      }
    }
  }
  const fit = (entry: number) =>
    named.length === 0 || named.some(prefix => ids[entry]?.startsWith(prefix)) ? 1 : otherToolPenalty
  return [...scores]
    .map(([entry, score]) => ({
      entry,
      score: score * fit(entry),
      coverage: (covered.get(entry) ?? 0) / asked,
    }))
    .filter(({ coverage }) => coverage >= leastCoverage)
    .sort((a, b) => b.score * b.coverage - a.score * a.coverage || a.entry - b.entry)
    .slice(0, mostAnswers)
    .map(({ entry, coverage }) => ({
      id: ids[entry] ?? '',
      score: Math.round(Math.min(1, coverage) * 1000) / 1000,
    }))
}
