// Reads all entries below a folder. Node only.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Ids of `folder` that were given up; none may come back. One a line of `retired.txt`, `#` begins a comment. */
export function loadRetired(folder: string): ReadonlySet<string> {
  const file = join(folder, 'retired.txt')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return new Set(lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#')))
}
