// The place at the head of a Go tool's message, and the version that paths tell.

import type { Position } from '../../model/position.ts'

export interface Placed {
  readonly place: Position
  /** What follows the place. */
  readonly text: string
}

/** What the go command compiles or reads; `.y` and the like come from `//line` comments of generators. */
const extensions = new Set('go s S c h cc cpp cxx hh hpp m mm f swig y rl qtpl templ mod work sum'.split(' '))

/** No path is longer; a longer line is looked at no further. */
const longestPath = 4096

/** As `Position.file` says it: `./` removed, `\` turned to `/`. */
export function filePath(printed: string): string {
  const path = printed.includes('\\') ? printed.replaceAll('\\', '/') : printed
  return path.startsWith('./') ? path.slice(2) : path
}

// :12:7: undefined: x     :12: undefined: x
const numbers = /^:(\d{1,9})(?::(\d{1,9}))?(?::(?: |$)|: ?$)/

// C:\shop\main.go   C:/shop/main.go
const drive = /^[A-Za-z]:[\\/]/

// main.go   ./my shop/main.go   /home/dev/my shop/main.go   ..\shop\main.go
const rooted = /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/

/**
 * Splits `./main.go:3:7: undefined: foo` into its place and the rest; null when the line starts with no place in a
 * file of Go's kinds. Columns are Go's, in bytes; gcc's count bytes as well.
 */
export function parsePlace(line: string): Placed | null {
  const colon = line.indexOf(':', drive.test(line.slice(0, 3)) ? 2 : 0)
  if (colon <= 0 || colon > longestPath) return null
  const file = line.slice(0, colon)
  if (!extensions.has(file.slice(file.lastIndexOf('.') + 1))) return null
  if (/\s/.test(file) && (!rooted.test(file) || file.startsWith(' '))) return null
  const match = numbers.exec(line.slice(colon, colon + 24))
  if (match === null) return null
  const place: Position = {
    file: filePath(file),
    line: Number(match[1]),
    column: match[2] === undefined ? null : Number(match[2]),
    unit: 'bytes',
  }
  return { place, text: line.slice(colon + match[0].length).trim() }
}

// /usr/lib/go-1.22/src  /sdk/go1.22.12/src  toolchain@v0.0.1-go1.22.12.linux-amd64  Cellar/go/1.18.1/libexec
const version = /(?:[/\\-]go-?|Cellar\/go\/|running go ?)(1\.\d{1,2}(?:\.\d{1,2})?)(?![\d])/

/** The Go version that a path or a message of the go command tells: `1.22.12`; null when none. */
export function versionIn(text: string): string | null {
  return version.exec(text.slice(0, longestPath))?.[1] ?? null
}
