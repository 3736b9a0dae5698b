// The compiled knowledge base, opened: how everything else looks entries up.

import type { Entry, EntryKind } from './entry.ts'
import type { Words } from './language.ts'

/** What a list shows of an entry, without reading its page. */
export interface EntrySummary {
  readonly id: string
  readonly kind: EntryKind
  readonly title: Words
}

export interface KnowledgeBase {
  /** The ids of all entries, sorted. */
  readonly ids: () => readonly string[]
  /** All entries, in the order of their ids. */
  readonly summaries: () => readonly EntrySummary[]
  /** The whole entry, by its id or one of its aliases; null when there is none. */
  readonly entry: (id: string) => Entry | null
  /** The entry at an index of `ids`; null beyond the last. */
  readonly entryAt: (index: number) => Entry | null
  /** A named part of the compiled file, such as the index of signatures; empty when absent. */
  readonly section: (name: string) => Uint8Array
}
