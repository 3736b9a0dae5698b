// What this machine has of Go packages outside the reader's folder: the module cache, and our table of the standard library.

import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Dependencies, SourceFolder } from '../model/source.ts'
import { openSourceFolder } from './source-folder.ts'

/** Opens the module cache of this machine and the table that lies at `table`; what is not there is not at hand. */
export function openGoDependencies(table: string): Dependencies {
  const modules = new Map<string, SourceFolder | null>()
  let packages: ReadonlyMap<string, () => string> | null = null
  const standard = () => {
    packages ??= openTable(table)
    return packages
  }
  return {
    module: (path, version) => {
      const key = `${path}@${version}`
      if (!modules.has(key)) modules.set(key, openModule(key))
      return modules.get(key) ?? null
    },
    standard: path => standard().get(path)?.() ?? null,
    standardPaths: () => [...standard().keys()],
  }
}

/** Upper case is written `!x` in the cache: github.com/!burnt!sushi/toml@v1.6.0. */
function openModule(key: string): SourceFolder | null {
  if (key.includes('..') || !/^[\w.~/@+-]+$/.test(key)) return null
  try {
    return openSourceFolder(
      join(
        moduleCache(),
        key.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`),
      ),
    )
  } catch {
    return null
  }
}

/** As the go command finds it, without `go env -w`. */
function moduleCache(): string {
  const { GOMODCACHE, GOPATH } = process.env
  if (GOMODCACHE) return GOMODCACHE
  return join(GOPATH?.split(delimiter)[0] || join(homedir(), 'go'), 'pkg', 'mod')
}

/** As scripts/pack-standard-library.mjs writes it. */
function openTable(table: string): ReadonlyMap<string, () => string> {
  const packages = new Map<string, () => string>()
  try {
    const bytes = readFileSync(table)
    const start = 4 + bytes.readUInt32LE(0)
    for (const line of bytes.toString('utf8', 4, start).split('\n')) {
      const [path = '', at = '', length = ''] = line.split(' ')
      const from = start + Number(at)
      if (path !== '')
        packages.set(path, () => inflateRawSync(bytes.subarray(from, from + Number(length))).toString('utf8'))
    }
  } catch {}
  return packages
}
