// The last step of the pipeline: findings, sharpened by the reader's own source.

import { type Failure, placeToLook } from './model/failure.ts'
import type { Finding, Report } from './model/finding.ts'
import { folderOfFiles, sourceFileOf } from './model/source.ts'
import { type Inspector, openInspector, type Parse, type Sharpened } from './source/inspector.ts'
import { reportedHere } from './source/note-words.ts'
import { judgeSuggestion } from './source/python/suggestion.ts'

/** The report with what the source tells: entries that only it can decide, better slots and places, and edits. */
export function inspectReport(report: Report, inspector: Inspector): Report {
  return { ...report, findings: report.findings.map(finding => judged(inspectFinding(finding, inspector))) }
}

/** With what a suggestion of the tool's own is worth, which the edits tell. */
function judged(finding: Finding): Finding {
  const { failure, edits, notes = [] } = finding
  const note = failure.tool === 'python' ? judgeSuggestion(failure.message, edits) : null
  return note === null ? finding : { ...finding, notes: [note, ...notes] }
}

/** The same for the output of a program whose files are all there are: what only they can tell is decided. */
export function decideSuspects(
  report: Report,
  files: readonly { readonly name: string; readonly text: string }[],
  parse: Parse,
): Report {
  if (report.findings.every(({ suspects }) => suspects.length === 0)) return report
  const folder = folderOfFiles(files.map(({ name, text }) => sourceFileOf(name, text)))
  return inspectReport(report, openInspector(folder, parse))
}

function inspectFinding(finding: Finding, inspector: Inspector): Finding {
  const decided = finding.suspects.length === 0 ? null : inspector.decide(finding.suspects, finding.failure)
  if (decided !== null) {
    const { suspect, found } = decided
    const { entry, slots, code } = suspect
    const { entry: general, alternatives } = finding
    const others = general === null || finding.confidence === 'guess' ? [] : [general, ...alternatives]
    const told = apply(
      {
        ...finding,
        entry,
        slots,
        code,
        confidence: 'exact',
        toldBySource: true,
        alternatives: found.confidence === 'likely' ? others.filter(other => other.id !== entry.id) : [],
      },
      found,
    )
    // What decided has proposed its edits.
    const more = entry.inspect.filter(name => name !== suspect.when)
    const sharpened = inspector.sharpen({ ...entry, inspect: more }, finding.failure, told.slots)
    return sharpened === null ? told : apply(told, sharpened)
  }
  if (finding.entry === null || finding.confidence === 'guess') return finding
  const sharpened = inspector.sharpen(finding.entry, finding.failure, finding.slots)
  return sharpened === null ? finding : apply(finding, sharpened)
}

function apply(
  finding: Finding,
  { slots, file, line, column, confidence, edits, notes = [] }: Sharpened,
): Finding {
  const { failure } = finding
  const looked = placeToLook(failure)
  const place =
    line === undefined || looked === null
      ? failure.place
      : {
          ...looked,
          file: file ?? looked.file,
          line,
          column: column ?? null,
          unit: column === undefined ? looked.unit : ('code-points' as const),
        }
  const before = finding.notes ?? []
  // A mistake far from where it showed: the reader knows the latter from the output.
  const moved =
    place !== null && looked !== null && place !== failure.place && place.line !== looked.line
      ? [{ text: reportedHere, place: { file: looked.file, line: looked.line } }]
      : []
  const all = [...before, ...notes, ...(failure.place === null ? [] : moved)]
  return {
    ...finding,
    ...(all.length === 0 ? {} : { notes: all }),
    slots: { ...finding.slots, ...slots },
    ...(confidence === undefined ? {} : { confidence }),
    ...(place === failure.place ? {} : { failure: { ...failure, place, echo: echoAt(failure, line) } }),
    edits: [...finding.edits, ...edits],
  }
}

/** What the tool marked is not what is meant any more; its line may still be. */
function echoAt({ echo, place }: Failure, line: number | undefined): Failure['echo'] {
  return echo === null || line !== place?.line ? null : { ...echo, marked: null }
}
