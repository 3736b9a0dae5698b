// What go vet finds in statements that another line, or another place, would put right.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { nodeAround } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { wholeLines } from '../statements/lexed-file.ts'
import { callIt, writeExpression } from '../words.ts'
import { callOfMessage, itemsOf, propose, replaceNode } from './replace.ts'
import { bufferOfOne, copyInLoop, moveBefore, returnIt } from './words.ts'

/** fmt.Errorf("no order %s", id) on a line of its own */
export const resultDropped: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const callee = call?.childForFieldName('function') ?? null
  if (call === null || callee === null || call.parent?.type !== 'expression_statement') return null
  const print = /^fmt\.S(print(?:f|ln)?)$/.exec(callee.text)?.[1]
  if (print !== undefined) return propose(replaceNode(scene, callee, `fmt.P${print}`, false))
  const result = functionAround(call)?.childForFieldName('result')?.text ?? ''
  const isError = /^(?:fmt\.Errorf|errors\.New)$/.test(callee.text)
  if (!isError || result !== 'error') return null
  const changes = [{ path: scene.file.path, start: call.startIndex, end: call.startIndex, text: 'return ' }]
  return propose({ title: returnIt, certain: false, changes })
}

function functionAround(node: SyntaxNode): SyntaxNode | null {
  let here: SyntaxNode | null = node
  while (here !== null && !/^(?:function_declaration|method_declaration|func_literal)$/.test(here.type))
    here = here.parent
  return here
}

/** go func() { use(order) }() within a loop, before Go 1.22 */
export const loopVariableCaptured: Inspect = scene => {
  // loop variable order captured by func literal
  const name = /^loop variable ([\p{L}_][\p{L}\p{N}_]*) captured/u.exec(scene.failure.message)?.[1]
  let loop = scene.whole ? nodeAround(scene, ['for_statement']) : null
  while (loop !== null && name !== undefined && !headerOf(loop).includes(name)) loop = loop.parent
  const body = loop?.type === 'for_statement' ? loop.childForFieldName('body') : null
  const first = body?.namedChild(0) ?? null
  if (name === undefined || body === null || first === null) return null
  const { path, text } = scene.file
  const { start } = wholeLines(text, first.startIndex, first.startIndex)
  const indent = text.slice(start, first.startIndex)
  if (indent.trim() !== '' || start <= body.startIndex) return null
  const changes = [{ path, start, end: start, text: `${indent}${name} := ${name}\n` }]
  return propose({ title: copyInLoop(name), certain: false, changes })
}

function headerOf(loop: SyntaxNode): readonly string[] {
  const body = loop.childForFieldName('body')
  const header = loop.text.slice(0, (body?.startIndex ?? loop.endIndex) - loop.startIndex)
  return header.slice(0, 1000).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []
}

/** done := make(chan os.Signal) */
export const signalChannel: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const [channel] = itemsOf(call?.childForFieldName('arguments') ?? null)
  if (channel === undefined) return null
  const made =
    channel.type === 'identifier' ? (lookUp(scene, channel.text, channel.startIndex)?.value ?? null) : channel
  const items = itemsOf(made?.childForFieldName('arguments') ?? null)
  const [type] = items
  if (made?.childForFieldName('function')?.text !== 'make' || type === undefined || items.length > 1)
    return null
  const changes = [{ path: scene.file.path, start: type.endIndex, end: type.endIndex, text: ', 1' }]
  return propose({ title: bufferOfOne, certain: true, changes })
}

/** go func() { wg.Add(1); … }() */
export const addedTooLate: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const statement = call?.parent ?? null
  const go = nodeAround(scene, ['go_statement'])
  if (call === null || go === null || statement?.type !== 'expression_statement') return null
  if (go.parent?.type !== 'statement_list' || !/^[\w.]+\.Add\(\d+\)$/.test(call.text)) return null
  // A parameter may have another name outside.
  const literal = functionAround(call)
  if (literal?.childForFieldName('parameters')?.text.replace(/\s+/g, '') !== '()') return null
  const { path, text } = scene.file
  const own = wholeLines(text, call.startIndex, call.endIndex)
  const before = wholeLines(text, go.startIndex, go.startIndex).start
  const indent = text.slice(before, go.startIndex)
  if (text.slice(own.start, own.end).trim() !== call.text || indent.trim() !== '') return null
  const changes = [
    { path, start: before, end: before, text: `${indent}${call.text}\n` },
    { path, ...own, text: '' },
  ]
  return propose({ title: moveBefore(call.text), certain: true, changes })
}

