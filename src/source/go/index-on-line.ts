// Which index of the line is out of range.

import type { Inspect, SyntaxNode } from '../inspection.ts'
import { typeOfExpression } from './expression-type.ts'
import { underlyingOf } from './members.ts'

const longestText = 120

/** The only index expression on the line that can be the one, going by a constant index and by what is a map. */
export const indexOnLine: Inspect = scene => {
  if (!scene.whole) return null
  const { index = '' } = scene.slots
  const found: SyntaxNode[] = []
  const visit = (node: SyntaxNode) => {
    const [first, last] = [node.startPosition.row + 1, node.endPosition.row + 1]
    if (first > scene.line || last < scene.line) return
    if (node.type === 'index_expression' && first === scene.line) found.push(node)
    for (const child of node.namedChildren) if (child !== null) visit(child)
  }
  visit(scene.parse(scene.file))
  const fitting = found.filter(node => {
    const operand = node.childForFieldName('operand')
    const at = node.childForFieldName('index')
    const type = operand === null ? null : typeOfExpression(scene, operand)
    if (type !== null && underlyingOf(scene, type).text.startsWith('map')) return false
    return at?.type !== 'int_literal' || at.text === index
  })
  const [only] = fitting
  const operand = only?.childForFieldName('operand')
  const texts = new Set(fitting.map(({ text }) => text))
  if (only === undefined || texts.size !== 1 || operand == null || only.text.length > longestText) return null
  return { slots: { ...scene.slots, expression: only.text, list: operand.text } }
}
