// How the inspections of syntax mistakes work: each proposes changes, and only those count after which the file parses.

import type { TextChange } from '../../../model/finding.ts'
import type { Words } from '../../../model/language.ts'
import { type SourceFile, sourceFileOf } from '../../../model/source.ts'
import type { Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
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
  /** Parsing is no proof that this is what was meant. */
  readonly doubtful?: true
}

export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
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

/** The inspection that offers those of the repairs found after which the file parses. */
export function repairing(find: FindRepairs): Inspect {
  return scene => {
    const candidates = find(readPython(scene.file), scene).slice(0, mostCandidates)
    const end = performance.now() + longestSearch
    const good = candidates
      .map(candidate => ({
        candidate,
        result: performance.now() < end ? judge(scene, candidate.changes) : ('fails' as const),
      }))
      .filter(({ result }) => result !== 'fails')
    const best = good.some(({ result }) => result === 'parses')
      ? good.filter(({ result }) => result === 'parses')
      : good
    const [first] = best
    if (first === undefined) return null
    const { path } = scene.file
    const proposals = best.map(
      ({ candidate: { title, changes, doubtful } }): Proposal => ({
        title,
        certain: best.length === 1 && first.result === 'parses' && doubtful === undefined,
        changes: changes.map((change): TextChange => ({ path, ...change })),
      }),
    )
    const { text } = scene.file
    const start = first.candidate.changes[0]?.start ?? scene.offset
    const line = lineAt(text, start)
    const column = [...text.slice(text.lastIndexOf('\n', start - 1) + 1, start)].length + 1
    return {
      proposals,
      line: first.candidate.line ?? line,
      ...((first.candidate.line ?? line) === line ? { column } : {}),
      ...(first.candidate.slots === undefined ? {} : { slots: first.candidate.slots }),
    }
  }
}

/** `better`: the first error has moved on, so that this one is mended and another is left. */
function judge(scene: Scene, changes: readonly Change[]): 'parses' | 'better' | 'fails' {
  const after = applyChanges(scene.file.text, changes)
  if (after === scene.file.text) return 'fails'
  const shown = (text: string) =>
    scene.parse(sourceFileOf(scene.file.path, scene.whole ? text : standAlone(text)))
  const left = firstError(shown(after))
  if (left === null) return 'parses'
  const before = firstError(shown(scene.file.text))
  const end = Math.max(...changes.map(change => change.start + change.text.length))
  return before !== null && scene.whole && left.startIndex > Math.max(before.endIndex, end) + 1
    ? 'better'
    : 'fails'
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
  const body = line.endsWith(':') ? `${line}\n    pass` : line
  if (/^(elif|else)\b/.test(line)) return `if x:\n    pass\n${body}`
  if (/^(except|finally)\b/.test(line)) return `try:\n    pass\n${body}`
  return body
}

/** The line, from 1, of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** The code tokens of the failing line and of `around` lines before and one after it. */
export function tokensNear(source: PythonText, line: number, around = 1): readonly Token[] {
  return source.code.filter(token => token.line >= line - around && token.line <= line + 1)
}
