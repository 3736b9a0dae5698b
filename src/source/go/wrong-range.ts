// `cannot range over n`: what can be ranged over in its place.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { waysToFit } from './fit-value.ts'
import { membersOf, typeInMessage, underlyingOf } from './members.ts'
import { expressionOfMessage, nodeAround } from './message-expression.ts'
import { splitOperand } from './type-messages.ts'
import { elementOf, isInteger, pointedTo, readSignature } from './type-text.ts'
import { callIt, writeExpression } from './words.ts'

export const wrongRange: Inspect = scene => {
  if (!scene.whole || scene.failure.message.length > 4000) return null
  const clause = nodeAround(scene, ['range_clause'])
  if (clause === null) return null
  // range over m (variable of type map[string]int) permits only one iteration variable
  if (/permits (?:only one|at most \w+|no) iteration variables?/.test(scene.failure.message)) {
    const right = clause.childForFieldName('right')
    const second = clause.childForFieldName('left')?.namedChild(1)
    const [list] =
      right?.childForFieldName('function')?.text === 'len'
        ? (right.childForFieldName('arguments')?.namedChildren ?? [])
        : []
    if (right == null || list == null || second == null || second.text === '_')
      return dropVariable(scene, clause)
    // for _, item := range len(items)
    const changes = [{ path: scene.file.path, start: right.startIndex, end: right.endIndex, text: list.text }]
    return { proposals: [{ title: writeExpression(right.text, list.text), certain: false, changes }] }
  }
  // cannot range over total (variable of type int): requires go1.22 or later
  const found = /^cannot range over (.+?\))(?:: .*)?$/s.exec(scene.failure.message)
  const told = found === null ? null : splitOperand(found[1] ?? '')
  const node =
    told === null ? null : (expressionOfMessage(scene, told.expression) ?? clause.childForFieldName('right'))
  if (told === null || node === null) return null
  const replace = (text: string, certain: boolean, title = writeExpression(node.text, text)) => ({
    proposals: [
      {
        title,
        certain,
        changes: [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text }],
      },
    ],
  })
  const { type } = told
  const pointee = pointedTo(type)
  if (node.type === 'unary_expression' && node.text.startsWith('&'))
    return replace(node.childForFieldName('operand')?.text ?? '', false)
  if (pointee !== null && elementOf(underlyingOf(scene, typeInMessage(scene, pointee)).text) !== null)
    return replace(`*${node.text}`, false)
  const signature = type.startsWith('func') ? readSignature(type) : null
  if (signature !== null && signature.parameters.length === 0 && signature.results.length === 1)
    return replace(`${node.text}()`, false, callIt(node.text))
  const [measured] =
    node.type === 'call_expression' && node.childForFieldName('function')?.text === 'len'
      ? (node.childForFieldName('arguments')?.namedChildren ?? [])
      : []
  // for i := range len(items) before Go 1.22, and for _, v := range len(items) always
  if (measured != null) return replace(measured.text, false)
  if (isInteger(underlyingOf(scene, typeInMessage(scene, type)).text)) return countTo(scene, clause, node)
  const lists = membersOf(scene, typeInMessage(scene, type)).filter(
    ({ kind, type: own }) => kind === 'field' && /^(?:\[|map\[)/.test(own),
  )
  const [list] = lists
  if (lists.length === 1 && list !== undefined) return replace(`${node.text}.${list.name}`, false)
  const ways = waysToFit(scene, { node, from: type, to: '[]byte' }).slice(0, 1)
  return ways[0] === undefined ? null : replace(ways[0].text, false)
}

/** `for i, v := range ch` has one variable too many. */
function dropVariable(scene: Scene, clause: SyntaxNode) {
  const names = (clause.childForFieldName('left')?.namedChildren ?? []).filter(name => name !== null)
  const [first, second] = names
  if (first === undefined || second === undefined) return null
  const { path } = scene.file
  // for _, v := range ch: the value is what is wanted.
  const blank = first.text === '_'
  const change = blank
    ? { path, start: first.startIndex, end: second.startIndex, text: '' }
    : { path, start: first.endIndex, end: second.endIndex, text: '' }
  const left = blank ? second.text : first.text
  return {
    proposals: [
      {
        title: writeExpression(`${first.text}, ${second.text}`, left),
        certain: (blank || second.text === '_') && /\bchan\b/.test(scene.failure.message),
        changes: [change],
      },
    ],
  }
}

/** `for i := range n` before Go 1.22. */
function countTo(scene: Scene, clause: SyntaxNode, node: SyntaxNode) {
  const names = (clause.childForFieldName('left')?.namedChildren ?? []).filter(name => name !== null)
  const [name] = names
  if (names.length > 1) return null
  const variable = name?.text ?? 'i'
  if (variable === '_' || (name !== undefined && !clause.text.includes(':='))) return null
  const text = `${variable} := 0; ${variable} < ${node.text}; ${variable}++`
  const changes = [{ path: scene.file.path, start: clause.startIndex, end: clause.endIndex, text }]
  return { proposals: [{ title: writeExpression(clause.text, text), certain: true, changes }] }
}
