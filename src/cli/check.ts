// `faq check`: every fault of the knowledge base, with file and line.

import { existsSync } from 'node:fs'
import { checkEntries } from '../kb/check-entries.ts'
import { loadFolder, loadRetired } from '../kb/load-folder.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { faultCount, noEntryFolder, noSuchEntryFile } from './words.ts'

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
  const faults = checkEntries(entries, loadRetired(folder)).filter(({ file }) => chosen.has(file))
  if (flags.has('json')) out.write(`${JSON.stringify({ entries: chosen.size, faults }, null, 2)}\n`)
  else {
    for (const { file, line, message } of faults) out.write(`${file}:${line}: ${message}\n`)
    out.write(`${faultCount(chosen.size, faults.length)[language]}\n`)
  }
  return faults.length === 0 ? 0 : 1
}
