// `undefined: strings.ToUper`: the name that the package does export.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { clearlyMeant, similarNames } from '../similar-name.ts'
import { packageNamed } from './members.ts'
import { missingImports } from './missing-import.ts'
import { misspeltSide } from './misspelt-side.ts'
import { type Declared, fileDeclarations, importNamed, ownPackage } from './packages.ts'
import { importInstead, renameDeclaration, writeName } from './words.ts'

export const misspeltPackageMember: Inspect = scene => {
  const told = readMessage(scene.failure.message)
  if (told === null || !scene.whole) return null
  const node = selectedAt(scene, told.name)
  if (node === null) return null
  const qualifier = told.qualifier ?? qualifierOf(node)
  const propose = (name: string, certain: boolean): Proposal => ({
    title: writeName(`${qualifier}.${told.name}`, `${qualifier}.${name}`),
    certain,
    changes: [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text: name }],
  })
  const { imports } = fileDeclarations(scene)
  const members = packageNamed(scene, qualifier, { package: ownPackage(scene), imports })?.names ?? new Map()
  const all: readonly Declared[] = [...members.values()].filter(one => /^\p{Lu}/u.test(one.name))
  const fitting = all.filter(fits(node))
  const similar = similarNames(told.name, fitting.length > 0 ? fitting : all, one => one.name)
  const hint = told.suggestion ?? similar.find(({ slips }) => slips === 0)?.name
  if (hint !== undefined) return { slots: { suggestion: hint }, proposals: [propose(hint, true)] }
  const moved = otherPackage(scene, qualifier)
  if (moved.length > 0) return { proposals: moved }
  const meant = clearlyMeant(told.name, similar)
  const [best] = similar
  if (best === undefined) return null
  const side = misspeltSide(scene, told.name, best.name, best.of.package)
  const path = best.of.in.file?.path
  if (side === 'declaration' && path !== undefined) {
    const { at } = best.of
    const changes = [{ path, start: at, end: at + best.name.length, text: told.name }]
    return { proposals: [{ title: renameDeclaration(best.name, told.name), certain: false, changes }] }
  }
  return {
    slots: { suggestion: best.name },
    proposals: similar.slice(0, 3).map(({ name }) => propose(name, side === 'use' && meant?.name === name)),
  }
}

function readMessage(
  message: string,
): { readonly qualifier: string | null; readonly name: string; readonly suggestion?: string } | null {
  // undefined: os.fileMode (but have FileMode)
  const dotted =
    /^undefined: ([\p{L}_][\p{L}\p{N}_]*)\.([\p{L}_][\p{L}\p{N}_]*)(?: \(but have ([\p{L}\p{N}_]+)\))?$/u.exec(
      message,
    )
  if (dotted !== null) {
    const [, qualifier = '', name = '', suggestion] = dotted
    return suggestion === undefined ? { qualifier, name } : { qualifier, name, suggestion }
  }
  // name isNaN not exported by package math
  const told = /^(?:name )?([\p{L}_][\p{L}\p{N}_]*) not (?:exported|declared) by package \S+$/u.exec(message)
  return told === null ? null : { qualifier: null, name: told[1] ?? '' }
}

/** The selected name at the failure's place, which may point at its qualifier. */
function selectedAt(scene: Scene, name: string): SyntaxNode | null {
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  for (let turn = 0; node !== null && turn < 3; turn++, node = node.parent) {
    if (node.text === name && node.namedChildCount === 0) return node
    const field = node.childForFieldName('field') ?? node.childForFieldName('name')
    if (field?.text === name) return field
  }
  return null
}

function qualifierOf(node: SyntaxNode): string {
  return (node.parent?.childForFieldName('operand') ?? node.parent?.childForFieldName('package'))?.text ?? ''
}

/** Types where a type stands, functions and types where something is called. */
function fits(node: SyntaxNode): (member: Declared) => boolean {
  const { parent } = node
  if (parent?.type === 'qualified_type') return ({ kind }) => kind === 'type'
  if (
    parent?.parent?.type === 'call_expression' &&
    parent.parent.childForFieldName('function')?.id === parent.id
  )
    return ({ kind }) => kind === 'func' || kind === 'type' || kind === 'var'
  return ({ kind }) => kind !== 'type'
}

/** Another package of that name which has all that the file takes: text/template for html/template. */
function otherPackage(scene: Scene, qualifier: string): readonly Proposal[] {
  const spec = importNamed(scene, qualifier, fileDeclarations(scene).imports)
  if (spec === null) return []
  const paths = missingImports(scene, qualifier).filter(path => path !== spec.path)
  return paths.slice(0, 2).map(path => ({
    title: importInstead(spec.path, path),
    certain: paths.length === 1,
    changes: [{ path: scene.file.path, start: spec.at, end: spec.end, text: `"${path}"` }],
  }))
}