/** defer observe(time.Since(start)) */
export const sinceTooEarly: Inspect = scene => {
  const defer = scene.whole ? nodeAround(scene, ['defer_statement']) : null
  const [call] = itemsOf(defer)
  if (call?.type !== 'call_expression' || call.text.includes('\n')) return null
  return propose(replaceNode(scene, call, `func() { ${call.text} }()`, false))
}

/** if ready == nil where ready is a function */
export const functionIsNil: Inspect = scene => {
  const comparison = scene.whole ? nodeAround(scene, ['binary_expression']) : null
  const left = comparison?.childForFieldName('left') ?? null
  const right = comparison?.childForFieldName('right') ?? null
  const value = right?.text === 'nil' ? left : right
  if (value === null || !/^(?:identifier|selector_expression)$/.test(value.type)) return null
  const changes = [{ path: scene.file.path, start: value.endIndex, end: value.endIndex, text: '()' }]
  return propose({ title: callIt(value.text), certain: false, changes })
}

/** count = atomic.AddInt64(&count, 1) */
export const atomicAssigned: Inspect = scene => {
  const statement = scene.whole ? nodeAround(scene, ['assignment_statement']) : null
  const right = itemsOf(statement?.childForFieldName('right') ?? null)
  const [call] = right
  if (statement === null || right.length !== 1 || !call?.text.startsWith('atomic.')) return null
  return propose(replaceNode(scene, statement, call.text, true))
}

/** status != "paid" || status != "shipped" */
export const alwaysSame: Inspect = scene => {
  const told = /^(suspect|redundant) (?:or|and): /.exec(scene.failure.message)
  const node = scene.whole ? nodeAround(scene, ['binary_expression']) : null
  let here = node
  while (here !== null && !/^(?:\|\||&&)$/.test(here.childForFieldName('operator')?.text ?? ''))
    here = here.parent
  const left = here?.childForFieldName('left') ?? null
  const operator = here?.childForFieldName('operator') ?? null
  if (told === null || here === null || left === null || operator === null) return null
  if (told[1] === 'redundant') return propose(replaceNode(scene, here, left.text, false))
  const other = operator.text === '||' ? '&&' : '||'
  const changes = [{ path: scene.file.path, start: operator.startIndex, end: operator.endIndex, text: other }]
  return propose({ title: writeExpression(operator.text, other), certain: false, changes })
}

/** t.Fatal within a goroutine */
export const fatalInGoroutine: Inspect = scene => {
  const call = scene.whole ? callOfMessage(scene) : null
  const field = call?.childForFieldName('function')?.childForFieldName('field') ?? null
  const statement = call?.parent ?? null
  if (field === null || statement?.type !== 'expression_statement') return null
  const other = field.text === 'Fatalf' ? 'Errorf' : field.text === 'Fatal' ? 'Error' : null
  if (other === null) return null
  const { path, text } = scene.file
  const { start } = wholeLines(text, statement.startIndex, statement.startIndex)
  const indent = text.slice(start, statement.startIndex)
  const isLast =
    statement.nextNamedSibling === null && statement.parent?.parent?.parent?.type === 'func_literal'
  const rest =
    isLast || indent.trim() !== ''
      ? []
      : [{ path, start: statement.endIndex, end: statement.endIndex, text: `\n${indent}return` }]
  const title = writeExpression(field.text, other)
  return propose({
    title,
    certain: false,
    changes: [{ path, start: field.startIndex, end: field.endIndex, text: other }, ...rest],
  })
}
