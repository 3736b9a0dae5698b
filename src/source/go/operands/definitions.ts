// Declarations with the wrong keyword or sign: `cart.Total := 5`, `const regions = load()`, `*io.Reader` embedded.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { signatureOfCall, textOfType, typeOfExpression } from '../expression-type.ts'
import { nodeAround } from '../message-expression.ts'
import { lookUp } from '../scope.ts'
import { wholeLines } from '../statements/lexed-file.ts'
import { writeExpression } from '../words.ts'
import { itemsOf, propose } from './replace.ts'
import { assignToField, declareBefore, variableInstead } from './words.ts'

/** cart.Total := 5     cart.Total, err := price(items) */
export const fieldDefined: Inspect = scene => {
  const statement = scene.whole ? nodeAround(scene, ['short_var_declaration', 'range_clause']) : null
  const sign = statement?.children.find(child => child?.type === ':=') ?? null
  if (statement === null || sign === null) return null
  const { path, text } = scene.file
  const names = itemsOf(statement.childForFieldName('left')).filter(({ type }) => type === 'identifier')
  const fresh = names.filter(
    name => name.text !== '_' && !isVariable(lookUp(scene, name.text, statement.startIndex)?.kind ?? null),
  )
  const assign = { path, start: sign.startIndex, end: sign.endIndex, text: '=' }
  if (fresh.length === 0) {
    // A name of an outer block may have been meant to be a new one.
    const certain = names.every(({ text: name }) => name === '_' || name === 'err')
    return propose({ title: assignToField, certain, changes: [assign] })
  }
  const [name] = fresh
  const parent = statement.parent?.type ?? ''
  if (fresh.length > 1 || name === undefined || !/^(?:statement_list|block)$/.test(parent)) return null
  const type = typeOfResult(scene, statement, name)
  if (type === null) return null
  const { start } = wholeLines(text, statement.startIndex, statement.startIndex)
  const indent = text.slice(start, statement.startIndex)
  if (indent.trim() !== '') return null
  const declare = { path, start, end: start, text: `${indent}var ${name.text} ${type}\n` }
  return propose({ title: declareBefore(name.text), certain: false, changes: [declare, assign] })
}

function isVariable(kind: string | null): boolean {
  return kind === 'var' || kind === 'parameter'
}

/** The type of the value that a name of a definition gets; null where it is not known. */
function typeOfResult(scene: Scene, statement: SyntaxNode, name: SyntaxNode): string | null {
  if (name.text === 'err') return 'error'
  const at = itemsOf(statement.childForFieldName('left')).findIndex(({ id }) => id === name.id)
  const values = itemsOf(statement.childForFieldName('right'))
  const [value] = values.length === 1 ? values : values.slice(at)
  if (value === undefined) return null
  if (values.length === 1 && at > 0) {
    if (value.type !== 'call_expression') return name.text === 'ok' ? 'bool' : null
    const signature = signatureOfCall(scene, value)
    const result = signature?.results[at]
    return result === undefined || signature === null
      ? null
      : textOfType(scene, { ...signature.home, text: result.type })
  }
  const type = typeOfExpression(scene, value)
  return type === null || type.text === '' ? null : textOfType(scene, type)
}

/** Whether no constant can ever have had such a value: a conversion may have been of a constant that is one no more. */
function isNeverConstant(scene: Scene, value: SyntaxNode): boolean {
  if (value.type === 'composite_literal' || value.type === 'func_literal') return true
  const callee = value.type === 'call_expression' ? value.childForFieldName('function') : null
  const type = callee === null ? null : typeOfExpression(scene, callee)
  return type?.text.startsWith('func') ?? false
}

/** const regions = []string{"eu", "us"}     const retry []int = nil */
export const constantOfVariable: Inspect = scene => {
  const declaration = scene.whole ? nodeAround(scene, ['const_declaration']) : null
  const keyword = declaration?.children.find(child => child?.type === 'const') ?? null
  const specs = itemsOf(declaration)
  const [spec] = specs
  if (declaration === null || keyword === null || specs.length !== 1 || spec === undefined) return null
  const values = itemsOf(spec.childForFieldName('value'))
  const [value] = values
  const isTyped = spec.childForFieldName('type') !== null
  if (value === undefined || (value.type === 'nil' && !isTyped) || spec.text.includes('iota')) return null
  const certain =
    values.length === 1 &&
    (scene.failure.message.startsWith('invalid constant type ') || isNeverConstant(scene, value))
  const changes = [{ path: scene.file.path, start: keyword.startIndex, end: keyword.endIndex, text: 'var' }]
  const name = spec.childForFieldName('name')?.text ?? ''
  return propose({ title: variableInstead(name), certain, changes })
}

/** *io.Reader, embedded */
export const embeddedPointer: Inspect = scene => {
  if (!scene.whole) return null
  const field = nodeAround(scene, ['field_declaration'])
  const type = field?.childForFieldName('type') ?? null
  if (field === null || type === null || field.childForFieldName('name') !== null) return null
  const start = field.startIndex
  if (scene.file.text[start] !== '*') return null
  const certain = scene.failure.message.endsWith('a pointer to an interface')
  const changes = [{ path: scene.file.path, start, end: start + 1, text: '' }]
  return propose({ title: writeExpression(`*${type.text}`, type.text), certain, changes })
}
