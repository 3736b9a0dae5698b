// `ordered = prices.sort()`: methods that change their object return None.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { propose, rewrite } from '../code/proposals.ts'
import { trailOf } from '../code/value-origin.ts'
import { unwrap } from '../words.ts'

const changing = new Set([
  'sort',
  'reverse',
  'append',
  'extend',
  'insert',
  'remove',
  'update',
  'add',
  'clear',
  'discard',
  'shuffle',
])

export const noneOfMethod: Inspect = scene => {
  for (const value of nodesOnLine(scene, ['call', 'identifier', 'attribute']).slice(0, 24)) {
    for (const { node, file } of scene.whole ? trailOf(scene, value) : [{ node: value, file: scene.file }]) {
      const callee = field(node, 'function')
      const method = field(callee, 'attribute')?.text ?? ''
      const object = field(callee, 'object')
      if (node.type !== 'call' || object === null || !changing.has(method)) continue
      // Alone on its line, nobody uses its None.
      if (node.parent?.type === 'expression_statement') continue
      const text = replacement(node, object, method)
      if (text === null) continue
      return {
        file: file.path,
        line: node.startPosition.row + 1,
        proposals: [propose(file, unwrap(text.new), text.certain, [rewrite(text.node, text.new)])],
      }
    }
  }
  return null
}

/** The statement without its assignment, where the name is the object's own; otherwise what makes a new list. */
function replacement(
  call: SyntaxNode,
  object: SyntaxNode,
  method: string,
): { node: SyntaxNode; new: string; certain: boolean } | null {
  const assignment = call.parent?.type === 'assignment' ? call.parent : null
  const isOwn = assignment !== null && field(assignment, 'left')?.text === object.text
  if (assignment !== null && isOwn) return { node: assignment, new: call.text, certain: true }
  const given = partsOf(field(call, 'arguments')).map(({ text }) => text)
  if (method === 'sort')
    return { node: call, new: `sorted(${[object.text, ...given].join(', ')})`, certain: assignment === null }
  if (method === 'reverse') return { node: call, new: `list(reversed(${object.text}))`, certain: false }
  return method === 'append' && assignment !== null && given.length === 1
    ? { node: call, new: `${shownText(object)} + [${given[0] ?? ''}]`, certain: false }
    : null
}
