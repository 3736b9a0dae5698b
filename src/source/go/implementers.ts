// Which types of the reader's package can be in an interface.

import type { Scene } from '../inspection.ts'
import { membersOf, type TypeHere, underlyingOf } from './members.ts'
import { ownPackage } from './packages.ts'

/** How many types are compared. */
const mostTypes = 400

/**
 * The types of the scene's package that have all methods of an interface, as they must be written: `*pub` where a method
 * needs the pointer. Empty when the type is no interface with methods.
 */
export function implementers(scene: Scene, type: TypeHere): readonly string[] {
  const interfaceMethods = membersOf(scene, type).filter(({ kind }) => kind === 'method')
  const underlying = underlyingOf(scene, type).text
  if (interfaceMethods.length === 0 || !(underlying.startsWith('interface') || underlying === 'error'))
    return []
  const own = ownPackage(scene)
  const found: string[] = []
  for (const declared of [...own.names.values()].slice(0, mostTypes * 10)) {
    if (declared.kind !== 'type' || declared.type.startsWith('interface') || declared.parameters !== '')
      continue
    if (found.length >= mostTypes) break
    const members = membersOf(scene, { text: declared.name, package: own, imports: declared.in.imports })
    const methods = new Map(members.filter(({ kind }) => kind === 'method').map(one => [one.name, one]))
    const all = interfaceMethods.map(({ name }) => methods.get(name))
    if (all.some(method => method === undefined)) continue
    found.push(all.some(method => method?.pointer) ? `*${declared.name}` : declared.name)
  }
  return found
}
