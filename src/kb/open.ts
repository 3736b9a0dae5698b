// Opens a compiled knowledge base. Nothing is decoded before it is asked for.

import type { Entry } from '../model/entry.ts'
import { uint32In } from '../model/flat-array.ts'
import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { type ByteSource, openSections } from './container.ts'
import { decodePage, decodeSummaries, type StoredSummary } from './pages.ts'

/** Opens the file behind `read`. Throws when it is no compiled knowledge base. */
export function openKnowledgeBase(read: ByteSource): KnowledgeBase {
  const section = openSections(read)
  let summaries: readonly StoredSummary[] | undefined
  let indexOf: ReadonlyMap<string, number> | undefined
  const entries = new Map<number, Entry>()
  let pages: Uint8Array | undefined
  let ends: Uint32Array | undefined

  function allSummaries(): readonly StoredSummary[] {
    summaries ??= decodeSummaries(section('summaries'))
    return summaries
  }
  function find(id: string): number | undefined {
    indexOf ??= new Map(
      allSummaries().flatMap((summary, index) =>
        [summary.id, ...summary.aliases].map(name => [name, index] as const),
      ),
    )
    return indexOf.get(id)
  }
  function entryAt(index: number): Entry | null {
    const known = entries.get(index)
    if (known !== undefined) return known
    ends ??= uint32In(section('page-ends'))
    const end = ends[index]
    if (end === undefined) return null
    pages ??= section('pages')
    const entry = decodePage(new TextDecoder().decode(pages.subarray(ends[index - 1] ?? 0, end)))
    entries.set(index, entry)
    return entry
  }
  return {
    summaries: allSummaries,
    entry: id => {
      const index = find(id)
      return index === undefined ? null : entryAt(index)
    },
    entryAt,
    section,
  }
}
