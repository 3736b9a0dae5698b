// `faq check`: every fault of the knowledge base, with file and line.

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkEntries } from '../kb/check-entries.ts'
import { loadFolder } from '../kb/load-folder.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { faultCount, noEntryFolder, noSuchEntryFile } from './words.ts'

/** Ids that were given up; none may come back. One a line, `#` begins a comment. */
function readRetired(folder: string): ReadonlySet<string> {
  const file = resolve(folder, 'retired.txt')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Set(lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#')))
}

/** Checks all entries of `--kb` (default `kb`) together, and prints the faults of those named, or of all. */
export function perform({ args, flags, values, language, out }: Call): number {
  const folder = values.kb ?? 'kb'
  if (!existsSync(folder)) throw new Refusal(noEntryFolder(folder))
  const entries = loadFolder(folder)
  for (const id of args) {
    if (!entries.some(({ entry }) => entry.id === id)) throw new Refusal(noSuchEntryFile(id, folder))
  }
  const chosen = new Set(
    entries.filter(({ entry }) => args.length === 0 || args.includes(entry.id)).map(({ file }) => file),
  )
  const faults = checkEntries(entries, readRetired(folder)).filter(({ file }) => chosen.has(file))
  if (flags.has('json')) out.write(`${JSON.stringify({ entries: chosen.size, faults }, null, 2)}\n`)
  else {
    for (const { file, line, message } of faults) out.write(`${file}:${line}: ${message}\n`)
    out.write(`${faultCount(chosen.size, faults.length)[language]}\n`)
  }
  return faults.length === 0 ? 0 : 1
}
