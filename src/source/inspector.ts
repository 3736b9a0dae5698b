// Runs the inspections that an entry names on the reader's own source.

import type { Entry } from '../model/entry.ts'
import { type Failure, placeToLook, type Tool } from '../model/failure.ts'
import type { Edit, Slots, Suspect } from '../model/finding.ts'
import { columnInCodePoints } from '../model/position.ts'
import { indentOf, isAsPrinted, printedLine } from '../model/printed-line.ts'
import {
  type Dependencies,
  noDependencies,
  type SourceFile,
  type SourceFolder,
  sourceFileOf,
} from '../model/source.ts'
import { goInspections } from './go/inspections.ts'
import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from './inspection.ts'
import { offsetIn } from './line-offsets.ts'
import { pythonInspections } from './python/inspections.ts'
import { diffOf } from './unified-diff.ts'

/** Parses source text; the host gives it, since it must load the grammars. */
export type Parse = (tool: Tool, text: string) => SyntaxNode

/** What inspections found out, with the edits in their final form. */
export interface Sharpened extends Omit<Inspected, 'proposals'> {
  readonly edits: readonly Edit[]
}

export interface Decided {
  readonly suspect: Suspect
  readonly found: Sharpened
}

export interface Inspector {
  /** What the first of `suspects` to be confirmed by its inspection is, in the order of the table; null: none is. */
  readonly decide: (suspects: readonly Suspect[], failure: Failure) => Decided | null
  /** What the inspections of `entry.inspect` add, in their order; null when none has anything to say. */
  readonly sharpen: (entry: Entry, failure: Failure, slots: Slots) => Sharpened | null
}

/** All inspections by the name that entries call them. Of those that decide, the more telling come first. */
export const inspections: Readonly<Record<Tool, Readonly<Record<string, Inspect>>>> = {
  go: goInspections,
  python: pythonInspections,
}

/** Opens the inspections over the reader's folder. Files are parsed once, however many failures they have. */
export function openInspector(
  folder: SourceFolder,
  parse: Parse,
  dependencies: Dependencies = noDependencies,
): Inspector {
  const trees = new WeakMap<SourceFile, SyntaxNode>()
  const run = (name: string, tool: Tool, scene: Scene): Sharpened | null => {
    const found = inspections[tool][name]?.(scene) ?? null
    if (found === null) return null
    const { proposals = [], ...rest } = found
    return { ...rest, edits: proposals.flatMap(proposal => editOf(proposal, scene)) }
  }
  // A failure may have a dozen suspects.
  const known = new WeakMap<Failure, Seen | null>()
  const seenOf = (failure: Failure): Seen | null => {
    const before = known.get(failure)
    if (before !== undefined) return before
    const seen = seeFile(failure, folder)
    const readable = seen === null || isUnreadable(seen.file) ? null : seen
    known.set(failure, readable)
    return readable
  }
  const sceneOf = (failure: Failure, slots: Slots, tool: Tool): Scene | null => {
    const seen = seenOf(failure)
    if (seen === null) return null
    const parseFile = (file: SourceFile) => {
      const root = trees.get(file) ?? parse(tool, file.text)
      trees.set(file, root)
      return root
    }
    return { failure, slots, ...seen, folder, dependencies, parse: parseFile }
  }
  return {
    decide: (suspects, failure) => {
      const placeOf = ({ entry, when }: Suspect) => Object.keys(inspections[entry.tool]).indexOf(when)
      for (const suspect of [...suspects].sort((a, b) => placeOf(a) - placeOf(b))) {
        const scene = sceneOf(failure, suspect.slots, suspect.entry.tool)
        const found = scene === null ? null : run(suspect.when, suspect.entry.tool, scene)
        if (found !== null) return { suspect, found }
      }
      return null
    },
    sharpen: (entry, failure, slots) => {
      const scene = entry.inspect.length === 0 ? null : sceneOf(failure, slots, entry.tool)
      if (scene === null) return null
      const all = entry.inspect.map(name => run(name, entry.tool, scene)).filter(found => found !== null)
      return all.length === 0 ? null : mergeSharpened(all)
    },
  }
}

/** The first that says something of a matter wins; edits come in order, and a certain one makes the others needless. */
function mergeSharpened(all: readonly Sharpened[]): Sharpened {
  const edits = all.flatMap(found => found.edits)
  const certain = edits.filter(edit => edit.certain)
  const notes = all.flatMap(found => found.notes ?? [])
  return {
    ...Object.assign({}, ...[...all].reverse()),
    slots: Object.assign({}, ...[...all].reverse().map(({ slots }) => slots ?? {})),
    edits: certain.length > 0 ? certain : edits,
    notes,
  }
}

/** What a scene shows of the file. */
type Seen = Pick<Scene, 'file' | 'whole' | 'line' | 'offset'>

/** The file behind a failure and the place in it; of the echoed line alone where the file is not at hand. */
function seeFile(failure: Failure, folder: SourceFolder): Seen | null {
  const { echo } = failure
  const place = placeToLook(failure)
  if (place === null) return null
  const printed = printedLine(failure)
  const found = folder.open(place.file)
  const text = found?.lines[place.line - 1]
  if (found !== null && isAsPrinted(text, printed))
    return { file: found, whole: true, line: place.line, offset: offsetIn(found, place.line, columnOf(text)) }
  if (printed === undefined) return null
  // As many empty lines before it as make its number right.
  const alone = sourceFileOf(place.file, '\n'.repeat(place.line - 1) + printed)
  return {
    file: alone,
    whole: false,
    line: place.line,
    offset: offsetIn(alone, place.line, columnOf(printed)),
  }

  function columnOf(line: string): number | null {
    const marked = echo?.marked ?? null
    if (marked === null) return place === null ? null : columnInCodePoints(place, line)
    return marked[0] + 1 + Math.max(0, indentOf(line) - indentOf(echo?.source ?? line))
  }
}

/** Nobody nests brackets this deep, and trees as deep as their source would take whoever walks them along. */
const deepestNesting = 400

/** A longer line was written by a program. */
const longestLine = 5000

function isUnreadable({ text, lines }: SourceFile): boolean {
  if (lines.some(line => line.length > longestLine)) return true
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // ( [ { and ) ] }
    if (code === 40 || code === 91 || code === 123) depth++
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
    if (depth > deepestNesting) return true
  }
  return false
}

/** Proposals for a file that is known by one line alone cannot be trusted to be all that must change. */
function editOf({ title, certain, changes }: Proposal, scene: Scene): readonly Edit[] {
  const paths = [...new Set(changes.map(({ path }) => path))]
  const diffs = paths.map(path => {
    const file = path === scene.file.path ? scene.file : scene.folder.open(path)
    return file === null
      ? ''
      : diffOf(
          file,
          changes.filter(change => change.path === path),
        )
  })
  if (diffs.length === 0 || diffs.includes('')) return []
  return [{ title, certain: certain && scene.whole, changes, diff: diffs.join('') }]
}
