// Indexes and bounds in forms that Go does not have: `list[-1]`, `grid[row, column]`, `p[0]` of a pointer, `s[5:2]`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { isPrimary } from '../fit-value.ts'
import { membersOf, typeInMessage, underlyingOf } from '../members.ts'
import { expressionOfMessage, nodeAround } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { closeOf, indexAt, listItems, openAround, textBetween, tokensOf } from '../statements/lexed-file.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { splitOperand } from '../type-messages.ts'
import { elementOf, pointedTo, readSignature } from '../type-text.ts'
import { writeExpression } from '../words.ts'
import { itemsOf, propose, replaceNode, sameText } from './replace.ts'
import { swapThem } from './words.ts'

/** orders[-1] */
export const negativeIndex: Inspect = scene => {
  if (!scene.whole) return null
  // invalid argument: index -1 (constant of type int) must not be negative
  const number = /^invalid argument: index (-\d{1,9})(?: \(| must)/.exec(scene.failure.message)?.[1]
  const node = number === undefined ? null : expressionOfMessage(scene, number)
  const around = node?.parent ?? null
  if (node === null || (around?.type !== 'index_expression' && around?.type !== 'slice_expression'))
    return null
  const operand = around.childForFieldName('operand')
  if (operand === null || operand.id === node.id || !isRepeatable(operand)) return null
  return propose(replaceNode(scene, node, `len(${operand.text})${number}`, false))
}

/** Whether an expression says the same when it is written twice: it calls nothing. */
function isRepeatable(node: SyntaxNode): boolean {
  return /^(?:identifier|selector_expression)$/.test(node.type) && !node.text.includes('(')
}

/** grid[row, column] */
export const severalIndexes: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.endsWith('more than one index')) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const open = openAround(tokens, indexAt(tokens, scene.offset))
  if (open < 1 || tokenAt(tokens, open).text !== '[') return null
  const close = closeOf(tokens, open)
  const items = listItems(tokens, open + 1, close)
  if (items.length < 2 || tokenAt(tokens, close).text !== ']') return null
  const start = tokenAt(tokens, open).start
  const end = tokenAt(tokens, close).end
  const written = items.map(({ first, end: last }) => `[${textBetween(text, tokens, first, last)}]`).join('')
  const changes = [{ path, start, end, text: written }]
  const certain = isNested(scene, tokenAt(tokens, open - 1).start, items.length)
  return { proposals: [{ title: writeExpression(text.slice(start, end), written), certain, changes }] }
}

/** Whether the name before the brackets is known to be a list of lists, as deep as there are indexes. */
function isNested(scene: Scene, at: number, depth: number): boolean {
  const root = scene.parse(scene.file).descendantForIndex(at, at)
  const node = root?.type === 'identifier' || root?.type === 'type_identifier' ? root : null
  if (node === null || /[\w.]/.test(scene.file.text[at - 1] ?? '')) return false
  let here = typeOfNamed(scene, node)
  for (let turn = 0; turn < depth; turn++) {
    const under = here === null ? null : underlyingOf(scene, here)
    const element = under === null || under.text === 'string' ? null : elementOf(under.text)
    if (under === null || element === null || under.text.startsWith('chan')) return false
    here = { ...under, text: element.element }
  }
  return true
}

/** The parser takes `grid[row, column]` for a generic type. */
function typeOfNamed(scene: Scene, node: SyntaxNode) {
  if (node.type === 'identifier') return typeOfExpression(scene, node)
  const named = lookUp(scene, node.text, node.startIndex)
  if (named === null || named.type !== '') return named === null ? null : typeInMessage(scene, named.type)
  return named.value === null || named.result > 0 ? null : typeOfExpression(scene, named.value)
}

/** skus[0] where skus is a pointer to a slice, a struct that holds one, or a function that answers one */
export const indexOfOther: Inspect = scene => {
  if (!scene.whole || scene.failure.message.length > 4000) return null
  // cannot index skus (variable of type *[]string)     cannot slice orders (variable of type *[]string)
  const found = /^(?:invalid operation: )?cannot (?:index|slice) (.+\))(?::.*)?$/s.exec(scene.failure.message)
  const told = found === null ? null : splitOperand(found[1] ?? '')
  if (told === null) return null
  // Since Go 1.25 it stands at the bracket.
  const around = nodeAround(scene, ['index_expression', 'slice_expression'])
  const operand = around?.childForFieldName('operand') ?? null
  const node =
    operand !== null && sameText(operand.text, told.expression)
      ? operand
      : expressionOfMessage(scene, told.expression)
  if (node === null) return null
  const listed = (type: string) => isIndexed(underlyingOf(scene, typeInMessage(scene, type)).text)
  const pointee = pointedTo(told.type)
  if (pointee !== null && listed(pointee)) {
    if (node.type === 'unary_expression' && node.text.startsWith('&')) return null
    const whole = node.parent?.type === 'parenthesized_expression' ? node.parent : null
    const text = whole === null ? `(*${node.text})` : `*${node.text}`
    return isPrimary(node) ? propose(replaceNode(scene, node, text, false)) : null
  }
  const signature = told.type.startsWith('func') ? readSignature(told.type) : null
  if (signature !== null) {
    const [result] = signature.results
    return signature.parameters.length === 0 && signature.results.length === 1 && listed(result?.type ?? '')
      ? propose(replaceNode(scene, node, `${node.text}()`, false))
      : null
  }
  const lists = membersOf(scene, typeInMessage(scene, told.type)).filter(
    ({ kind, type }) => kind === 'field' && isIndexed(type),
  )
  const [list] = lists
  return lists.length === 1 && list !== undefined && isPrimary(node)
    ? propose(replaceNode(scene, node, `${node.text}.${list.name}`, false))
    : null
}

function isIndexed(type: string): boolean {
  return /^(?:\[|map\[|string$)/.test(type)
}

/** make([]string, 100, 0) */
export const makeSwapped: Inspect = scene => {
  const call = scene.whole ? nodeAround(scene, ['call_expression']) : null
  const [, length, capacity] = itemsOf(call?.childForFieldName('arguments') ?? null)
  if (call?.childForFieldName('function')?.text !== 'make' || length === undefined || capacity === undefined)
    return null
  return propose(swapped(scene, length, capacity, capacity.text === '0'))
}

/** date[5:2] */
export const boundsSwapped: Inspect = scene => {
  const slice = scene.whole ? nodeAround(scene, ['slice_expression']) : null
  const [low, high] = [slice?.childForFieldName('start') ?? null, slice?.childForFieldName('end') ?? null]
  if (low === null || high === null) return null
  const length =
    /^\d{1,8}$/.test(low.text) && /^\d{1,8}$/.test(high.text) ? Number(low.text) + Number(high.text) : null
  return propose(
    swapped(scene, low, high, false),
    // The second as a length, as other languages have it.
    ...(length === null ? [] : [replaceNode(scene, high, String(length), false)]),
  )
}

function swapped(scene: Scene, first: SyntaxNode, second: SyntaxNode, certain: boolean) {
  const { path } = scene.file
  const put = (at: SyntaxNode, text: string) => ({ path, start: at.startIndex, end: at.endIndex, text })
  return {
    title: swapThem(first.text, second.text),
    certain,
    changes: [put(first, second.text), put(second, first.text)],
  }
}
