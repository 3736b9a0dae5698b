// Two arguments of a call in the wrong order.

import type { Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { signatureOfCall, textOfType, typeOfExpression } from './expression-type.ts'
import { typeInMessage, underlyingOf } from './members.ts'
import type { WrongType } from './type-messages.ts'
import { sameType } from './type-text.ts'
import { writeExpression } from './words.ts'

function isInterface(scene: Scene, type: string): boolean {
  return (
    type === 'any' ||
    type === 'error' ||
    underlyingOf(scene, typeInMessage(scene, type)).text.startsWith('interface')
  )
}

/** The argument that has the type wanted here, where this one has the type wanted there; none where no other fits. */
export function swappedArguments(
  scene: Scene,
  node: SyntaxNode,
  { type, target, context }: WrongType,
): readonly Proposal[] {
  const list = node.parent
  const call = list?.parent
  if (
    !context.startsWith('argument to') ||
    list?.type !== 'argument_list' ||
    call?.type !== 'call_expression'
  )
    return []
  const values = list.namedChildren.filter(child => child !== null).filter(child => child.type !== 'comment')
  const index = values.findIndex(child => child.id === node.id)
  const signature = signatureOfCall(scene, call)
  const typed = (child: SyntaxNode) => {
    const found = typeOfExpression(scene, child)
    return found === null ? null : textOfType(scene, found)
  }
  const wanted = (at: number) => {
    const parameter = signature?.parameters[at]
    return signature === null || parameter === undefined
      ? null
      : textOfType(scene, { ...signature.home, text: parameter.type })
  }
  const points = (other: SyntaxNode, at: number) => {
    const [has, needs] = [typed(other), wanted(at)]
    const fitsHere = has === null ? 0 : sameType(has, target) ? 2 : -2
    const fitsThere =
      needs === null || isInterface(scene, needs)
        ? 0
        : sameType(needs, type) || (type === 'untyped string' && needs === 'string')
          ? 2
          : -2
    return fitsHere + fitsThere - Math.abs(at - index) / 10
  }
  const [best] = values
    .map((other, at) => ({ other, at, points: at === index ? -9 : points(other, at) }))
    .sort((a, b) => b.points - a.points)
  // Plain types are equal by chance: both sides must agree then.
  const plain = /^(?:string|bool|error|any|u?int\d*|float\d+|byte|rune)$/.test(target)
  if (best === undefined || best.points < (plain && signature === null ? 3 : 1.5)) return []
  const { other } = best
  const { path } = scene.file
  return [
    {
      title: writeExpression(`${node.text}, ${other.text}`, `${other.text}, ${node.text}`),
      certain: false,
      changes: [
        { path, start: node.startIndex, end: node.endIndex, text: other.text },
        { path, start: other.startIndex, end: other.endIndex, text: node.text },
      ],
    },
  ]
}
