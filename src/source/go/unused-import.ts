// `"time" imported and not used`: the import goes, or gets the name that the code uses.

import type { Inspect } from '../inspection.ts'
import { fileDeclarations } from './packages.ts'
import { removeImport } from './words.ts'

export const unusedImport: Inspect = scene => {
  // "gopkg.in/yaml.v3" imported as yaml and not used
  const path =
    /^(?:imported and not used: )?"([^"\n]{1,300})"(?: imported(?: as \S+)? and not used| as \S+)?$/.exec(
      scene.failure.message,
    )?.[1]
  if (path === undefined || !scene.whole) return null
  const { imports } = fileDeclarations(scene)
  const spec = imports.find(
    one => one.path === path && one.lineStart <= scene.offset && scene.offset < one.lineEnd,
  )
  if (spec === undefined) return null
  const { text } = scene.file
  const line = text.slice(spec.lineStart, spec.lineEnd)
  // import "a"; import "b"
  if (line.includes(';')) return null
  const change = (start: number, end: number) => [{ path: scene.file.path, start, end, text: '' }]
  const [start, end] = wholeGroup(text, spec.lineStart, spec.lineEnd, imports.length)
  return { proposals: [{ title: removeImport(path), certain: true, changes: change(start, end) }] }
}

/** With its parentheses where it is the only one, and with an empty line that would be left at the end of a group. */
function wholeGroup(text: string, start: number, end: number, count: number): readonly [number, number] {
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (count === 1) {
    const open = /(?:^|\n)import[ \t]*\([ \t]*\r?\n\s*$/.exec(before.slice(-200))
    const close = /^\s*\)[ \t]*\r?\n?/.exec(after)
    if (open !== null && close !== null) {
      const from = start - open[0].length + (open[0].startsWith('\n') ? 1 : 0)
      return withBlankLine(text, from, end + close[0].length)
    }
    return withBlankLine(text, start, end)
  }
  // A group of its own leaves two empty lines, or one before the parenthesis.
  if (/\n[ \t]*\r?\n$/.test(before) && /^[ \t]*(?:\r?\n|\))/.test(after))
    return [blankBefore(text, start), end]
  if (/\([ \t]*\r?\n$/.test(before)) {
    const blank = /^(?:[ \t]*\r?\n)+/.exec(after)
    return [start, end + (blank?.[0].length ?? 0)]
  }
  return [start, end]
}

function blankBefore(text: string, start: number): number {
  const blank = /\n([ \t]*\r?\n)$/.exec(text.slice(Math.max(0, start - 200), start))
  return start - (blank?.[1]?.length ?? 0)
}

/** Of two empty lines around what goes, one goes as well. */
function withBlankLine(text: string, start: number, end: number): readonly [number, number] {
  const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200))
  return blank !== null && /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start))
    ? [start, end + blank[0].length]
    : [start, end]
}
