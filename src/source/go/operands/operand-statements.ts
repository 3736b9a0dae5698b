// Statements and expressions that take one more step: a type for its value, a call without result, a field in a map.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { nodeAround, nodeStartingAt } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { indexAt, tokensOf } from '../statements/lexed-file.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { writeExpression } from '../words.ts'
import { itemsOf, propose, replaceNode } from './replace.ts'
import { assignToField, entryInVariable } from './words.ts'

/** skus := []string     order := Order */
export const typeForValue: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.endsWith('is not an expression')) return null
  const told = /^(.{1,300}) \(type\) is not/s.exec(scene.failure.message)?.[1]
  const node = nodeStartingAt(scene, scene.offset, [
    'identifier',
    'type_identifier',
    'selector_expression',
    'qualified_type',
    'slice_type',
    'map_type',
    'array_type',
  ])
  if (node === null || told === undefined || node.parent?.type === 'parameter_declaration') return null
  return propose(replaceNode(scene, node, `${node.text}{}`, false))
}

/** sorted := sort.Strings(skus) */
export const noValue: Inspect = scene => {
  const returned = scene.whole ? nodeAround(scene, ['return_statement']) : null
  if (returned !== null) return returnedNothing(scene, returned)
  const statement = scene.whole ? nodeAround(scene, ['short_var_declaration', 'assignment_statement']) : null
  const right = itemsOf(statement?.childForFieldName('right') ?? null)
  const [call] = right
  if (statement === null || right.length !== 1 || call?.type !== 'call_expression') return null
  if (!scene.failure.message.includes('(no value) used as value') || call.startIndex > scene.offset)
    return null
  const left = itemsOf(statement.childForFieldName('left'))
  const [target] = left
  // skus = sort.Strings(skus), _ = close(c): nothing else needs the name.
  const certain =
    left.length === 1 &&
    target !== undefined &&
    (target.text === '_' || (statement.type === 'assignment_statement' && target.type === 'identifier'))
  return propose(replaceNode(scene, statement, call.text, certain && target.text === '_'))
}

/** return sort.Strings(skus): what it changed is the result. */
function returnedNothing(scene: Scene, statement: SyntaxNode) {
  const [call, ...more] = itemsOf(statement.namedChild(0))
  const [argument] = itemsOf(call?.childForFieldName('arguments') ?? null)
  if (call?.type !== 'call_expression' || more.length > 0 || argument?.type !== 'identifier') return null
  const { path, text } = scene.file
  const line = text.lastIndexOf('\n', statement.startIndex - 1) + 1
  const indent = text.slice(line, statement.startIndex)
  if (indent.trim() !== '') return null
  const written = `${call.text}\n${indent}return ${argument.text}`
  const changes = [{ path, start: statement.startIndex, end: statement.endIndex, text: written }]
  return propose({
    title: writeExpression(statement.text, `return ${argument.text}`),
    certain: false,
    changes,
  })
}

/** for i := 0; i < n; i := i + 1 */
export const definedInPost: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.includes('cannot declare in post statement')) return null
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const at = [near, near + 1, near - 1].find(i => tokenAt(tokens, i).text === ':=')
  if (at === undefined) return null
  const { start, end } = tokenAt(tokens, at)
  return propose({
    title: assignToField,
    certain: true,
    changes: [{ path: scene.file.path, start, end, text: '=' }],
  })
}

/** orders[id].Paid = true in a map of structs */
export const fieldInMap: Inspect = scene => {
  const statement = scene.whole
    ? nodeAround(scene, ['assignment_statement', 'inc_statement', 'dec_statement'])
    : null
  if (statement?.parent?.type !== 'statement_list') return null
  const isAssignment = statement.type === 'assignment_statement'
  const [target, ...more] = isAssignment ? itemsOf(statement.childForFieldName('left')) : itemsOf(statement)
  if (target?.type !== 'selector_expression' || more.length > 0) return null
  let entry = target.childForFieldName('operand')
  while (entry?.type === 'selector_expression') entry = entry.childForFieldName('operand')
  if (entry?.type !== 'index_expression' || entry.text.includes('(')) return null
  const name = ['entry', 'value', 'item'].find(one => lookUp(scene, one, statement.startIndex) === null)
  if (name === undefined) return null
  const { path, text } = scene.file
  const line = text.lastIndexOf('\n', statement.startIndex - 1) + 1
  const indent = text.slice(line, statement.startIndex)
  if (indent.trim() !== '') return null
  const changes = [
    { path, start: line, end: line, text: `${indent}${name} := ${entry.text}\n` },
    { path, start: entry.startIndex, end: entry.endIndex, text: name },
    { path, start: statement.endIndex, end: statement.endIndex, text: `\n${indent}${entry.text} = ${name}` },
  ]
  return propose({ title: entryInVariable(entry.text, name), certain: false, changes })
}
