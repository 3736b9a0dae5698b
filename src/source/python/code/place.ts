// Which part of the source a run-time failure points at: the nodes of its line, those under the carets first.

import type { Scene, SyntaxNode } from '../../inspection.ts'

/** A stretch of the file in UTF-16 units, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What the carets below the line mark; null where the output has none, as before Python 3.11. */
export function markedRange({ failure: { echo }, offset }: Scene): Range | null {
  if (echo === null || echo.marked === null) return null
  const [from, to] = echo.marked
  const units = [...echo.source].slice(from, to).join('').length
  return { start: offset, end: offset + units }
}

/** The nodes of `types` that begin on the failing line: those under the carets in order, or all where there are none. */
export function nodesOnLine(scene: Scene, types: readonly string[]): readonly SyntaxNode[] {
  const row = scene.line - 1
  const found = fewOf(
    nodesBetween(scene.parse(scene.file), types, row, row).filter(node => node.startPosition.row === row),
  )
  const marked = markedRange(scene)
  if (marked === null) return found
  const under = found.filter(({ startIndex }) => startIndex >= marked.start && startIndex < marked.end)
  return under.length > 0 ? under : found
}

/** A line with more was written by a program, and what is asked of each node takes as long as it lies deep. */
const mostOnLine = 160
const shownOfMany = 12

function fewOf(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return nodes.length > mostOnLine ? nodes.slice(0, shownOfMany) : nodes
}

/** The nodes of `types` that touch rows from 0, both inclusive, in the order of the source. */
export function nodesBetween(
  root: SyntaxNode,
  types: readonly string[],
  first: number,
  last: number,
): readonly SyntaxNode[] {
  const nodes = root.descendantsOfType(
    [...types],
    { row: first, column: 0 },
    { row: last, column: 1_000_000 },
  )
  // A keyword has the type of its own node: `await`, `lambda`.
  return nodes.filter((node): node is SyntaxNode => node?.isNamed === true)
}

/** All nodes of `types` below `node`. */
export function nodesIn(node: SyntaxNode, types: readonly string[]): readonly SyntaxNode[] {
  return node
    .descendantsOfType([...types])
    .filter((found): found is SyntaxNode => found?.isNamed === true && found.id !== node.id)
}

/** The nearest node around `node` of one of `types`. */
export function around(node: SyntaxNode, types: readonly string[]): SyntaxNode | null {
  for (let at = node.parent; at !== null; at = at.parent) if (types.includes(at.type)) return at
  return null
}

/** The statement that holds a node: a simple one, or the head of a compound one. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  let at = node
  for (let parent = node.parent; parent !== null; parent = parent.parent) {
    if (parent.type === 'block' || parent.type === 'module') return at
    at = parent
  }
  return at
}

/** A field of a node; null where it is absent. */
export function field(node: SyntaxNode | null, name: string): SyntaxNode | null {
  return node === null ? null : node.childForFieldName(name)
}

/** The named children, without comments. */
export function partsOf(node: SyntaxNode | null): readonly SyntaxNode[] {
  return node === null
    ? []
    : node.namedChildren.filter((child): child is SyntaxNode => child !== null && child.type !== 'comment')
}
