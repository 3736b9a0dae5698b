// Which values of the failing line a message complains about: what is looked into, iterated, called, computed with.

import type { Scene, SyntaxNode } from '../../inspection.ts'
import { field, nodesOnLine, partsOf } from './place.ts'

/** The expressions of the failing line that may be the value of the wrong type, in the order of the source. */
export function usedValues(scene: Scene): readonly SyntaxNode[] {
  const { message } = scene.failure
  // AttributeError: 'NoneType' object has no attribute 'group'
  const attribute = /^AttributeError: .*has no attribute '(\w+)'/.exec(message.slice(0, 500))?.[1]
  if (attribute !== undefined)
    return valuesOf(scene, ['attribute'], node =>
      field(node, 'attribute')?.text === attribute ? [field(node, 'object')] : [],
    )
  // TypeError: 'NoneType' object is not subscriptable; … does not support item assignment
  if (/not subscriptable|item assignment|item deletion|unsubscriptable|indices must be/.test(message))
    return valuesOf(scene, ['subscript'], node => [field(node, 'value')])
  // TypeError: 'NoneType' object is not callable
  if (/not callable/.test(message)) return valuesOf(scene, ['call'], node => [field(node, 'function')])
  // TypeError: cannot unpack non-iterable NoneType object
  if (/cannot unpack/.test(message))
    return [
      ...valuesOf(scene, ['assignment'], node =>
        isPattern(field(node, 'left')) ? [field(node, 'right')] : [],
      ),
      ...valuesOf(scene, ['for_statement', 'for_in_clause'], node => [field(node, 'right')]),
    ]
  // TypeError: argument of type 'NoneType' is not iterable; … is not a container or iterable
  if (/argument of type|not a container/.test(message))
    return valuesOf(scene, ['comparison_operator'], node => partsOf(node).slice(-1))
  if (/not iterable|must be an iterable|not an iterator/.test(message))
    return [
      ...valuesOf(scene, ['for_statement', 'for_in_clause'], node => [field(node, 'right')]),
      ...valuesOf(scene, ['assignment'], node =>
        isPattern(field(node, 'left')) ? [field(node, 'right')] : [],
      ),
      ...valuesOf(scene, ['list_splat'], node => partsOf(node)),
      ...argumentsOnLine(scene),
    ]
  // TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'; '<' not supported between …
  if (/operand|not supported between|can only concatenate|must be str, not/.test(message))
    return valuesOf(
      scene,
      ['binary_operator', 'comparison_operator', 'augmented_assignment', 'unary_operator'],
      node => partsOf(node),
    )
  return argumentsOnLine(scene)
}

function argumentsOnLine(scene: Scene): readonly SyntaxNode[] {
  return valuesOf(scene, ['call'], node =>
    partsOf(field(node, 'arguments')).map(part =>
      part.type === 'keyword_argument' ? field(part, 'value') : part,
    ),
  )
}

function valuesOf(
  scene: Scene,
  types: readonly string[],
  take: (node: SyntaxNode) => readonly (SyntaxNode | null)[],
): readonly SyntaxNode[] {
  return nodesOnLine(scene, types)
    .flatMap(take)
    .filter((node): node is SyntaxNode => node !== null)
    .slice(0, 16)
}

function isPattern(node: SyntaxNode | null): boolean {
  return node !== null && ['pattern_list', 'tuple_pattern', 'list_pattern'].includes(node.type)
}
