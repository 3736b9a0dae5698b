// Runs the inspections that an entry names on the reader's own source.

import type { Entry } from '../model/entry.ts'
import type { Failure, Tool } from '../model/failure.ts'
import type { Edit, Slots, Suspect } from '../model/finding.ts'
import { columnInCodePoints } from '../model/position.ts'
import {
  type Dependencies,
  noDependencies,
  type SourceFile,
  type SourceFolder,
  sourceFileOf,
} from '../model/source.ts'
import { goInspections } from './go/inspections.ts'
import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from './inspection.ts'
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
  const sceneOf = (failure: Failure, slots: Slots, tool: Tool): Scene | null => {
    const seen = seeFile(failure, folder)
    if (seen === null || isUnreadable(seen.file)) return null
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
  return {
    ...Object.assign({}, ...[...all].reverse()),
    slots: Object.assign({}, ...[...all].reverse().map(({ slots }) => slots ?? {})),
    edits: certain.length > 0 ? certain : edits,
  }
}

/** The file behind a failure and the place in it; of the echoed line alone where the file is not at hand. */
function seeFile(
  { place, echo, frames }: Failure,
  folder: SourceFolder,
): Omit<Scene, 'failure' | 'slots' | 'folder' | 'dependencies' | 'parse'> | null {
  if (place === null) return null
  const printed =
    echo?.source ?? frames.find(f => f.own && f.line === place.line && f.file === place.file)?.source
  const found = folder.open(place.file)
  const text = found?.lines[place.line - 1]
  // A file that was edited since would be mended in the wrong place.
  const same = text !== undefined && (printed === undefined || text.trim() === printed.trim())
  if (found !== null && same)
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

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The offset of a line and a column in code points from 1; of the line's first code without one. */
export function offsetIn(file: SourceFile, line: number, column: number | null): number {
  const text = file.lines[line - 1] ?? ''
  const units = column === null ? indentOf(text) : [...text].slice(0, column - 1).join('').length
  return startOfLine(file.text, line) + Math.min(units, text.length)
}

/** The offset at which a line, from 1, begins. */
export function startOfLine(text: string, line: number): number {
  let at = 0
  for (let n = 1; n < line; n++) {
    const next = /\r\n|\n|\r/g
    next.lastIndex = at
    const found = next.exec(text)
    if (found === null) return text.length
    at = found.index + found[0].length
  }
  return at
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
