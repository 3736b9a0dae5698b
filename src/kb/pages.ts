// The sections that hold the entries themselves: a summary of all, and each one's page.

import type { Entry } from '../model/entry.ts'
import type { EntrySummary } from '../model/knowledge-base.ts'
import type { FrontMatter } from './front-matter.ts'
import { parseBody } from './parse-body.ts'

/** What is stored of an entry. */
export interface StoredEntry {
  readonly front: FrontMatter
  readonly body: string
  readonly verified: readonly string[]
}

/** A page is one line of JSON and the Markdown below it. */
export function encodePages(entries: readonly StoredEntry[]): { pages: Uint8Array; ends: Uint8Array } {
  const encoder = new TextEncoder()
  const parts = entries.map(({ front, body, verified }) =>
    encoder.encode(`${JSON.stringify({ ...front, verified })}\n${body}`),
  )
  const ends = new Uint32Array(parts.length)
  const pages = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const [index, part] of parts.entries()) {
    pages.set(part, end)
    end += part.length
    ends[index] = end
  }
  return { pages, ends: new Uint8Array(ends.buffer) }
}

export function decodePage(page: string): Entry {
  const end = page.indexOf('\n')
  const front = JSON.parse(page.slice(0, end)) as FrontMatter & Pick<Entry, 'verified'>
  const { prose, files } = parseBody(page.slice(end + 1))
  return { ...front, prose, proof: { ...front.proof, files } }
}

/** One line an entry: id, kind, title in English and in Chinese, then aliases; between them tabs. */
export function encodeSummaries(entries: readonly StoredEntry[]): Uint8Array {
  const lines = entries.map(({ front }) =>
    [front.id, front.kind, front.title.en, front.title.zh, ...front.aliases].join('\t'),
  )
  return new TextEncoder().encode(lines.join('\n'))
}

/** A summary and the other names of its entry. */
export interface StoredSummary extends EntrySummary {
  readonly aliases: readonly string[]
}

export function decodeSummaries(section: Uint8Array): readonly StoredSummary[] {
  if (section.length === 0) return []
  return new TextDecoder()
    .decode(section)
    .split('\n')
    .map(line => {
      const [id = '', kind = '', en = '', zh = '', ...aliases] = line.split('\t')
      return { id, kind: kind as EntrySummary['kind'], title: { en, zh }, aliases }
    })
}
