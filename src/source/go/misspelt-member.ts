// `order.Totl undefined`: the field or method that was meant, or the type behind an interface that has it.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { clearlyMeant, similarNames } from '../similar-name.ts'
import { implementers } from './implementers.ts'
import { membersOf, type TypeMember, typeInMessage } from './members.ts'
import { misspeltSide } from './misspelt-side.ts'
import { ownPackage } from './packages.ts'
import { lookUp } from './scope.ts'
import { readSignature } from './type-text.ts'
import { assertType, callIt, renameDeclaration, writeName } from './words.ts'

export const misspeltMember: Inspect = scene => {
  const told = readMessage(scene.failure.message)
  if (told === null || !scene.whole) return null
  const { expression, name, type, suggestion } = told
  const node = fieldAt(scene, name)
  if (node === null) return null
  const propose = (fresh: string, certain: boolean): Proposal => ({
    title: writeName(`${lastPart(expression)}.${name}`, `${lastPart(expression)}.${fresh}`),
    certain,
    changes: [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text: fresh }],
  })
  if (type.startsWith('func(')) return uncalled(scene, node, type)
  const own = ownPackage(scene)
  const members = membersOf(scene, typeInMessage(scene, type)).filter(
    member => member.home.package === own || /^\p{Lu}/u.test(member.name),
  )
  const fitting = members.filter(fits(node))
  // A field of that name is not what a method of it is: c.level is no c.Level().
  const kind = members.find(member => member.name === suggestion)?.kind
  const suggested =
    suggestion !== null &&
    (kind !== 'method' ||
      isCalled(node) ||
      !fitting.some(
        member => member.kind === 'field' && similarNames(name, [member], one => one.name).length > 0,
      ))
  if (suggested && suggestion !== null)
    return { slots: { suggestion }, proposals: [propose(suggestion, kind !== 'method' || isCalled(node))] }
  const similar = similarNames(
    name,
    fitting.filter(member => suggestion === null || member.kind === 'field'),
    member => member.name,
  )
  const [best] = similar
  if (best === undefined) return assertions(scene, node, type, name)
  const meant = clearlyMeant(name, similar)
  const side = misspeltSide(scene, name, best.name, best.of.home.package)
  const path = best.of.declared?.in.file?.path
  const rename: Proposal | null =
    side === 'use' || path === undefined
      ? null
      : {
          title: renameDeclaration(best.name, name),
          certain: side === 'declaration' && meant !== null && best.of.kind === 'method',
          changes: [{ path, start: best.of.at, end: best.of.at + best.name.length, text: name }],
        }
  if (rename !== null && side === 'declaration')
    return { slots: { suggestion: best.name }, proposals: [rename] }
  return {
    slots: { suggestion: best.name },
    proposals: similar.slice(0, 3).map(one => propose(one.name, side === 'use' && one.name === meant?.name)),
  }
}

function readMessage(message: string): {
  readonly expression: string
  readonly name: string
  readonly type: string
  readonly suggestion: string | null
} | null {
  // hook.Lveels undefined (type Hook has no field or method Lveels, but does have method Levels)
  const found =
    /^(.{1,2000})\.([\p{L}_][\p{L}\p{N}_]*) undefined \(type (.{1,2000}) has no (?:field or )?method ([\p{L}\p{N}_]+)(?:, but does have (?:field|method) ([\p{L}\p{N}_]+))?\)$/su.exec(
      message,
    )
  if (found === null) return null
  const [, expression = '', name = '', type = '', , suggestion] = found
  return { expression, name, type, suggestion: suggestion ?? null }
}

function lastPart(expression: string): string {
  return expression.length < 30 ? expression : '…'
}

function fieldAt(scene: Scene, name: string): SyntaxNode | null {
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  for (let turn = 0; node !== null && turn < 4; turn++, node = node.parent) {
    if (node.type === 'field_identifier' && node.text === name) return node
    const field = node.type === 'selector_expression' ? node.childForFieldName('field') : null
    if (field?.text === name) return field
  }
  return null
}

/** `user.Profile.Name` of a method Profile, or of a variable that holds it: the call is missing. */
function uncalled(scene: Scene, node: SyntaxNode, type: string) {
  const operand = node.parent?.childForFieldName('operand') ?? null
  if (operand === null || readSignature(type)?.parameters.length !== 0) return null
  const value = operand.type === 'identifier' ? lookUp(scene, operand.text, operand.startIndex)?.value : null
  const called = value?.type === 'selector_expression' ? value : operand
  const changes = [{ path: scene.file.path, start: called.endIndex, end: called.endIndex, text: '()' }]
  return { proposals: [{ title: callIt(called.text), certain: false, changes }] }
}

function isCalled(node: SyntaxNode): boolean {
  const user = node.parent?.parent
  return user?.type === 'call_expression' && user.childForFieldName('function')?.id === node.parent?.id
}

/** What is called is a method or a field that holds a function; what is assigned to is a field. */
function fits(node: SyntaxNode): (member: TypeMember) => boolean {
  const selector = node.parent
  const user = selector?.parent
  if (user?.type === 'call_expression' && user.childForFieldName('function')?.id === selector?.id)
    return ({ kind, type }) =>
      kind === 'method' || /^(?:\*?func\b|\p{Lu}|[\p{L}_]+\.)/u.test(type) || !/^[[*\w]/.test(type)
  if (user?.type === 'expression_list' && user.parent?.childForFieldName('left')?.id === user.id)
    return ({ kind }) => kind === 'field'
  return () => true
}

/** `user.pub` of an interface: `user.(*pub).pub`, where one type that can be in it has the member. */
function assertions(scene: Scene, node: SyntaxNode, type: string, name: string) {
  const operand = node.parent?.childForFieldName('operand') ?? null
  if (operand === null) return null
  const candidates =
    type === 'any' || type === 'interface{}'
      ? assertedTypes(scene)
      : implementers(scene, typeInMessage(scene, type))
  const types = candidates.filter(one =>
    membersOf(scene, typeInMessage(scene, one)).some(member => member.name === name),
  )
  if (types.length === 0) return null
  const at = operand.endIndex
  return {
    proposals: types.slice(0, 3).map(one => ({
      title: assertType(operand.text, one),
      // It compiles, and panics where something else is in the interface.
      certain: false,
      changes: [{ path: scene.file.path, start: at, end: at, text: `.(${one})` }],
    })),
  }
}

/** The types that the file asserts elsewhere: `v.(encoding.TextMarshaler)`, `case *Order:`. */
function assertedTypes(scene: Scene): readonly string[] {
  const found = scene.file.text.matchAll(
    /\.\((\*?[\p{L}_][\p{L}\p{N}_.]{0,80})\)|^\s*case (\*?[\p{L}_][\p{L}\p{N}_.]{0,80}):/gmu,
  )
  const types = new Set([...found].map(([, asserted, chosen]) => asserted ?? chosen ?? ''))
  types.delete('type')
  return [...types].slice(0, 60)
}
