// Names the package whose build failed, from the lines that installers print around it.

import type { Lines } from '../reader.ts'

/** Stands for a package that no line names. */
export const unknownPackage = '…'

/** The most lines above a block that are looked at for a name. */
const farthest = 300

/** In a block's own lines. */
const inBlock: readonly RegExp[] = [
  // Building wheel for psycopg2 (pyproject.toml) did not run successfully.
  /^Building (?:wheel|editable) for (\S{1,200}) \(/,
  // Running setup.py install for psycopg2 did not run successfully.
  /^Running setup\.py (?:install|develop) for (\S{1,200}) did not/,
  // cwd: /tmp/pip-install-4x7a/psycopg2_ab12cd/
  /^cwd: .{1,300}\/pip-install-[^/]{1,40}\/([^/]{1,200}?)(?:_[0-9a-f]{8,40})?\/?$/,
]

/** On lines above it, nearest first. */
const above: readonly RegExp[] = [
  // Building wheel for psycopg2 (setup.py): started     Running setup.py install for psycopg2: started
  /^\s*(?:Building (?:wheel|editable) for|Running setup\.py (?:install|develop|bdist_wheel) for) ([^\s:]{1,200})/,
  // Downloading psycopg2-2.9.9.tar.gz (384 kB)     Using cached https://…/psycopg2-2.9.9.tar.gz
  /^\s*(?:Downloading|Using cached) (?:\S{0,500}\/)?(\S{1,200}?)-\d[^\s/]{0,80}\.(?:tar\.gz|zip|tar\.bz2)\b/,
  // Collecting psycopg2==2.9.9 (from -r requirements.txt (line 3))
  /^\s*Collecting ([A-Za-z0-9][\w.-]{0,200})/,
  // Processing ./speedups     Processing ./wheels/speedups-1.0.tar.gz     Obtaining file:///srv/speedups
  /^\s*(?:Processing|Obtaining) (?:\S{0,500}\/)?([^\s/]{1,200}?)(?:-\d[^\s/]{0,80}\.(?:tar\.gz|zip))?\/?(?: \(from .*)?$/,
]

/** Below it. */
const below: readonly RegExp[] = [
  // ERROR: Failed building wheel for psycopg2
  /^\s*ERROR: Failed building (?:wheel|editable) for (\S{1,200})/,
  // ERROR: Failed to build 'file:///srv/speedups' when getting requirements to build wheel
  /^\s*ERROR: Failed to build '(?:\S{0,500}\/)?([^\s/']{1,200})' when/,
  // ╰─> from file:///srv/speedups     ╰─> psycopg2
  /^╰─> (?:from \S{1,500}\/)?([A-Za-z0-9][\w.-]{0,200})$/,
]

/** The name of the package in whose build the lines `from` to `to` stand; `…` where nothing names it. */
export function nameBuiltPackage(lines: Lines, from: number, to: number, block: Lines): string {
  return (
    findName(block, inBlock) ??
    findName(lines.slice(Math.max(0, from - farthest), from).reverse(), above) ??
    findName(lines.slice(to, to + 12), below) ??
    unknownPackage
  )
}

function findName(lines: Lines, patterns: readonly RegExp[]): string | null {
  for (const line of lines) {
    if (line.length > 2000) continue
    for (const pattern of patterns) {
      const name = pattern.exec(line)?.[1]
      if (name !== undefined && name !== '.') return name
    }
  }
  return null
}
