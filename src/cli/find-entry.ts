// The entry that a reader names, or the nearest names.

import type { Entry } from '../model/entry.ts'
import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { nearest } from './nearest.ts'
import { Refusal } from './refusal.ts'
import { noSuchEntry, severalEntries } from './words.ts'

/** By id, alias or the last part of an id; a refusal with the nearest ids where there is none. */
export function findEntry(name: string, kb: KnowledgeBase): Entry {
  const id = name.replace(/^kb\//, '').replace(/\.md$/, '') // "kb/go/nil-map-write.md"
  const found = kb.entry(id)
  if (found !== null) return found
  const ids = kb.ids()
  const ends = ids.filter(i => i.endsWith(`/${id}`))
  const only = ends.length === 1 ? kb.entry(ends[0] ?? '') : null
  if (only !== null) return only
  throw new Refusal(ends.length > 1 ? severalEntries(name, ends) : noSuchEntry(name, nearest(id, ids, 3)))
}
