// Changes of files as a unified diff, as `git apply` and `patch` take it.

import type { TextChange } from '../model/finding.ts'
import type { SourceFile } from '../model/source.ts'

/** Unchanged lines shown before and after a change. */
const contextLines = 3

interface Hunk {
  /** Lines of the old text, from 0, end exclusive. */
  readonly from: number
  readonly to: number
  readonly changes: readonly TextChange[]
}

/** The text of `file` after `changes`, which must not overlap. */
export function applyChanges(text: string, changes: readonly Omit<TextChange, 'path'>[]): string {
  let out = ''
  let end = 0
  for (const change of [...changes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(end, change.start) + change.text
    end = change.end
  }
  return out + text.slice(end)
}

/** The diff of one file, paths with `a/` and `b/`; '' when nothing changes. */
export function diffOf(file: SourceFile, changes: readonly TextChange[]): string {
  const lines = linesWithEnds(file.text)
  const starts = startsOf(lines)
  const hunks = hunksOf(lines, starts, changes)
  let shift = 0
  let body = ''
  for (const { from, to, changes: own } of hunks) {
    const start = starts[from] ?? file.text.length
    const end = starts[to] ?? file.text.length
    const old = lines.slice(from, to)
    const moved = own.map(c => ({ start: c.start - start, end: c.end - start, text: c.text }))
    const fresh = linesWithEnds(applyChanges(file.text.slice(start, end), moved))
    const shown = compareLines(old, fresh)
    if (shown === '') continue
    body += `@@ -${rangeOf(from, old.length)} +${rangeOf(from + shift, fresh.length)} @@\n${shown}`
    shift += fresh.length - old.length
  }
  return body === '' ? '' : `--- a/${file.path}\n+++ b/${file.path}\n${body}`
}

/** An empty side begins at the line before it. */
function rangeOf(from: number, count: number): string {
  return count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`
}

function hunksOf(
  lines: readonly string[],
  starts: readonly number[],
  changes: readonly TextChange[],
): readonly Hunk[] {
  const hunks: { from: number; to: number; changes: TextChange[] }[] = []
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    const first = lineAt(starts, change.start)
    const last = lineAt(starts, Math.max(change.start, change.end - 1))
    const from = Math.max(0, first - contextLines)
    const to = Math.min(lines.length, last + contextLines + 1)
    const before = hunks.at(-1)
    if (before !== undefined && from <= before.to) {
      before.to = Math.max(to, before.to)
      before.changes.push(change)
    } else hunks.push({ from, to, changes: [change] })
  }
  return hunks
}

/** Equal lines at both ends, and one changed stretch between them; '' when all are equal. */
function compareLines(old: readonly string[], fresh: readonly string[]): string {
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < fresh.length - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail++
  if (head === old.length && head === fresh.length) return ''
  const show = (mark: string, of: readonly string[]) =>
    of.map(line => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('')
  return (
    show(' ', old.slice(0, head)) +
    show('-', old.slice(head, old.length - tail)) +
    show('+', fresh.slice(head, fresh.length - tail)) +
    show(' ', old.slice(old.length - tail))
  )
}

function linesWithEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length
  }
  return starts
}

/** The line, from 0, that holds an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
