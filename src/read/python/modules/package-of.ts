// Looks up which package an import comes from.

import { isMisspelling } from '../../../model/one-slip.ts'
import { packageTables } from './packages.ts'

/** `alike`: the package is called as its module; `taken`: the index has something else under the module's name. */
export type PackageOrigin = 'alike' | 'different' | 'taken'

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
