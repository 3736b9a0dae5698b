// Questions in words, in either language: the entries that answer them, best first.

import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { type AskIndex, openAskIndex } from './ask-index.ts'
import { tokensOf } from './tokens.ts'

export interface Answer {
  readonly id: string
  /** From 0 to 1: the share of the question, weighed by how rare its terms are, that the entry answers. */
  readonly score: number
}

const mostAnswers = 5
/** An entry must hold at least this share of what was asked. */
const leastCoverage = 0.4
/** A term corrected by one letter counts less. */
const typoPenalty = 0.7
const shortestTypo = 5

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    // two letters swapped: pritn
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** The term itself where the index has it, else those one letter away. */
function termsFor(token: string, index: AskIndex): readonly { term: string; weight: number }[] {
  if (index.postings(token).length > 0) return [{ term: token, weight: 1 }]
  if (token.length < shortestTypo || !/^[a-z]/.test(token)) return []
  return index.vocabulary
    .filter(term => term[0] === token[0] && isOneEditAway(term, token))
    .map(term => ({ term, weight: typoPenalty }))
}

/** Up to five entries that answer `question`, best first; none when nothing fits. */
export function ask(question: string, kb: KnowledgeBase): readonly Answer[] {
  const summaries = kb.summaries()
  const index = openAskIndex(kb.section, summaries.length)
  const tokens = [...new Set(tokensOf(question))]
  let asked = 0
  const scores = new Map<number, number>()
  const covered = new Map<number, number>()
  // A question of which every word must be corrected is about something else.
  const isKnown = tokens.length === 1 || tokens.some(token => index.postings(token).length > 0)
  for (const token of isKnown ? tokens : []) {
    const terms = termsFor(token, index)
    const rarity = Math.max(index.rarity(token), ...terms.map(({ term }) => index.rarity(term)))
    asked += rarity
    for (const { term, weight } of terms) {
      for (const { entry, score } of index.postings(term)) {
        scores.set(entry, (scores.get(entry) ?? 0) + rarity * weight * score)
        covered.set(entry, (covered.get(entry) ?? 0) + rarity * weight)
      }
    }
  }
  return [...scores]
    .map(([entry, score]) => ({ entry, score, coverage: (covered.get(entry) ?? 0) / asked }))
    .filter(({ coverage }) => coverage >= leastCoverage)
    .sort((a, b) => b.score * b.coverage - a.score * a.coverage || a.entry - b.entry)
    .slice(0, mostAnswers)
    .map(({ entry, coverage }) => ({
      id: summaries[entry]?.id ?? '',
      score: Math.round(Math.min(1, coverage) * 1000) / 1000,
    }))
}
