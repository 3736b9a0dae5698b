// `append(items, x) is not used`, `mu.Unlock is not used`: assign the result, or call the function.

import type { Inspect } from '../inspection.ts'
import { expressionOfMessage } from './message-expression.ts'
import { firstUnknown, restOf } from './missing-result-variable.ts'
import { splitOperand } from './type-messages.ts'
import { readSignature } from './type-text.ts'
import { assignBack, callIt } from './words.ts'

export const unusedValue: Inspect = scene => {
  // append(keys, key) (value of type []string) is not used
  const found = /^(.{1,4000}\)) is not used$/s.exec(scene.failure.message)
  const told = found === null || !scene.whole ? null : splitOperand(found[1] ?? '')
  const node = told === null ? null : expressionOfMessage(scene, told.expression)
  if (told === null || node === null) return null
  const { path } = scene.file
  if (told.type.startsWith('func')) {
    const signature = readSignature(told.type)
    const changes = [{ path, start: node.endIndex, end: node.endIndex, text: '()' }]
    return { proposals: [{ title: callIt(node.text), certain: signature?.parameters.length === 0, changes }] }
  }
  const [target] = node.childForFieldName('arguments')?.namedChildren ?? []
  if (node.childForFieldName('function')?.text !== 'append' || target == null) return null
  if (!['identifier', 'selector_expression', 'index_expression'].includes(target.type)) return null
  const statement = node.parent?.type === 'expression_statement' ? node.parent : node
  // What the code below uses and nobody declares was meant to receive it.
  const fresh = firstUnknown(scene, statement, restOf(statement))
  if (fresh !== null) {
    const changes = [{ path, start: node.startIndex, end: node.startIndex, text: `${fresh} := ` }]
    return { proposals: [{ title: assignBack(fresh), certain: false, changes }] }
  }
  const changes = [{ path, start: node.startIndex, end: node.startIndex, text: `${target.text} = ` }]
  return { proposals: [{ title: assignBack(target.text), certain: true, changes }] }
}
