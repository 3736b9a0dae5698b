// How the inspections of syntax mistakes work: each proposes changes, and only those count after which the file parses.

import type { TextChange } from '../../../model/finding.ts'
import type { Words } from '../../../model/language.ts'
import { type SourceFile, sourceFileOf } from '../../../model/source.ts'
import type { Change, Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { lineAt } from '../../line-offsets.ts'
import { applyChanges } from '../../unified-diff.ts'
import { type LogicalLine, logicalLines } from './statements.ts'
import { type Token, tokenize } from './tokens.ts'

/** A change that may be the repair. */
export interface Candidate {
  readonly title: Words
  readonly changes: readonly Change[]
  /** What the mistake is about, for the entry's prose. */
  readonly slots?: Readonly<Record<string, string>>
  /** Of the mistake, from 1; absent: of the first change. */
  readonly line?: number
  /** The grammar takes the mistake for Python as well: `esle:` and a block below it. */
  readonly parsesAlready?: true
  /** Parsing is no proof that this is what was meant. */
  readonly doubtful?: true
}

/** A file with what the inspections of syntax look at. */
export interface PythonText {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Neither comments nor line ends. */
  readonly code: readonly Token[]
  readonly lines: readonly LogicalLine[]
}

/** Looks for one kind of mistake; best first. */
export type FindRepairs = (source: PythonText, scene: Scene) => readonly Candidate[]

const known = new WeakMap<SourceFile, PythonText>()

export function readPython(file: SourceFile): PythonText {
  const before = known.get(file)
  if (before !== undefined) return before
  const tokens = tokenize(file.text)
  const code = tokens.filter(({ kind }) => kind !== 'comment' && kind !== 'line-end')
  const read = { text: file.text, tokens, code, lines: logicalLines(file.text, tokens) }
  known.set(file, read)
  return read
}

/** Each candidate costs a parse. */
const mostCandidates = 12
/** In milliseconds: of a file that takes longer, the best of those that were tried. */
const longestSearch = 800

/** What an inspection says of the mistakes that it looks for. */
export interface RepairOptions {
  /** The grammar takes them for Python (`await` outside of a coroutine): that it parses already proves nothing. */
  readonly parsesAlready?: true
  /** They are mistakes in strings: elsewhere, what an unclosed string has swallowed looks like any mistake. */
  readonly inStrings?: true
}

/** The inspection that offers those of the repairs found after which the file parses. */
export function repairing(find: FindRepairs, { parsesAlready, inStrings }: RepairOptions = {}): Inspect {
  return scene => {
    const source = readPython(scene.file)
    if (inStrings === undefined && source.tokens.some(({ unclosed }) => unclosed)) return null
    const all = find(source, scene).slice(0, mostCandidates)
    if (all.length === 0) return null
    const before = errorsBefore(scene)
    const candidates = before.length > 0 || parsesAlready ? all : all.filter(one => one.parsesAlready)
    const end = performance.now() + longestSearch
    const good = candidates.filter(
      ({ changes }) => performance.now() < end && mends(scene, changes, before, parsesAlready),
    )
    const [first] = good
    if (first === undefined) return null
    const { text, path } = scene.file
    const proposals = good.map(
      ({ title, changes, doubtful }): Proposal => ({
        title,
        certain: good.length === 1 && doubtful === undefined,
        changes: changes.map((change): TextChange => ({ path, ...change })),
      }),
    )
    const start = first.changes[0]?.start ?? scene.offset
    const line = lineAt(text, start)
    const column = [...text.slice(text.lastIndexOf('\n', start - 1) + 1, start)].length + 1
    return {
      proposals,
      line: first.line ?? line,
      ...((first.line ?? line) === line ? { column } : {}),
      ...(first.slots === undefined ? {} : { slots: first.slots }),
    }
  }
}

/** Whether an error is gone and no new one has come. What else the grammar does not know may stay. */
function mends(
  scene: Scene,
  changes: readonly Change[],
  before: readonly number[],
  parsesAlready: true | undefined,
): boolean {
  const after = applyChanges(scene.file.text, changes)
  if (after === scene.file.text) return false
  const left = errorsOf(scene, after)
  if (left.length === 0) return true
  if (left.length > before.length || (left.length === before.length && parsesAlready === undefined))
    return false
  const moved = (offset: number) =>
    changes.reduce(
      (sum, { start, end, text }) => (start < offset ? sum + text.length - (end - start) : sum),
      offset,
    )
  const known = new Set(before.map(moved))
  return left.every(offset => known.has(offset))
}

/** Of the file as it is, which all inspections share. */
function errorsBefore(scene: Scene): readonly number[] {
  return scene.whole ? errorsIn(scene.parse(scene.file)) : errorsOf(scene, scene.file.text)
}

function errorsOf(scene: Scene, text: string): readonly number[] {
  const shown = scene.whole ? text : standAlone(text)
  return errorsIn(scene.parse(sourceFileOf(scene.file.path, shown)))
}

/** How many errors are looked at: a file with more is no Python. */
const mostErrors = 50

/** Where the errors of a tree begin. */
function errorsIn(root: SyntaxNode): readonly number[] {
  const found: number[] = []
  const visit = (node: SyntaxNode) => {
    if (found.length >= mostErrors) return
    if (node.isError || node.isMissing) found.push(node.startIndex)
    else if (node.hasError) for (const child of node.children) if (child !== null) visit(child)
  }
  visit(root)
  return found
}

/** The first thing in a tree that is no Python. */
export function firstError(node: SyntaxNode): SyntaxNode | null {
  if (node.isError || node.isMissing) return node
  if (!node.hasError) return null
  for (const child of node.children) {
    const found = child === null ? null : firstError(child)
    if (found !== null) return found
  }
  return node
}

/** The one line that is known, as a program: heads get a body, and clauses what they belong to. */
function standAlone(text: string): string {
  const line = text.trim()
  const inner = /^match\b/.test(line) ? '    case _:\n        pass' : '    pass'
  const body = line.endsWith(':') ? `${line}\n${inner}` : line
  if (/^case\b/.test(line)) return `match x:\n    ${line}\n        pass`
  if (/^(elif|else)\b/.test(line)) return `if x:\n    pass\n${body}`
  if (/^(except|finally)\b/.test(line)) return `try:\n    pass\n${body}`
  return body
}

/** The code tokens of the failing line and of `around` lines before and one after it. */
export function tokensNear(source: PythonText, line: number, around = 1): readonly Token[] {
  return source.code.filter(token => token.line >= line - around && token.line <= line + 1)
}
