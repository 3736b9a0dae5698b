// Concludes from a line of a requirements file that pip does not understand what was meant.

import type { Position } from '../../model/position.ts'

// ERROR: Invalid requirement: 'acme-core=1.8' (from line 2 of requirements.txt)
// ERROR: Invalid requirement: 'acme-core=1.8': Expected end or semicolon (after name and no valid version specifier)
const invalid = /^ERROR: Invalid requirement: ["'](.{1,500}?)["'](?:: | \(from line|$)/
// (from line 2 of requirements.txt)     ^ (from line 2 of requirements.txt)
const origin = /\(from line (\d{1,9}) of ([^)]{1,500})\)$/
// ERROR: Could not install packages due to an OSError: [Errno 2] No such file or directory: '/croot/certifi_1671487769961/work/certifi'
const missingFolder =
  /\[Errno 2\] No such file or directory: '(?:file:\/\/)?[^']{0,200}(?:\/croot\/|feedstock_root|\/conda-bld\/|\/ci_py)/

/** Kinds of lines, the surest first. */
const kinds: readonly (readonly [pattern: RegExp, fact: string])[] = [
  // f\x00l\x00a\x00s\x00k\x00
  [/^(?:\\x00)?(?:.\\x00){3}/, '~ every second byte is a zero'],
  // <<<<<<< HEAD
  [/^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/, '~ a mark of an unresolved merge'],
  // numpy=1.21.2=py39h20f2e39_0     numpy==1.21.2==py39_0
  [/^[\w.-]+={1,2}[\w.]+={1,2}\w+$/, '~ written by conda'],
  // name: orders     dependencies:     - python=3.8
  [/^(?:[\w-]+:(?:\s|$)|- \S)/, '~ a line of YAML'],
  // requests>=2.0.*
  [/[<>~]=?\s*[\d.]+\.\*/, '~ a wildcard behind an order'],
  // acme-core=1.8
  [/^[\w.-]+(?:\[[\w,]*\])?\s*=\s*[\d][\w.]*$/, '~ one equals sign'],
]

/** A sentence that signatures are matched against: `~ one equals sign`, `~ written by conda`; none where nothing tells. */
export function concludeRequirement(message: string): readonly string[] {
  if (message.length > 2000) return []
  if (missingFolder.test(message)) return ['~ a folder of a machine that built for conda']
  const written = invalid.exec(message)?.[1]
  const kind = written === undefined ? undefined : kinds.find(([pattern]) => pattern.test(written))
  return kind ? [kind[1]] : []
}

/** The line of the requirements file, where pip names it; null: it does not. */
export function originOf(said: readonly string[]): Position | null {
  for (const text of said.slice(0, 10)) {
    const [, line = '', file = ''] = (text.length < 2000 ? origin.exec(text) : null) ?? []
    if (file !== '')
      return { file: file.replaceAll('\\', '/'), line: Number(line), column: null, unit: 'code-points' }
  }
  return null
}
