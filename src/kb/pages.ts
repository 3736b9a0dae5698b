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

/** What entries are called; the numbers are their places in the knowledge base. */
export interface Names {
  /** Sorted. */
  readonly ids: readonly string[]
  /** Former ids. */
  readonly aliases: ReadonlyMap<string, number>
}

/** One line an entry: its id, then its aliases, between them tabs. */
export function encodeNames(entries: readonly StoredEntry[]): Uint8Array {
  const lines = entries.map(({ front }) => [front.id, ...front.aliases].join('\t'))
  return new TextEncoder().encode(lines.join('\n'))
}

export function decodeNames(section: Uint8Array): Names {
  const ids = linesOf(section)
  const aliases = new Map<string, number>()
  for (const [index, line] of ids.entries()) {
    if (!line.includes('\t')) continue
    const [id = '', ...others] = line.split('\t')
    ids[index] = id
    for (const alias of others) aliases.set(alias, index)
  }
  return { ids, aliases }
}

/** One line an entry: id, kind, title in English and in Chinese; between them tabs. */
export function encodeSummaries(entries: readonly StoredEntry[]): Uint8Array {
  const lines = entries.map(({ front }) => [front.id, front.kind, front.title.en, front.title.zh].join('\t'))
  return new TextEncoder().encode(lines.join('\n'))
}

export function decodeSummaries(section: Uint8Array): readonly EntrySummary[] {
  return linesOf(section).map(line => {
    const [id = '', kind = '', en = '', zh = ''] = line.split('\t')
    return { id, kind: kind as EntrySummary['kind'], title: { en, zh } }
  })
}

function linesOf(section: Uint8Array): string[] {
  return section.length === 0 ? [] : new TextDecoder().decode(section).split('\n')
}
