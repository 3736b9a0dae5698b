// `cannot call total`, `cannot indirect n`, `err is not an interface`: an operator that the value does not need.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { expressionOfMessage } from './message-expression.ts'
import { splitOperand } from './type-messages.ts'
import { dontCallIt, writeExpression } from './words.ts'

export const valueCalled: Inspect = scene => {
  if (!scene.whole || scene.failure.message.length > 8000) return null
  // invalid operation: cannot call prefix (variable of type string): string is not a function
  const call = /^invalid operation: cannot call (?:non-function )?(.+?\))(?:: .*)?$/s.exec(
    scene.failure.message,
  )
  if (call !== null) return dropCall(scene, call[1] ?? '')
  // invalid operation: cannot indirect n (variable of type int)
  const star = /^invalid operation: cannot indirect (.+)$/s.exec(scene.failure.message)
  if (star !== null) return dropStar(scene, star[1] ?? '')
  // invalid operation: order (variable of type Order) is not an interface
  const assertion = /^invalid operation: (.+) is not an interface$/s.exec(scene.failure.message)
  return assertion === null ? null : dropAssertion(scene, assertion[1] ?? '')
}

function dropCall(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node =
    told === null
      ? null
      : (expressionOfMessage(scene, told.expression) ?? expressionOfMessage(scene, `${told.expression}()`))
  const call =
    node?.type === 'call_expression' && node.childForFieldName('function')?.text !== told?.expression
      ? node
      : (node?.parent ?? null)
  const callee = call?.childForFieldName('function') ?? call?.childForFieldName('type') ?? null
  const list = call?.childForFieldName('arguments') ?? null
  if (told === null || call?.type !== 'call_expression' || callee === null || list === null) return null
  const { path } = scene.file
  if (list.namedChildCount === 0) {
    const changes = [{ path, start: callee.endIndex, end: list.endIndex, text: '' }]
    return { proposals: [{ title: dontCallIt(callee.text), certain: true, changes }] }
  }
  // prices(i) for prices[i]
  if (list.namedChildCount > 1 || !/^(?:map\[|\[|string$)/.test(told.type)) return null
  const inner = list.text.slice(1, -1)
  const changes = [{ path, start: list.startIndex, end: list.endIndex, text: `[${inner}]` }]
  return {
    proposals: [{ title: writeExpression(call.text, `${callee.text}[${inner}]`), certain: false, changes }],
  }
}

function dropStar(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  const star = node === null ? null : starAround(node)
  if (node === null || star === null) return null
  return replaceBy(scene, star, node)
}

function starAround(node: SyntaxNode): SyntaxNode | null {
  let own: SyntaxNode | null = node
  for (let turn = 0; turn < 3 && own !== null; turn++, own = own.parent)
    if (own.type === 'unary_expression' && own.text.startsWith('*')) return own
  return null
}

function dropAssertion(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  const { parent } = node ?? { parent: null }
  return node === null || parent?.type !== 'type_assertion_expression' ? null : replaceBy(scene, parent, node)
}

function replaceBy(scene: Scene, whole: SyntaxNode, part: SyntaxNode) {
  const { path } = scene.file
  const changes = [
    { path, start: whole.startIndex, end: part.startIndex, text: '' },
    { path, start: part.endIndex, end: whole.endIndex, text: '' },
  ].filter(({ start, end }) => end > start)
  return { proposals: [{ title: writeExpression(whole.text, part.text), certain: true, changes }] }
}
