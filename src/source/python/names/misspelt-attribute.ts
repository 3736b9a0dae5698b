// AttributeError: the attribute that was meant, by the class or module it is looked up in.

import { editDistance } from '../../../model/edit-distance.ts'
import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { clearlyMeant, similarNames } from '../../similar-name.ts'
import { builtinMembers } from '../code/builtins.ts'
import { classNamed } from '../code/find-callee.ts'
import { importLine, insertImport } from '../code/import-lines.ts'
import { folderOf, lineage, moduleBehind, modulesIn, openModule } from '../code/modules.ts'
import { methodAround } from '../code/outline.ts'
import { field, nodesIn, nodesOnLine } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { scopeOf } from '../code/scope.ts'
import { standardMembers, standardModules } from '../code/standard-library.ts'
import { addImport, replace } from '../words.ts'
import { comparisonAsStatement } from './comparison-as-statement.ts'
import { foreignMember } from './foreign-member.ts'

/** The attribute of the failing line that the message names. */
function failingAttribute(scene: Scene): SyntaxNode | null {
  const attribute = scene.slots.attribute ?? scene.slots.name
  const found = nodesOnLine(scene, ['attribute']).filter(node => field(node, 'attribute')?.text === attribute)
  // What is assigned to is seldom what is not there.
  return found.find(node => !isTarget(node)) ?? found[0] ?? multiLine(scene)
}

function isTarget({ parent, id }: SyntaxNode): boolean {
  return parent?.type === 'assignment' && field(parent, 'left')?.id === id
}

/** An attribute at the end of an expression that began on the failing line. */
function multiLine(scene: Scene): SyntaxNode | null {
  const attribute = scene.slots.attribute ?? scene.slots.name
  const row = scene.line - 1
  const near = scene
    .parse(scene.file)
    .descendantsOfType('attribute', { row, column: 0 }, { row: row + 3, column: 0 })
    .filter(node => node !== null && field(node, 'attribute')?.text === attribute)
  return near.length === 1 ? (near[0] ?? null) : null
}

export const misspeltAttribute: Inspect = scene => {
  const node = failingAttribute(scene)
  const name = field(node, 'attribute')
  if (node === null || name === null) return null
  const compared = comparisonAsStatement(scene, node)
  if (compared !== null) return { proposals: [compared] }
  const type = (scene.slots.type ?? typeIn(scene.failure.message)).split('.').at(-1) ?? ''
  const builtin = builtinMembers[type]
  if (builtin !== undefined) return ofBuiltin(scene, node, name, type, builtin)
  const known = membersOf(scene, node, type)
  return bySpelling(scene, name, known) ?? ownMistake(scene, node, name)
}

/** AttributeError: 'dict' object has no attribute 'iteritems' */
function typeIn(message: string): string {
  return /'([\w.]+)' object has no/.exec(message)?.[1] ?? ''
}

function ofBuiltin(
  scene: Scene,
  node: SyntaxNode,
  name: SyntaxNode,
  type: string,
  members: readonly string[],
): Inspected | null {
  const foreign = foreignMember(scene, node, type)
  if (foreign !== null) return { proposals: [foreign] }
  const [best] = similarNames(name.text, members, member => member)
  if (best === undefined || best.slips >= 2) return null
  const clear = clearlyMeant(
    name.text,
    similarNames(name.text, members, member => member),
  )
  // A key may be called almost like a method.
  return { proposals: [respell(scene.file, name, best.name, clear !== null && type !== 'dict')] }
}

/** The attributes of the classes that the object may be of: the one the message names, that of the method around. */
function membersOf(scene: Scene, node: SyntaxNode, type: string): ReadonlySet<string> {
  const found = new Set<string>()
  const named = scene.whole ? classNamed(scene, type) : null
  const object = field(node, 'object')?.text
  const owner = object === 'self' || object === 'cls' ? methodAround(scene, node).owner : null
  for (const start of [named, owner]) {
    if (start === null) continue
    for (const { members } of lineage(scene, start)) for (const member of members) found.add(member)
  }
  return found
}

