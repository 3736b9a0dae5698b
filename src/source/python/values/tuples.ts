// A tuple of one lost its comma somewhere before the failing line, or a value got one by mistake.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { type Origin, trailOf } from '../code/value-origin.ts'
import { insert, remove } from '../words.ts'

/** The values that the failing line uses, with where they come from. */
function originsOnLine(scene: Scene): readonly Origin[] {
  if (!scene.whole) return []
  return nodesOnLine(scene, ['identifier', 'attribute'])
    .slice(0, 24)
    .flatMap(node => trailOf(scene, node).filter(origin => origin.node.id !== node.id))
}

/** `keys = (root)`: brackets alone make no tuple. */
export const tupleWithoutComma: Inspect = scene => {
  if (!/no len|not iterable|not subscriptable|must be an iterable/.test(scene.failure.message)) return null
  for (const { node, file } of originsOnLine(scene)) {
    const bracketed = inBrackets(node)
    const inner = partsOf(bracketed)[0]
    if (
      bracketed === null ||
      inner === undefined ||
      !['identifier', 'attribute', 'string', 'integer', 'call'].includes(inner.type)
    )
      continue
    const typed = /\bTuple\b|\btuple\b/.test(field(around(bracketed), 'type')?.text ?? '')
    return {
      file: file.path,
      line: bracketed.startPosition.row + 1,
      proposals: [propose(file, insert(`(${shownText(inner)},)`), typed, [insertAt(inner.endIndex, ',')])],
    }
  }
  return null
}

function around(node: SyntaxNode): SyntaxNode | null {
  return node.parent?.type === 'assignment' ? node.parent : null
}

/** `(x)`, or the `(x)` that a condition chooses. */
function inBrackets(node: SyntaxNode): SyntaxNode | null {
  if (node.parent?.type === 'parenthesized_expression') return node.parent
  if (node.type !== 'conditional_expression') return null
  return partsOf(node).find(({ type }) => type === 'parenthesized_expression') ?? null
}

/** `limit = 10,`: the comma makes a tuple. */
export const strayComma: Inspect = scene => {
  if (!/tuple/.test(scene.failure.message)) return null
  for (const { node, file } of originsOnLine(scene)) {
    if (node.type !== 'expression_list' && node.type !== 'tuple') continue
    const [only, other] = partsOf(node)
    if (only === undefined || other !== undefined || node.text.startsWith('(') || !node.text.endsWith(','))
      continue
    return {
      file: file.path,
      line: node.startPosition.row + 1,
      proposals: [propose(file, remove(','), true, [{ start: only.endIndex, end: node.endIndex, text: '' }])],
    }
  }
  return null
}

/** `(code) = struct.unpack(…)`: brackets alone take nothing apart. */
export const lostTargetComma: Inspect = scene => {
  if (!/'(?:tuple|list)'|\b(?:tuple|list)\b/.test(scene.failure.message) || !scene.whole) return null
  const paths = scene.failure.frames.flatMap(({ own, file }) => (own ? [file] : []))
  const files = [...new Set(paths)].slice(0, 4).flatMap(path => scene.folder.open(path) ?? [])
  const all = [scene.file, ...files.filter(({ path }) => path !== scene.file.path)]
  const found = all
    .filter(({ text }) => bracketedTarget.test(text))
    .flatMap(file =>
      nodesIn(scene.parse(file), ['assignment']).flatMap(node => {
        const left = field(node, 'left')
        return left !== null && /^\(\w+\)$/.test(left.text) ? [{ file, left }] : []
      }),
    )
  const [only, other] = found
  if (only === undefined || other !== undefined) return null
  const { file, left } = only
  return {
    file: file.path,
    line: left.startPosition.row + 1,
    proposals: [
      propose(file, insert(`${left.text.slice(0, -1)},)`), false, [insertAt(left.endIndex - 1, ',')]),
    ],
  }
}

//     (code) = struct.unpack("!H", data[:2])
const bracketedTarget = /^[ \t]*\(\w+\) =(?!=)/m
