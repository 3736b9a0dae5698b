// `faq new go/some-words`: the file of a new entry, ready to be filled in.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newEntry } from '../kb/new-entry.ts'
import type { EntryKind } from '../model/entry.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { badEntryId, entryExists, entryMade } from './words.ts'

export function perform({ args: [id = ''], values, language, out }: Call): number {
  if (!/^(go|python)\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Refusal(badEntryId(id))
  const file = join(values.kb ?? 'kb', `${id}.md`)
  if (existsSync(file)) throw new Refusal(entryExists(file))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    newEntry(id.startsWith('go/') ? 'go' : 'python', (values.kind ?? 'failure') as EntryKind),
  )
  out.write(`${entryMade(file, id)[language]}\n`)
  return 0
}
