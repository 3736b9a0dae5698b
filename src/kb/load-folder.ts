// Reads all entries below a folder. Node only.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type ParsedEntry, parseEntry } from './parse-entry.ts'

/** The entries of `folder` (`kb/`), sorted by id; `file` is relative to the folder's parent, as `kb/go/x.md`. */
export function loadFolder(folder: string): readonly ParsedEntry[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => name.split(sep).join('/'))
    .sort()
    .map(name => {
      const path = join(folder, name)
      return parseEntry(
        name.slice(0, -'.md'.length),
        relative(process.cwd(), path),
        readFileSync(path, 'utf8'),
      )
    })
}
