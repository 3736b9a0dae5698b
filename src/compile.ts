// Puts the whole knowledge base into one file: the pages, and an index for each way of asking.

import { encodeAskIndex } from './ask/ask-index.ts'
import { packSections } from './kb/container.ts'
import { encodeNames, encodePages, encodeSummaries } from './kb/pages.ts'
import type { ParsedEntry } from './kb/parse-entry.ts'
import { encodeSignatures } from './match/signature-index.ts'

/**
 * Compiles entries to the file that `openKnowledgeBase` opens. `verifiedOf` gives the toolchains whose records show
 * that an entry's proof holds, oldest first.
 */
export function compileKnowledgeBase(
  parsed: readonly ParsedEntry[],
  verifiedOf: (id: string) => readonly string[],
): Uint8Array {
  const sorted = [...parsed].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
  const stored = sorted.map(({ front, body, entry }) => ({ front, body, verified: verifiedOf(entry.id) }))
  const entries = sorted.map(({ entry }) => entry)
  const { pages, ends } = encodePages(stored)
  return packSections({
    names: encodeNames(stored),
    summaries: encodeSummaries(stored),
    'page-ends': ends,
    ...encodeSignatures(entries),
    ...encodeAskIndex(entries),
    pages,
  })
}
