// Struct literals whose fields have no names: `Order{Base{"o-1"}, Total: 1950}`, `net.TCPAddr{ip, 80, ""}`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { typeOfExpression } from '../expression-type.ts'
import { membersOf, type TypeMember } from '../members.ts'
import { nodeAround } from '../message-expression.ts'
import { ownPackage } from '../packages.ts'
import { sameType } from '../type-text.ts'
import { itemsOf, propose } from './replace.ts'
import { nameFields } from './words.ts'

interface Element {
  readonly node: SyntaxNode
  /** '' where it has none. */
  readonly key: string
  readonly value: SyntaxNode
}

function elementsOf(literal: SyntaxNode): readonly Element[] {
  return itemsOf(literal.childForFieldName('body')).flatMap(node => {
    const key = node.type === 'keyed_element' ? (node.childForFieldName('key')?.text ?? '') : ''
    const value = node.type === 'keyed_element' ? node.childForFieldName('value') : node
    return value === null ? [] : [{ node, key, value: value.namedChild(0) ?? value }]
  })
}

/** The fields that a literal of a type may set from the scene's package, in the order of their declaration. */
function fieldsOf(scene: Scene, literal: SyntaxNode): readonly TypeMember[] {
  const type = typeOfExpression(scene, literal)
  return type === null
    ? []
    : membersOf(scene, type).filter(({ kind, depth }) => kind === 'field' && depth === 0)
}

/** Order{Base{"o-1"}, Total: 1950} */
export const mixedLiteral: Inspect = scene => {
  const literal = scene.whole ? nodeAround(scene, ['composite_literal']) : null
  const elements = literal === null ? [] : elementsOf(literal)
  const bare = elements.filter(({ key }) => key === '')
  if (literal === null || bare.length === 0 || bare.length === elements.length) return null
  const set = new Set(elements.map(({ key }) => key))
  const free = fieldsOf(scene, literal).filter(({ name }) => !set.has(name))
  const named = bare.map(({ node, value }) => ({ node, name: fieldFor(scene, value, free) }))
  const names = named.map(({ name }) => name)
  if (names.includes(null) || new Set(names).size < names.length) return null
  const changes = named.map(({ node, name }) => insertKey(scene, node, name ?? ''))
  return propose({ title: nameFields, certain: false, changes })
}

/** The one free field that a value goes by: of its name, or else of its type. */
function fieldFor(scene: Scene, value: SyntaxNode, free: readonly TypeMember[]): string | null {
  const last = /[\p{L}_][\p{L}\p{N}_]*(?=(?:\(\))?$)/u.exec(value.text.slice(-80))?.[0]?.toLowerCase()
  const alike = free.filter(({ name }) => name.toLowerCase() === last)
  const type = typeOfExpression(scene, value)
  const typed = type === null ? [] : free.filter(field => sameType(field.type, type.text))
  const [only] = alike.length === 1 ? alike : typed.length === 1 ? typed : free.length === 1 ? free : []
  return only?.name ?? null
}

/** net.TCPAddr{ip, 80, ""} */
export const unkeyedFields: Inspect = scene => {
  const literal = scene.whole ? nodeAround(scene, ['composite_literal']) : null
  const elements = literal === null ? [] : elementsOf(literal)
  const fields = literal === null ? [] : fieldsOf(scene, literal)
  if (elements.length === 0 || fields.length !== elements.length || elements.some(({ key }) => key !== ''))
    return null
  const own = ownPackage(scene)
  if (fields.some(({ name, home }) => name === '_' || (home.package !== own && !/^\p{Lu}/u.test(name))))
    return null
  const changes = elements.map(({ node }, i) => insertKey(scene, node, fields[i]?.name ?? ''))
  return propose({ title: nameFields, certain: true, changes })
}

function insertKey(scene: Scene, node: SyntaxNode, name: string) {
  return { path: scene.file.path, start: node.startIndex, end: node.startIndex, text: `${name}: ` }
}
