// `total == 5` as a statement: the value is compared with a name that has none, and was meant to be given to it.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { propose } from '../code/proposals.ts'
import { assignInstead } from '../words.ts'

/** The proposal to assign, where `node` is the left side of a comparison that stands alone. */
export function comparisonAsStatement(scene: Scene, node: SyntaxNode): Proposal | null {
  const comparison = node.parent
  if (comparison?.type !== 'comparison_operator' || comparison.parent?.type !== 'expression_statement')
    return null
  const sides = partsOf(comparison)
  if (sides.length !== 2 || sides[0]?.id !== node.id) return null
  const operator = comparison.children.find(child => child?.type === '==')
  if (!operator) return null
  // Read elsewhere, it needs the value.
  const used = nodesIn(scene.parse(scene.file), [node.type]).some(
    other => other.text === node.text && other.id !== node.id,
  )
  return propose(scene.file, assignInstead(node.text), used, [
    { start: operator.startIndex, end: operator.endIndex, text: '=' },
  ])
}

/** A statement of the failing line that compares an attribute or a name without a value. */
export const valueCompared: Inspect = scene => {
  const { name, attribute } = scene.slots
  const node = nodesOnLine(scene, ['identifier', 'attribute']).find(candidate =>
    candidate.type === 'attribute'
      ? field(candidate, 'attribute')?.text === attribute
      : candidate.text === name,
  )
  const proposal = node === undefined ? null : comparisonAsStatement(scene, node)
  return proposal === null ? null : { proposals: [proposal] }
}
