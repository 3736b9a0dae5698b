// Looks up which package an import comes from.

import { isMisspelling } from '../../../model/one-slip.ts'
import { type PackageOrigin, packageTables } from './packages.ts'

export interface PackageOf {
  /** What is imported, as the table has it: `cv2`, `google.cloud.storage`. */
  readonly wanted: string
  /** What pip takes: `opencv-python`. */
  readonly name: string
  readonly origin: PackageOrigin
}

// google.cloud.storage=google-cloud-storage, requests
function nameIn(table: string, wanted: string): string | null {
  for (let at = table.indexOf(wanted); at !== -1; at = table.indexOf(wanted, at + 1)) {
    const before = table[at - 1]
    if (before !== ' ' && before !== '\n') continue
    const rest = table.slice(at + wanted.length, at + wanted.length + 60)
    if (rest.startsWith('=')) return /^=(\S+)/.exec(rest)?.[1] ?? null
    if (/^\s/.test(rest)) return wanted.replaceAll('_', '-')
  }
  return null
}

/** The package of a module by its exact name, or null where the tables have none. */
export function packageOf(wanted: string): PackageOf | null {
  if (!/^[A-Za-z_][\w.]{0,80}$/.test(wanted)) return null
  for (const [origin, table] of packageTables) {
    const name = nameIn(table, wanted)
    if (name !== null) return { wanted, name, origin }
  }
  return null
}

/** A package of the tables whose name is one slip away from `wanted`, the only one; null: none, or several. */
export function nearPackage(wanted: string): string | null {
  const slip = wanted.toLowerCase().replace(/[-_.]+/g, '-')
  if (slip.length < 5) return null
  const near = new Set<string>()
  for (const [, table] of packageTables) {
    // google.cloud.storage=google-cloud-storage, requests
    for (const item of table.split(/\s+/)) {
      const name = item.slice(item.indexOf('=') + 1).replaceAll('_', '-')
      if (name.length >= 5 && isMisspelling(name.toLowerCase(), slip)) near.add(name)
    }
  }
  return near.size === 1 ? ([...near][0] ?? null) : null
}

/** `-` and `_` and case say nothing in the name of a package. */
const normalized = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-')

interface Row {
  readonly module: string
  /** As pip takes it, and as it is compared. */
  readonly name: string
  readonly normalized: string
}

let known: readonly Row[] | undefined

/** The modules of the tables, each with its package: `cv2=opencv-python`, `requests`. Read when a name is in none. */
function rows(): readonly Row[] {
  known ??= packageTables.flatMap(([, table]) =>
    table
      .trim()
      .split(/\s+/)
      .map(row => {
        const [module = '', name = module] = row.split('=')
        return { module, name, normalized: normalized(name) }
      }),
  )
  return known
}

/** What is neither the package nor the module, but what people call the library. */
const calledLike: ReadonlyMap<string, string> = new Map([
  ['opencv', 'cv2'],
  ['Image', 'PIL'],
  ['ImageDraw', 'PIL'],
  ['ImageFont', 'PIL'],
  ['BeautifulSoup', 'bs4'],
  ['beautifulsoup', 'bs4'],
  ['protobuf', 'google.protobuf'],
  ['discordpy', 'discord'],
])

/** The module that a package's name stands for where an import has that instead: `bs4` for `beautifulsoup4`. */
export function moduleOfPackage(name: string): string | null {
  const called = calledLike.get(name)
  if (called !== undefined) return called
  const wanted = normalized(name)
  const found = rows().filter(row => row.normalized === wanted && !row.module.includes('.'))
  const module = found[0]?.module
  return found.length !== 1 || module === undefined || module === name ? null : module
}

/** Shorter words are near too many others. */
const shortestWord = 5

/** The one module of the tables that `name` is a slip of, with its package; null where there is none or several. */
export function similarModule(name: string): { readonly module: string; readonly name: string } | null {
  if (name.length < shortestWord) return null
  const found = rows().filter(({ module }) => isMisspelling(name, module))
  const [row] = found
  return found.length !== 1 || row === undefined
    ? null
    : { module: row.module, name: row.name.replaceAll('_', '-') }
}
