// What the reader may write where a value of a type is missing.

import type { Scene } from '../inspection.ts'
import { typeInMessage, underlyingOf } from './members.ts'
import { namesInScope, type ScopedName } from './scope.ts'
import { zeroOf } from './text-of-value.ts'
import { elementOf, sameType } from './type-text.ts'
import { writeType } from './written-type.ts'

/**
 * Expressions of a type at an offset, best first: variables of that type in scope that `used` does not have yet, then its
 * zero value. Always one at least, unless the type cannot be written here.
 */
export function expressionsOfType(
  scene: Scene,
  type: string,
  offset: number,
  used: readonly string[],
): readonly string[] {
  const names = namesInScope(scene, offset).filter(({ kind }) => kind === 'var' || kind === 'parameter')
  const typed = names
    .filter(name => sameType(typeOf(name), type) && !used.includes(name.name))
    .map(({ name }) => name)
  return [...typed, ...zero(scene, type)]
}

/** The declared type; of what ranges over a variable of a known type, its element. */
function typeOf({ type, value }: ScopedName): string {
  if (type !== '') return type.startsWith('...') ? `[]${type.slice(3)}` : type
  if (value?.type === 'interpreted_string_literal') return 'string'
  if (value?.type === 'int_literal') return 'int'
  if (value?.type === 'composite_literal') return value.childForFieldName('type')?.text ?? ''
  if (value?.type === 'unary_expression' && value.text.startsWith('&')) {
    const literal = value.childForFieldName('operand')
    return literal?.type === 'composite_literal' ? `*${literal.childForFieldName('type')?.text ?? ''}` : ''
  }
  return ''
}

function zero(scene: Scene, type: string): readonly string[] {
  if (type === 'context.Context' || type === '"context".Context') return ['context.Background()']
  const plain = zeroOf(type)
  if (plain !== null) return [plain]
  const underlying = underlyingOf(scene, typeInMessage(scene, type)).text
  const under = zeroOf(underlying)
  if (under !== null) return [under]
  if (
    /^(?:[*]|map\[|func\b|chan\b|interface\b|<-)/.test(underlying) ||
    underlying === 'any' ||
    underlying === 'error'
  )
    return ['nil']
  if (underlying.startsWith('[]') && elementOf(underlying) !== null) return ['nil']
  const written = writeType(scene, type)
  if (written === null || written.changes.length > 0) return []
  return /^(?:struct\b|\[)/.test(underlying) ? [`${written.text}{}`] : [`*new(${written.text})`]
}
