// The lines that a Go test has printed, from where `go test` and `go test -v` put them.

import type { Lines } from '../reader.ts'

const mostLines = 300
/** How far above a verdict `go test -v` may have printed what belongs to it. */
const mostAbove = 600

// === RUN   TestTotal/one     === CONT  TestTotal     === NAME  TestTotal
const section = /^=== (\w+) +(\S+)/

/** How far a line is indented: a test's own lines stand four columns deeper than its verdict. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The lines below a verdict that belong to it, up to the first of something else. */
export function linesBelow(lines: Lines, at: number): number {
  const depth = indentOf(lines[at] ?? '')
  let index = at + 1
  let end = index
  for (; index < lines.length && index - at <= mostLines; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    // What a fuzz target adds stands as deep as the verdict of its failed input.
    const least = depth === 0 ? 1 : depth
    if (indentOf(line) < least || line.trimStart().startsWith('--- ')) break
    end = index + 1
  }
  return end
}

/** The lines that `go test -v` printed for test `name` above its verdict on line `at`. */
export function linesAbove(lines: Lines, at: number, name: string): readonly string[] {
  const first = Math.max(0, at - mostAbove)
  const found: string[] = []
  let isMine = false
  let sawSection = false
  let start = at
  for (let index = at - 1; index >= first; index--) {
    const line = lines[index] ?? ''
    const [, verb, of] = section.exec(line.slice(0, 500)) ?? []
    if (of === undefined) continue
    sawSection = true
    isMine = of === name
    if (isMine) found.unshift(...lines.slice(index + 1, start).filter(text => /^ {4,}|^\t/.test(text)))
    start = index
    if (isMine && verb === 'RUN') break
  }
  if (sawSection) return found.filter(line => !line.trimStart().startsWith('--- '))
  // Without sections: the indented lines right above, as benchmarks have them.
  let above = at
  while (
    above > first &&
    /^ {4,}\S/.test(lines[above - 1] ?? '') &&
    !(lines[above - 1] ?? '').trimStart().startsWith('--- ')
  )
    above--
  return lines.slice(above, at)
}