/** The spelling of a member, or what CPython suggests, which has seen the object. */
function bySpelling(scene: Scene, name: SyntaxNode, members: ReadonlySet<string>): Inspected | null {
  const { suggestion } = scene.slots
  const all = suggestion === undefined ? [...members] : [...new Set([...members, suggestion])]
  const similar = similarNames(name.text, all, member => member)
  const [best] = similar
  if (best === undefined) {
    const near = suggestion !== undefined && editDistance(name.text, suggestion, 3) <= 3
    return near ? { proposals: [respell(scene.file, name, suggestion, false)] } : null
  }
  const clear = clearlyMeant(name.text, similar)
  const certain =
    clear !== null && clear.slips <= 1 && (suggestion === undefined || suggestion === clear.name)
  const other = definitionMisspelt(scene, name, best.name)
  if (other !== null) return { proposals: [other, respell(scene.file, name, best.name, false)] }
  const first =
    suggestion !== undefined && similar.some(found => found.name === suggestion && found.slips <= best.slips)
      ? suggestion
      : best.name
  return { proposals: [respell(scene.file, name, first, certain)] }
}

/** Where only the assignment has the other spelling and all else in the file this one, the slip is there. */
function definitionMisspelt(scene: Scene, name: SyntaxNode, member: string): Proposal | null {
  const uses = nodesIn(scene.parse(scene.file), ['attribute']).map(node => field(node, 'attribute'))
  const [only, ...more] = uses.filter(use => use?.text === member)
  const same = uses.filter(use => use?.text === name.text).length
  if (!only || more.length > 0 || same < 2) return null
  const assigned =
    only.parent?.parent?.type === 'assignment' && field(only.parent.parent, 'left')?.id === only.parent.id
  return assigned ? propose(scene.file, replace(member, name.text), false, [rewrite(only, name.text)]) : null
}

/** A method of str or list on an object of a class: it was to be turned into one first. */
function ownMistake(scene: Scene, node: SyntaxNode, name: SyntaxNode): Inspected | null {
  const object = field(node, 'object')
  const onlyText = !builtinMembers.list?.includes(name.text) && !builtinMembers.dict?.includes(name.text)
  if (object === null || !onlyText || !builtinMembers.str?.includes(name.text)) return null
  return { proposals: [respell(scene.file, object, `str(${object.text})`, false)] }
}

/** `module 'kombu.exceptions' has no attribute …`: another spelling of what the module has, or a lost import. */
export const misspeltModuleMember: Inspect = scene => {
  const node = failingAttribute(scene)
  const name = field(node, 'attribute')
  const object = field(node, 'object')
  const { module = '', suggestion, attribute = '' } = scene.slots
  if (node === null || name === null || object === null) return null
  if (module === 'datetime' && object.text === 'datetime' && classMethods.includes(attribute))
    return { proposals: [respell(scene.file, object, 'datetime.datetime', true)] }
  const submodule = `${module}.${attribute}`
  const own =
    openModule(scene, scene.file, module) ??
    (object.type === 'identifier' ? moduleBehind(scene, scene.file, object.text) : null)
  const lost =
    standardModules.find(known => known === submodule || known.startsWith(`${submodule}.`)) ??
    (own?.path.endsWith('__init__.py') && modulesIn(scene, folderOf(own.path)).includes(attribute)
      ? submodule
      : undefined)
  if (lost !== undefined && object.text === module) {
    const wanted = { module: fullModule(lost, node), name: null, alias: null }
    return {
      proposals: [
        propose(scene.file, addImport(importLine(wanted)), own === null, [
          insertImport(scene.parse(scene.file), wanted),
        ]),
      ],
    }
  }
  const members =
    own === null
      ? (standardMembers(module) ?? [])
      : scopeOf(scene.parse(own)).bindings.map(binding => binding.name)
  return bySpelling(scene, name, new Set(suggestion === undefined ? members : [...members, suggestion]))
}

const classMethods = [
  'now',
  'utcnow',
  'today',
  'strptime',
  'fromisoformat',
  'fromtimestamp',
  'combine',
  'utcfromtimestamp',
]

/** `xml.etree.ElementTree`, where that is what stands in the source. */
function fullModule(module: string, node: SyntaxNode): string {
  const written = node.parent?.type === 'attribute' ? node.parent.text : ''
  return standardModules.includes(written)
    ? written
    : standardModules.includes(module)
      ? module
      : module.split('.').slice(0, 2).join('.')
}
