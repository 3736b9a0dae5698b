// `cannot call total`, `cannot indirect n`, `err is not an interface`: an operator that the value does not need.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { typeOfExpression } from './expression-type.ts'
import { membersOf, typeInMessage, underlyingOf } from './members.ts'
import { expressionOfMessage, nodeStartingAt } from './message-expression.ts'
import { splitOperand } from './type-messages.ts'
import { isInteger, readSignature, sameType } from './type-text.ts'
import { callIt, dontCallIt, writeExpression } from './words.ts'

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
  // invalid operation: cannot take address of load() (value of type []byte)
  const address = /^invalid operation: cannot take address of (.+)$/s.exec(scene.failure.message)
  if (address !== null) return dropAddress(scene, address[1] ?? '')
  // invalid argument: &items (value of type *[]Item) for built-in len
  const measured = /^invalid argument: (.+\)) for built-in (?:len|cap)$/s.exec(scene.failure.message)
  if (measured !== null) return measure(scene, measured[1] ?? '')
  // invalid append: argument must be a slice; have order (variable of type *Order)
  const list = /^(?:invalid append: argument|first argument to append) must be a slice; have (.+\))$/s.exec(
    scene.failure.message,
  )
  if (list !== null) return measure(scene, list[1] ?? '', '[]')
  // invalid argument: index items (variable of slice type []Item) must be integer
  const index = /^invalid argument: index (.+\)) must be integer$/s.exec(scene.failure.message)
  if (index !== null) return countOrCall(scene, index[1] ?? '')
  // non-boolean condition in if statement
  if (/^non-boolean condition in \w+ statement$/.test(scene.failure.message)) return callCondition(scene)
  // invalid operation: operator ! not defined on v.IsValid (value of type func() bool)
  const operator = /^invalid operation: operator \S+ not defined on (.+\))$/s.exec(scene.failure.message)
  if (operator !== null) return addCall(scene, operator[1] ?? '')
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
    // A value alone is no statement.
    const certain = !/^(?:expression|go|defer)_statement$/.test(call.parent?.type ?? '')
    return { proposals: [{ title: dontCallIt(callee.text), certain, changes }] }
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
  return replaceBy(scene, star, node, false)
}

function dropAddress(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  const { parent } = node ?? { parent: null }
  return node === null || parent?.type !== 'unary_expression' ? null : replaceBy(scene, parent, node, false)
}

function measure(scene: Scene, operand: string, head: '' | '[]' = '') {
  const told = splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  if (told === null || node === null) return null
  const inner =
    node.type === 'unary_expression' && node.text.startsWith('&') ? node.childForFieldName('operand') : null
  if (inner !== null) return replaceBy(scene, node, inner, false)
  if (told.type.startsWith('func')) return addCall(scene, operand)
  const lists = membersOf(scene, typeInMessage(scene, told.type)).filter(
    ({ kind, type }) => kind === 'field' && /^(?:\[|map\[|chan\b|string$)/.test(type),
  )
  // append(order, Item{…}): the list of Items
  const [, appended] = head === '' ? [] : (node.parent?.namedChildren ?? [])
  const element = appended == null ? null : typeOfExpression(scene, appended)
  const fitting =
    element === null
      ? []
      : lists.filter(({ type }) => sameType(type, `[]${element.text}`) || sameType(type, element.text))
  const [list] = fitting.length === 1 ? fitting : lists
  const text = told.type.startsWith('*[')
    ? `*${node.text}`
    : (lists.length === 1 || fitting.length === 1) && list !== undefined
      ? `${node.text}.${list.name}`
      : null
  if (text === null) return null
  const changes = [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text }]
  return { proposals: [{ title: writeExpression(node.text, text), certain: false, changes }] }
}

/** `items[:items]` for `items[:len(items)]`. */
function countOrCall(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  if (told === null || node === null) return null
  if (told.type.startsWith('func')) return addCall(scene, operand)
  const under = underlyingOf(scene, typeInMessage(scene, told.type)).text
  if (!/^(?:\[|map\[|chan\b|string$)/.test(under)) return null
  const text = `len(${node.text})`
  const changes = [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text }]
  return { proposals: [{ title: writeExpression(node.text, text), certain: false, changes }] }
}

/** `if user.IsAdmin {` of a method. */
function callCondition(scene: Scene) {
  const node = nodeStartingAt(scene, scene.offset, ['selector_expression', 'identifier'])
  const type = node === null ? null : typeOfExpression(scene, node)
  const signature = type === null ? null : readSignature(type.text)
  if (
    node === null ||
    signature === null ||
    signature.parameters.length > 0 ||
    signature.results[0]?.type !== 'bool'
  )
    return null
  const changes = [{ path: scene.file.path, start: node.endIndex, end: node.endIndex, text: '()' }]
  return { proposals: [{ title: callIt(node.text), certain: signature.results.length === 1, changes }] }
}

function addCall(scene: Scene, operand: string) {
  const told = splitOperand(operand)
  const node =
    told === null || !told.type.startsWith('func()') ? null : expressionOfMessage(scene, told.expression)
  if (node === null) return null
  const changes = [{ path: scene.file.path, start: node.endIndex, end: node.endIndex, text: '()' }]
  return { proposals: [{ title: callIt(node.text), certain: false, changes }] }
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
  if (told === null || node === null || parent?.type !== 'type_assertion_expression') return null
  const wanted = parent.childForFieldName('type')?.text ?? ''
  if (!isInteger(told.type) || !isInteger(wanted) || sameType(told.type, wanted))
    return replaceBy(scene, parent, node, sameType(told.type, wanted))
  // count.(int64) of an int converts: int64(count)
  const text = `${wanted}(${node.text})`
  const changes = [{ path: scene.file.path, start: parent.startIndex, end: parent.endIndex, text }]
  return { proposals: [{ title: writeExpression(parent.text, text), certain: false, changes }] }
}

function replaceBy(scene: Scene, whole: SyntaxNode, part: SyntaxNode, certain = true) {
  const { path } = scene.file
  const changes = [
    { path, start: whole.startIndex, end: part.startIndex, text: '' },
    { path, start: part.endIndex, end: whole.endIndex, text: '' },
  ].filter(({ start, end }) => end > start)
  return { proposals: [{ title: writeExpression(whole.text, part.text), certain, changes }] }
}
