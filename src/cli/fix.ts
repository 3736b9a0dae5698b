// Applies the edits of a report that are certain, each file whole or not at all.

import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit, Report, TextChange } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import { applyChanges } from '../source/unified-diff.ts'

/** What became of the edits of one file. */
export type FixedFile =
  | { readonly path: string; readonly applied: number }
  /** `changed`: it is not what was explained any more; `newer`: it was changed after the output was written. */
  | { readonly path: string; readonly refused: 'changed' | 'newer' | 'unwritable' }

/**
 * Writes all certain edits of `report` below `root`. An edit that spans several files needs all of them. `writtenAt` is
 * when the output was written, in milliseconds, where that is known: a file that is newer is left alone.
 */
export function applyCertainEdits(
  report: Report,
  root: string,
  folder: SourceFolder,
  writtenAt: number | null,
): readonly FixedFile[] {
  const edits = report.findings.flatMap(({ edits: [first] }) => (first?.certain ? [first] : []))
  const refused = new Map<string, FixedFile>()
  for (const path of new Set(edits.flatMap(pathsOf))) {
    const reason = refusalOf(join(root, path), folder.open(path)?.text ?? null, writtenAt)
    if (reason !== null) refused.set(path, { path, refused: reason })
  }
  const whole = edits.filter(edit => !pathsOf(edit).some(path => refused.has(path)))
  const changes = withoutOverlaps(whole)
  const fixed = [...new Set(changes.map(({ path }) => path))].map((path): FixedFile => {
    const own = changes.filter(change => change.path === path)
    return write(join(root, path), applyChanges(folder.open(path)?.text ?? '', own))
      ? { path, applied: own.length }
      : { path, refused: 'unwritable' }
  })
  return [...fixed, ...refused.values()]
}

function pathsOf({ changes }: Edit): readonly string[] {
  return [...new Set(changes.map(({ path }) => path))]
}

/** Two failures may ask for the same change (an import); of two that touch the same text, the first counts. */
function withoutOverlaps(edits: readonly Edit[]): readonly TextChange[] {
  const kept: TextChange[] = []
  for (const { changes } of edits) {
    const fresh = changes.filter(change => !kept.some(other => isSame(change, other)))
    if (fresh.some(change => kept.some(other => overlaps(change, other)))) continue
    kept.push(...fresh)
  }
  return kept
}

function isSame(a: TextChange, b: TextChange): boolean {
  return a.path === b.path && a.start === b.start && a.end === b.end && a.text === b.text
}

function overlaps(a: TextChange, b: TextChange): boolean {
  if (a.path !== b.path) return false
  // Two insertions at one place have no order, unless each is a line of its own.
  if (a.start === a.end && b.start === b.end) return a.start === b.start && !(isLine(a) && isLine(b))
  return a.start < b.end && b.start < a.end
}

function isLine({ text }: TextChange): boolean {
  return text.endsWith('\n') || text.startsWith('\n')
}

function refusalOf(
  file: string,
  explained: string | null,
  writtenAt: number | null,
): 'changed' | 'newer' | null {
  try {
    if (readFileSync(file, 'utf8') !== explained) return 'changed'
    return writtenAt !== null && statSync(file).mtimeMs > writtenAt ? 'newer' : null
  } catch {
    return 'changed'
  }
}

/** Written beside it and moved into place, with the same permissions. */
function write(file: string, text: string): boolean {
  const draft = `${file}.faq-${process.pid}`
  try {
    writeFileSync(draft, text, { mode: statSync(file).mode })
    renameSync(draft, file)
    return true
  } catch {
    return false
  }
}
