// `a + b (mismatched types int and string)`: the side that must change, and into what.

import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { comparedWithNil } from './compared-with-nil.ts'
import type { Fit } from './fit.ts'
import { isNilable, isPrimary, isZero, waysToFit } from './fit-value.ts'
import { typeInMessage, underlyingOf } from './members.ts'
import { expressionOfMessage } from './message-expression.ts'
import { readMismatch } from './type-messages.ts'
import { isFloat, isInteger, pointedTo, sameType } from './type-text.ts'
import { firstCertain, proposalOf } from './value-of-wrong-type.ts'
import { writeExpression } from './words.ts'

interface Side {
  readonly node: SyntaxNode
  readonly type: string
  readonly other: string
}

export const mismatchedOperands: Inspect = scene => {
  if (!scene.whole) return null
  // cannot convert "" (untyped string constant) to type interface{Error() string}
  const constant =
    /^cannot convert (.{1,2000}) \(untyped (\w+) constant[^()]*\) to (?:type )?interface ?\{/s.exec(
      scene.failure.message,
    )
  if (constant !== null) return besideError(scene, constant[1] ?? '')
  const told = readMismatch(scene.failure.message)
  if (told === null) return null
  if (told.left === 'untyped nil' || told.right === 'untyped nil') return comparedWithNil(scene, told)
  const node = expressionOfMessage(scene, told.expression)
  const [left, right] = operandsOf(node)
  if (left === null || right === null) return null
  const sides: readonly Side[] = [
    { node: left, type: told.left, other: told.right },
    { node: right, type: told.right, other: told.left },
  ]
  const empty = !/^[!=]=$/.test(operatorOf(node))
    ? undefined
    : sides.find(
        ({ node: side, other }) =>
          isZero(side.text) && !/^\[|^map\[|^func\(\) *[^ (]/.test(other) && isNilable(scene, other),
      )
  if (empty !== undefined) return { proposals: [replaceBy(scene, empty.node, 'nil', true)] }
  const ordered = [...sides].sort((a, b) => weightOf(scene, b) - weightOf(scene, a))
  const compared = /^(?:[!=]=|[<>]=?)$/.test(operatorOf(node))
  const ways = ordered.flatMap(side =>
    waysToFit(scene, { node: side.node, from: side.type, to: side.other }).map(way => ({ side, way })),
  )
  const proposals = ways
    .slice(0, 3)
    .map(({ side, way }) => proposalOf(scene, side.node, sure(way, side, compared)))
  return proposals.length === 0 ? null : { proposals: firstCertain(proposals) }
}

/** Between numbers only a comparison leaves no doubt of which type was meant. */
function sure(way: Fit, { type, other }: Side, compared: boolean): Fit {
  const numbers = isNumber(type) && isNumber(other)
  return numbers && !compared ? { ...way, certain: false } : way
}

/** `err != ""` compares with nil, `"failed: " + err` wants the error's text. */
function besideError(scene: Scene, text: string): Inspected | null {
  const literal = expressionOfMessage(scene, text)
  let binary = literal?.parent ?? null
  while (binary !== null && binary.type === 'parenthesized_expression') binary = binary.parent
  if (literal === null || binary?.type !== 'binary_expression') return null
  const operator = operatorOf(binary)
  const other = [binary.childForFieldName('left'), binary.childForFieldName('right')].find(
    side => side?.id !== literal.id,
  )
  if (other == null) return null
  if (/^[!=]=$/.test(operator) && /^(?:""|``|0|false)$/.test(text))
    return { proposals: [replaceBy(scene, literal, 'nil', true)] }
  return isPrimary(other) ? { proposals: [replaceBy(scene, other, `${other.text}.Error()`, false)] } : null
}

function replaceBy(scene: Scene, node: SyntaxNode, text: string, certain: boolean): Proposal {
  const changes = [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text }]
  return { title: writeExpression(node.text, text), certain, changes }
}

function operandsOf(node: SyntaxNode | null): readonly [SyntaxNode | null, SyntaxNode | null] {
  if (node?.type === 'binary_expression')
    return [node.childForFieldName('left'), node.childForFieldName('right')]
  if (node?.type !== 'assignment_statement') return [null, null]
  // total += price
  const only = (field: string) => {
    const children = node.childForFieldName(field)?.namedChildren ?? []
    return children.length === 1 ? (children[0] ?? null) : null
  }
  return [null, only('right')]
}

function operatorOf(node: SyntaxNode | null): string {
  return node?.childForFieldName('operator')?.text ?? ''
}

function isNumber(type: string): boolean {
  return isInteger(type) || isFloat(type)
}

/** Of two types, the side that rather changes: the narrower number, the pointer, the plain type beside a named one. */
function weightOf(scene: Scene, { node, type, other }: Side): number {
  const kind = underlyingOf(scene, typeInMessage(scene, type)).text
  if ((isInteger(other) || other === 'untyped int') && /^(?:\[|map\[|chan\b)/.test(kind)) return 8
  if (type.startsWith('untyped '))
    return isByte(other) || /^untyped (?:string|rune|bool|int)$/.test(type) ? 5 : -5
  if (type.startsWith('func')) return 9
  if (other === 'string' || (other === 'untyped string' && !isByte(type))) return 8
  if (pointedTo(type) !== null && sameType(pointedTo(type) ?? '', other)) return 7
  if (!isPrimary(node)) return -3
  const under = (text: string) => underlyingOf(scene, typeInMessage(scene, text)).text
  if (isNumber(type) && isNumber(other)) {
    if (node.type === 'call_expression' && node.childForFieldName('function')?.text === 'len') return 3
    return rank(other) - rank(type) > 0 ? 2 : 0
  }
  if (isFloat(other)) return 2
  // b == PrefixByteSeed: the plain byte becomes a PrefixByte.
  return under(other) !== other && under(type) === type && !isFloat(type) ? 1 : 0
}

function isByte(type: string): boolean {
  return type === 'byte' || type === 'rune'
}

/** The wider of two number types is the one that both become; between int and uint it is int. */
function rank(type: string): number {
  const order = [
    'byte',
    'uint8',
    'int8',
    'uint16',
    'int16',
    'uint32',
    'rune',
    'int32',
    'uintptr',
    'uint',
    'int',
    'uint64',
    'int64',
    'float32',
    'float64',
  ]
  return order.indexOf(type)
}
