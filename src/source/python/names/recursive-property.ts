// RecursionError: a property that reads or sets itself instead of the field behind it, a method that calls itself
// instead of the one it overrides.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { lineage } from '../code/modules.ts'
import { type FunctionOutline, methodAround, outlineOf, selfOf } from '../code/outline.ts'
import { field, nodesIn } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { replace } from '../words.ts'

/** The methods of the frames that repeat, the failing one first. */
function repeatingMethods(scene: Scene): readonly FunctionOutline[] {
  const { functions } = outlineOf(scene, scene.file)
  const lines = [
    scene.line,
    ...scene.failure.frames
      .filter(({ own, file }) => own && file.endsWith(scene.file.path))
      .slice(0, 4)
      .map(({ line }) => line),
  ]
  const found = lines.flatMap(line => {
    const inside = functions.filter(
      ({ node }) =>
        node.startPosition.row < line && node.endPosition.row + 1 >= line && field(node, 'body') !== null,
    )
    return inside.slice(-1)
  })
  return [...new Set(found)]
}

export const recursiveProperty: Inspect = scene => {
  if (!scene.whole) return null
  for (const method of repeatingMethods(scene)) {
    const self = selfOf(method)
    const { owner } = methodAround(scene, method.node)
    if (self === null || owner === null) continue
    const isProperty = method.decorators.some(name => /(?:property|\.setter|\.getter|\.deleter)$/.test(name))
    const own = nodesIn(method.node, ['attribute']).filter(
      node => field(node, 'object')?.text === self && field(node, 'attribute')?.text === method.name,
    )
    const [node] = own
    if (node === undefined) continue
    if (isProperty)
      return throughField(
        scene,
        method,
        own,
        lineage(scene, owner).flatMap(({ members }) => [...members]),
      )
    const call = node.parent
    const parents = lineage(scene, owner).slice(1)
    const overrides =
      parents.some(parent => parent.methods.some(({ name }) => name === method.name)) ||
      method.name.startsWith('__')
    if (call?.type !== 'call' || !overrides || own.length > 1) continue
    const object = field(node, 'object')
    return object === null
      ? null
      : { line: node.startPosition.row + 1, proposals: [respell(scene.file, object, 'super()', false)] }
  }
  return null
}

/** `self.total` in the property `total`: its value is kept in `self._total`. */
function throughField(
  scene: Scene,
  { name }: FunctionOutline,
  uses: readonly SyntaxNode[],
  members: readonly string[],
): ReturnType<Inspect> {
  const bare = name.replace(/^_+|_+$/g, '')
  const fields = [...new Set(members)].filter(
    member => member !== name && member.replace(/^_+|_+$/g, '') === bare,
  )
  const inherited = /^_/.test(name) ? `${name}_` : `_${name}`
  const fresh = fields.find(member => member === `_${name}`) ?? fields[0] ?? inherited
  const [first] = uses
  if (first === undefined) return null
  const changes = uses.flatMap(node => {
    const attribute = field(node, 'attribute')
    return attribute === null ? [] : [rewrite(attribute, fresh)]
  })
  return {
    line: first.startPosition.row + 1,
    proposals: [propose(scene.file, replace(name, fresh), fields.length === 1, changes)],
  }
}
