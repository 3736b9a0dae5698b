// RecursionError: a special method that does, on its own object, what calls it: `f"{self}"` in `__repr__`.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { outlineOf, selfOf } from '../code/outline.ts'
import { field, nodesIn } from '../code/place.ts'

/** What in a special method's body calls that method again; null where nothing does. */
function callsItself(method: SyntaxNode, name: string, self: string): SyntaxNode | null {
  const body = field(method, 'body')
  if (body === null) return null
  const isSelf = (node: SyntaxNode | null) => node?.type === 'identifier' && node.text === self
  switch (name) {
    case '__repr__':
    case '__str__':
    case '__format__':
      // f"Node({self})", "%r" % self, str(self), repr(self), format(self)
      return (
        nodesIn(body, ['identifier']).find(node => {
          if (!isSelf(node)) return false
          const parent = node.parent
          const call = parent?.type === 'argument_list' ? field(parent.parent, 'function')?.text : undefined
          return (
            parent?.type === 'interpolation' ||
            (parent?.type === 'binary_operator' && field(parent, 'right')?.id === node.id) ||
            (call !== undefined && /^(?:str|repr|format|print)$|\.format$/.test(call))
          )
        }) ?? null
      )
    case '__setattr__':
      return (
        nodesIn(body, ['assignment', 'augmented_assignment'])
          .map(node => field(node, 'left'))
          .find(left => left?.type === 'attribute' && isSelf(field(left, 'object'))) ?? null
      )
    case '__getattr__':
    case '__getattribute__':
      return (
        nodesIn(body, ['attribute']).find(
          node => isSelf(field(node, 'object')) && !/^__\w+__$/.test(field(node, 'attribute')?.text ?? ''),
        ) ?? null
      )
    case '__eq__':
    case '__lt__':
      return (
        nodesIn(body, ['comparison_operator']).find(node =>
          isSelf(node.namedChildren.find(child => child !== null) ?? null),
        ) ?? null
      )
    default:
      return null
  }
}

export const recursiveSpecial: Inspect = scene => {
  if (!scene.whole || !/^RecursionError/.test(scene.failure.message)) return null
  const lines = scene.failure.frames
    .filter(({ own, file }) => own && file.endsWith(scene.file.path))
    .slice(0, 6)
    .map(({ line }) => line)
  const { functions } = outlineOf(scene, scene.file)
  for (const line of [scene.line, ...lines]) {
    const method = functions
      .filter(({ node }) => node.startPosition.row < line && node.endPosition.row + 1 >= line)
      .at(-1)
    const self = method === undefined ? null : selfOf(method)
    if (method === undefined || self === null) continue
    const found = callsItself(method.node, method.name, self)
    if (found !== null) return { slots: { method: method.name }, line: found.startPosition.row + 1 }
  }
  return null
}
