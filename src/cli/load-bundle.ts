// Loads one bundle of the program, so that no other is read at start, and large ones without compiling them again.

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, Script } from 'node:vm'
import { cacheFolder } from '../prove/cache-folder.ts'

/** Smaller modules compile faster than their compiled form is read. */
const worthCaching = 48 * 1024

export interface LoadedBundle<Exports> {
  readonly exports: Exports
  /** Keeps the compiled form of what has run for the next start. To be called once the answer is out. */
  readonly keep: () => void
}

/**
 * What the bundle of a module of `src/cli/` exports. The build puts each beside the entry; `module` is a name of ours,
 * never from the command line. Node 20 has no compile cache of its own, and compiling `why` takes a fifth of its time: V8's code is kept in
 * the cache folder, one file for each verb, and dropped when the program or Node changes.
 */
export function loadBundle<Exports>(module: string): LoadedBundle<Exports> {
  const file = `${__dirname}/${module}.cjs`
  const { size, mtimeMs } = statSync(file)
  if (size < worthCaching) return { exports: require(file) as Exports, keep: () => {} }
  const key = `${file} ${size} ${mtimeMs} ${process.version} ${process.arch}\n`
  const cache = join(cacheFolder(), `${module}.v8`)
  const cachedData = readCache(cache, key)
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`
  const script = new Script(source, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === null ? {} : { cachedData }),
  })
  const wrapped = script.runInThisContext() as (...args: readonly unknown[]) => void
  const made = { exports: {} as Exports }
  wrapped(made.exports, require, made, file, __dirname)
  const fresh = cachedData !== null && script.cachedDataRejected !== true
  const keep = fresh ? () => {} : () => writeCache(cache, key, () => script.createCachedData())
  return { exports: made.exports, keep }
}

function readCache(cache: string, key: string): Buffer | null {
  try {
    const bytes = readFileSync(cache)
    const head = Buffer.from(key)
    return bytes.subarray(0, head.length).equals(head) ? bytes.subarray(head.length) : null
  } catch {
    return null
  }
}

function writeCache(cache: string, key: string, make: () => Buffer): void {
  // Renamed when it is whole: two of us may start at the same time. Where nothing can be written, nothing is lost.
  const draft = `${cache}.${process.pid}`
  try {
    mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 })
    writeFileSync(draft, key, { mode: 0o600 })
    writeFileSync(draft, make(), { flag: 'a' })
    renameSync(draft, cache)
  } catch {
    try {
      rmSync(draft, { force: true })
    } catch {}
  }
}
