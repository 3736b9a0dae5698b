// The fields and methods of a type, embedded ones included.

import type { ImportSpec, Member } from './declarations.ts'
import { readMembers } from './declarations.ts'
import {
  type Declared,
  findPackage,
  type GoPackage,
  importNamed,
  ownPackage,
  packageNameOf,
  type Surroundings,
} from './packages.ts'
import { namedParts, pointedTo } from './type-text.ts'

/** A type and where its text stands, which says what its names mean. */
export interface TypeHere {
  readonly text: string
  readonly package: GoPackage
  /** Of the file with the text; null for a message, and for the table of the standard library. */
  readonly imports: readonly ImportSpec[] | null
}

export interface TypeMember extends Omit<Member, 'kind'> {
  readonly kind: 'field' | 'method'
  /** Whether a method needs a pointer. */
  readonly pointer: boolean
  /** 0: its own; 1: of what it embeds. */
  readonly depth: number
  /** Where `type` stands. */
  readonly home: Omit<TypeHere, 'text'>
  /** The declaration of a method, or of the type that has the field; null for what has none. */
  readonly declared: Declared | null
}

/** How deep embedding is followed. */
const deepest = 5

/** The type of a message about the scene's own package. */
export function typeInMessage(scene: Surroundings, text: string): TypeHere {
  return { text, package: ownPackage(scene), imports: null }
}

/** The declaration of a named type; pointers are looked through, aliases followed. Null for any other type, or where it is not at hand. */
export function declarationOf(scene: Surroundings, type: TypeHere): Declared | null {
  let here = type
  for (let turn = 0; turn < deepest; turn++) {
    const parts = namedParts(pointedTo(here.text) ?? here.text)
    if (parts === null) return null
    const home = parts.qualifier === '' ? here.package : packageNamed(scene, parts.qualifier, here)
    const found = home?.names.get(parts.name)
    if (found === undefined || found.kind !== 'type') return null
    if (!found.alias) return found
    here = { text: found.type, ...homeOf(found) }
  }
  return null
}

/** Where the texts of a declaration stand. */
export function homeOf(declared: Declared): Omit<TypeHere, 'text'> {
  return { package: declared.package, imports: declared.in.file === null ? null : declared.in.imports }
}

/** The package that a qualifier means. */
export function packageNamed(
  scene: Surroundings,
  qualifier: string,
  { package: home, imports }: Omit<TypeHere, 'text'>,
): GoPackage | null {
  // "log/slog".Leveler: messages give the path where a name may mean two packages.
  if (qualifier.startsWith('"')) return findPackage(scene, qualifier.slice(1, -1))
  const spec =
    imports === null
      ? importOfPackage(
          scene,
          qualifier,
          home.files.flatMap(file => file.imports),
        )
      : importNamed(scene, qualifier, imports)
  if (spec !== null) return findPackage(scene, spec.path)
  if (home.name === qualifier) return home
  const standard = scene.dependencies.standardPaths().filter(path => packageNameOf(path) === qualifier)
  const [first] = standard
  return first === undefined ? null : findPackage(scene, first)
}

/** Messages call a package by its own name, whatever the file calls it. */
function importOfPackage(
  scene: Surroundings,
  name: string,
  imports: readonly ImportSpec[],
): ImportSpec | null {
  return (
    imports.find(({ path }) => packageNameOf(path) === name) ??
    imports.find(({ path }) => findPackage(scene, path)?.name === name) ??
    null
  )
}

/** What a type is made of: the right side of its declaration, named types followed; the type itself otherwise. */
export function underlyingOf(scene: Surroundings, type: TypeHere): TypeHere {
  let here = type
  for (let turn = 0; turn < deepest; turn++) {
    if (here.text.startsWith('*')) return here
    const declared = declarationOf(scene, here)
    if (declared === null) return here
    here = { text: declared.type, ...homeOf(declared) }
  }
  return here
}

/** The members of a type, or of what it points to, nearest first; empty where the type is not at hand. */
export function membersOf(scene: Surroundings, type: TypeHere): readonly TypeMember[] {
  const members: TypeMember[] = []
  const seen = new Set<Declared>()
  let level: readonly TypeHere[] = [{ ...type, text: pointedTo(type.text) ?? type.text }]
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const next: TypeHere[] = []
    for (const one of level) {
      const declared = declarationOf(scene, one)
      if (declared !== null && seen.has(declared)) continue
      if (declared !== null) seen.add(declared)
      const home = declared === null ? one : homeOf(declared)
      for (const member of ownMembers(one.text, declared)) {
        const kind = member.kind === 'embedded' ? 'field' : member.kind
        members.push({ ...member, kind, pointer: false, depth, home, declared })
        if (member.kind === 'embedded') next.push({ ...home, text: pointedTo(member.type) ?? member.type })
      }
      // type Handler OtherInterface has its methods; type Celsius float64 has none.
      if (declared !== null && declared.members.length === 0 && namedParts(declared.type) !== null) {
        next.push({ ...home, text: declared.type })
      }
      for (const method of declared?.package.methods.get(declared.name) ?? []) {
        members.push({
          kind: 'method',
          name: method.name,
          type: method.type,
          at: method.at,
          pointer: method.pointer,
          depth,
          home: homeOf(method),
          declared: method,
        })
      }
    }
    level = next
  }
  if (type.text === 'error') return [errorMethod(type)]
  return members
}

function ownMembers(text: string, declared: Declared | null): readonly Member[] {
  if (declared !== null) return declared.members
  // struct{input any; want string}
  const literal = /^(struct|interface) ?\{/.exec(text)
  return literal === null ? [] : readMembers(text, literal[0].length, text.length, literal[1] === 'interface')
}

function errorMethod(home: TypeHere): TypeMember {
  return {
    kind: 'method',
    name: 'Error',
    type: '() string',
    at: 0,
    pointer: false,
    depth: 0,
    home,
    declared: null,
  }
}
