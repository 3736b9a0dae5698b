// `cannot use x (variable of type int) as string value`: the expression that has the type.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import type { Fit } from './fit.ts'
import { waysToFit } from './fit-value.ts'
import { typeInMessage, underlyingOf } from './members.ts'
import { expressionOfMessage } from './message-expression.ts'
import { lookUp } from './scope.ts'
import { swappedArguments } from './swapped-arguments.ts'
import { readWrongType, type WrongType } from './type-messages.ts'
import { pointedTo, sameType } from './type-text.ts'
import { callIt, writeExpression } from './words.ts'
import { writeType } from './written-type.ts'

export const valueOfWrongType: Inspect = scene => {
  // Another inspection's matter: missing-method.
  if (scene.failure.message.endsWith(' has pointer receiver)')) return null
  const told = readWrongType(scene.failure.message)
  if (told === null || !scene.whole) return null
  const node = expressionOfMessage(scene, told.expression)
  if (node === null) return null
  const target = told.context === '' ? argumentOf(scene, told.target) : told.target
  const ways = [...zeroOfStruct(scene, told), ...waysToFit(scene, { node, from: told.type, to: target })]
  const left = [
    ...throughPointer(scene, node, told),
    ...appendedElsewhere(scene, node, told),
    ...(told.type.startsWith('func') ? [] : swappedArguments(scene, node, told)),
    ...uncalledAbove(scene, node, told),
  ]
  const proposals = [...left, ...ways.slice(0, 3).map(way => proposalOf(scene, node, way))]
  return proposals.length === 0 ? null : { proposals: firstCertain(proposals) }
}

/** Puts a fitting expression in the place of a node. */
export function proposalOf(scene: Scene, node: SyntaxNode, { title, certain, text, changes }: Fit): Proposal {
  const { path } = scene.file
  return { title, certain, changes: [...changes, { path, start: node.startIndex, end: node.endIndex, text }] }
}

/** Certain only before all others: what comes second is a doubt of the first. */
export function firstCertain(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals.map((proposal, i) => (i === 0 ? proposal : { ...proposal, certain: false }))
}

/** What a conversion to a named type takes. */
function argumentOf(scene: Scene, target: string): string {
  const underlying = underlyingOf(scene, typeInMessage(scene, target)).text
  return /^(?:string|\[\]byte)$/.test(underlying) ? 'string' : target
}

/** `return nil, err` where a struct is wanted: `Order{}`. */
function zeroOfStruct(scene: Scene, { type, target }: WrongType): readonly Fit[] {
  if (type !== 'untyped nil') return []
  const underlying = underlyingOf(scene, typeInMessage(scene, target)).text
  const written = writeType(scene, target)
  if (written === null || !/^(?:struct\b|\[\d)/.test(underlying)) return []
  const text = `${written.text}{}`
  return [{ title: writeExpression('nil', text), text, certain: true, changes: written.changes }]
}

/** `total = x` where total is a pointer: `*total = x`. */
function throughPointer(
  scene: Scene,
  node: SyntaxNode,
  { type, target, context }: WrongType,
): readonly Proposal[] {
  const wanted = pointedTo(target)
  if (context !== 'assignment' || wanted === null || !(sameType(wanted, type) || isHeldBy(type, wanted)))
    return []
  const left = leftSideOf(node)
  if (left == null || !['identifier', 'selector_expression', 'index_expression'].includes(left.type))
    return []
  // A pointer that was set up in this function may have been meant to point to something else.
  const fresh =
    left.type === 'identifier' ? lookUp(scene, left.text, left.startIndex)?.kind !== 'parameter' : true
  const addressable = ['identifier', 'selector_expression', 'index_expression', 'composite_literal'].includes(
    node.type,
  )
  if (fresh && addressable) return []
  const { path } = scene.file
  return [
    {
      title: writeExpression(left.text, `*${left.text}`),
      certain: false,
      changes: [{ path, start: left.startIndex, end: left.startIndex, text: '*' }],
    },
  ]
}

/** The assignment's left side that belongs to a value on its right. */
function leftSideOf(node: SyntaxNode): SyntaxNode | null {
  const list = node.parent
  const statement = list?.type === 'expression_list' ? list.parent : null
  if (statement?.type !== 'assignment_statement') return null
  const index = list?.namedChildren.findIndex(child => child?.id === node.id) ?? -1
  return statement.childForFieldName('left')?.namedChildren[index] ?? null
}

/** `order = append(order.Items, item)`: the left side is what is appended to. */
function appendedElsewhere(scene: Scene, node: SyntaxNode, { context }: WrongType): readonly Proposal[] {
  const left = context === 'assignment' ? leftSideOf(node) : null
  const [target] = node.childForFieldName('arguments')?.namedChildren ?? []
  if (left === null || target == null || node.childForFieldName('function')?.text !== 'append') return []
  if (!target.text.startsWith(`${left.text}.`)) return []
  const changes = [{ path: scene.file.path, start: left.startIndex, end: left.endIndex, text: target.text }]
  return [{ title: writeExpression(left.text, target.text), certain: false, changes }]
}

/** `name := user.Name` of a method, and used as its result: the call is missing up there. */
function uncalledAbove(scene: Scene, node: SyntaxNode, { type }: WrongType): readonly Proposal[] {
  if (node.type !== 'identifier' || !/^func\(\) ?[^\s(]/.test(type)) return []
  const value = lookUp(scene, node.text, node.startIndex)?.value
  if (value?.type !== 'selector_expression') return []
  const changes = [{ path: scene.file.path, start: value.endIndex, end: value.endIndex, text: '()' }]
  return [{ title: callIt(value.text), certain: false, changes }]
}

/** Whether a value of one type can be in a variable of the other, as far as names tell. */
function isHeldBy(type: string, wanted: string): boolean {
  return (
    wanted === 'any' ||
    type.replace(/\[.*$/s, '') === wanted ||
    (type.startsWith('[]') && /^\p{Lu}\w*$/u.test(wanted))
  )
}
