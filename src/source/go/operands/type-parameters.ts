// The type parameters of declarations, and those that can be used at a place.

import type { Scene, SyntaxNode } from '../../inspection.ts'
import { packageNamed } from '../members.ts'
import { type Declared, fileDeclarations, ownPackage } from '../packages.ts'
import { splitList } from '../skip-text.ts'

/** The names of a list: `[K comparable, V any]` and `K, V any` are K and V. */
export function parameterNames(list: string): readonly string[] {
  const inner = list.startsWith('[') ? list.slice(1, -1) : list
  return splitList(inner).flatMap(part => /^[\p{L}_][\p{L}\p{N}_]*/u.exec(part)?.[0] ?? [])
}

/** What `Cache` or `list.List` declares; null where it is not at hand. */
export function declaredGeneric(scene: Scene, name: string): Declared | null {
  const [first = '', second] = name.split('.')
  if (second === undefined) return ownPackage(scene).names.get(first) ?? null
  const { imports } = fileDeclarations(scene)
  return packageNamed(scene, first, { package: ownPackage(scene), imports })?.names.get(second) ?? null
}

/** The type parameters in scope: of the function, of its receiver, of the type. */
export function parametersInScope(node: SyntaxNode): readonly string[] {
  for (let here: SyntaxNode | null = node; here !== null; here = here.parent) {
    if (here.type === 'method_declaration') {
      // (c *Cache[K, V])
      const list = /\[([^\]]{0,200})\]/.exec(here.childForFieldName('receiver')?.text ?? '')
      return list === null ? [] : parameterNames(list[1] ?? '')
    }
    if (here.type === 'function_declaration' || here.type === 'type_spec')
      return parameterNames(here.childForFieldName('type_parameters')?.text ?? '')
  }
  return []
}

/** Whether a node is within the receiver of a method. */
export function methodOfReceiver(node: SyntaxNode): SyntaxNode | null {
  for (let here: SyntaxNode | null = node; here !== null; here = here.parent) {
    const { parent } = here
    if (parent?.type === 'method_declaration')
      return parent.childForFieldName('receiver')?.startIndex === here.startIndex ? parent : null
  }
  return null
}
