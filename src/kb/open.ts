// Opens a compiled knowledge base. Nothing is decoded before it is asked for.

import type { Entry } from '../model/entry.ts'
import { uint32In } from '../model/flat-array.ts'
import type { EntrySummary, KnowledgeBase } from '../model/knowledge-base.ts'
import { type ByteSource, openSections } from './container.ts'
import { decodeNames, decodePage, decodeSummaries, type Names } from './pages.ts'

/** Opens the file behind `read`. Throws when it is no compiled knowledge base. */
export function openKnowledgeBase(read: ByteSource): KnowledgeBase {
  const section = openSections(read)
  let summaries: readonly EntrySummary[] | undefined
  let names: Names | undefined
  let ends: Uint32Array | undefined
  const entries = new Map<number, Entry>()

  function allNames(): Names {
    names ??= decodeNames(section('names'))
    return names
  }
  function entryAt(index: number): Entry | null {
    const known = entries.get(index)
    if (known !== undefined) return known
    ends ??= uint32In(section('page-ends'))
    const end = ends[index]
    if (end === undefined) return null
    const page = section('pages', ends[index - 1] ?? 0, end)
    const entry = decodePage(new TextDecoder().decode(page))
    entries.set(index, entry)
    return entry
  }
  return {
    ids: () => allNames().ids,
    summaries: () => {
      summaries ??= decodeSummaries(section('summaries'))
      return summaries
    },
    entry: name => {
      const { ids, aliases } = allNames()
      const index = aliases.get(name) ?? ids.indexOf(name)
      return index < 0 ? null : entryAt(index)
    },
    entryAt,
    section,
  }
}
