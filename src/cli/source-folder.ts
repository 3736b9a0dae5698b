// Opens the files that an output names, but only below the folder that the reader allowed.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type SourceFile, type SourceFolder, sourceFileOf } from '../model/source.ts'
import { Refusal } from './refusal.ts'
import { noSuchFolder } from './words.ts'

/** Larger files are no source that anybody wrote. */
const largestFile = 4 * 1024 * 1024
/** How many folders are looked through to see whether a bare file name is the only one. */
const mostFolders = 300
const skipped = new Set(['node_modules', 'vendor', '__pycache__', 'site-packages', 'venv'])

/**
 * Looks files up below `folder`. A path of another machine (`/home/dev/shop/internal/a.go`, Go's `-trimpath` form)
 * is found by its longest ending that exists there; by its bare name only when no other file has that name.
 * Symbolic links that lead out of the folder are not followed.
 */
export function openSourceFolder(folder: string): SourceFolder {
  let root: string
  try {
    root = realpathSync.native(folder)
    if (!statSync(root).isDirectory()) throw new Refusal(noSuchFolder(folder))
  } catch {
    throw new Refusal(noSuchFolder(folder))
  }
  const known = new Map<string, SourceFile | null>()
  const open = (file: string) => {
    const before = known.get(file)
    if (before !== undefined) return before
    const found = findFile(root, file)
    known.set(file, found)
    return found
  }
  return { open, list: below => listBelow(root, below) }
}

function listBelow(root: string, folder: string): readonly string[] {
  try {
    const real = realpathSync.native(join(root, folder))
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return []
    return readdirSync(real, { withFileTypes: true })
      .map(item => (item.isDirectory() ? `${item.name}/` : item.name))
      .sort()
  } catch {
    return []
  }
}

function findFile(root: string, file: string): SourceFile | null {
  // `<string>`, `<frozen importlib._bootstrap>` and `_cgo_gotypes.go:1` are no files of the reader's.
  if (file === '' || file.startsWith('<') || file.includes('\0')) return null
  const parts = file
    .replaceAll('\\', '/')
    .split('/')
    .filter(p => p !== '' && p !== '.')
  if (file.startsWith('/')) {
    const whole = readBelow(root, file)
    if (whole !== null) return whole
  } else {
    const whole = readBelow(root, join(root, ...parts))
    if (whole !== null) return whole
  }
  for (let skip = 1; skip < parts.length; skip++) {
    const ending = parts.slice(skip)
    const found = readBelow(root, join(root, ...ending))
    if (found !== null) return ending.length > 1 || isOnly(root, ending[0] ?? '') ? found : null
  }
  return null
}

function readBelow(root: string, path: string): SourceFile | null {
  try {
    const real = realpathSync.native(path)
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return null
    const at = statSync(real)
    if (!at.isFile() || at.size > largestFile) return null
    return sourceFileOf(relative(root, real).split(sep).join('/'), readFileSync(real, 'utf8'))
  } catch {
    return null
  }
}

/** Whether no second file below `root` has this name; false as well where there is too much to look through. */
function isOnly(root: string, name: string): boolean {
  const folders = [root]
  let count = 0
  for (let next = 0; next < folders.length; next++) {
    if (next >= mostFolders) return false
    const folder = folders[next] ?? root
    try {
      for (const item of readdirSync(folder, { withFileTypes: true })) {
        if (item.isFile() && item.name === name) count++
        if (item.isDirectory() && !item.name.startsWith('.') && !skipped.has(item.name)) {
          folders.push(join(folder, item.name))
        }
      }
    } catch {}
    if (count > 1) return false
  }
  return true
}
