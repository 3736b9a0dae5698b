// A name that an assignment further down makes local: UnboundLocalError, or a builtin that a variable hides.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { builtinNames } from '../code/builtins.ts'
import { around, field, nodesIn, nodesOnLine, partsOf, statementOf } from '../code/place.ts'
import { insertAt, propose, respell, rewrite } from '../code/proposals.ts'
import { type Binding, type Scope, scopeOf, scopesAround } from '../code/scope.ts'
import { declare, removeLine, renameLocal } from '../words.ts'
import { isCalled, meantName } from './meant-name.ts'

export const localName: Inspect = scene => {
  const { name = '' } = scene.slots
  const node = nodesOnLine(scene, ['identifier']).find(found => found.text === name)
  if (node === undefined || !scene.whole) return null
  const [own, ...outer] = scopesAround(node).filter(
    ({ node: { type } }) => !type.includes('comprehension') && !type.includes('generator'),
  )
  if (own === undefined || own.node.type !== 'function_definition') return null
  const local = own.bindings.filter(binding => binding.name === name)
  const [first] = local
  if (first === undefined) return null
  const outside = outer.find(({ bindings }) => bindings.some(binding => binding.name === name))
  const kind =
    outside?.bindings.find(binding => binding.name === name)?.kind ??
    (builtinNames.has(name) ? 'builtin' : null)
  if (kind === null) return misspeltLocal(scene, node, own)
  const proposals: Proposal[] = []
  const isCounter = local.some(({ by }) => by.type === 'augmented_assignment') || readsItself(node, local)
  if (kind === 'variable' && outside !== undefined && isCounter) {
    const keyword = outside.node.type === 'module' ? 'global' : 'nonlocal'
    const body = field(own.node, 'body')
    const start = partsOf(body).find(
      ({ type, firstChild }) => !(type === 'expression_statement' && firstChild?.type === 'string'),
    )
    if (start !== undefined && keyword.length > 0) {
      const indent = ' '.repeat(start.startPosition.column)
      return {
        proposals: [
          propose(scene.file, declare(keyword, name), true, [
            insertAt(start.startIndex, `${keyword} ${name}\n${indent}`),
          ]),
        ],
      }
    }
  }
  const idle = idleAssignment(scene, own, local)
  if (idle !== null) proposals.push(idle)
  const renamed = renameInScope(scene, own, name, node)
  if (renamed !== null) proposals.push(renamed)
  return proposals.length === 0
    ? null
    : { slots: { definition: String(first.node.startPosition.row + 1) }, proposals }
}

/** `count = count + 1` */
function readsItself(node: SyntaxNode, local: readonly Binding[]): boolean {
  return local.some(
    ({ by }) => by.type === 'assignment' && by.startIndex <= node.startIndex && by.endIndex >= node.endIndex,
  )
}

/** An assignment whose value nobody reads: without it, the name is the outer one. */
function idleAssignment(scene: Scene, own: Scope, local: readonly Binding[]): Proposal | null {
  const [only, more] = local
  if (only === undefined || more !== undefined || only.by.type !== 'assignment') return null
  const isRead = nodesIn(own.node, ['identifier']).some(
    ({ text, startIndex }) => text === only.name && startIndex > only.by.endIndex,
  )
  const right = field(only.by, 'right')
  if (isRead || right === null || !/^(?:None|True|False|-?\d+|""|''|\[\]|\{\})$/.test(right.text)) return null
  const statement = statementOf(only.node)
  const { text } = scene.file
  const start = text.lastIndexOf('\n', statement.startIndex - 1) + 1
  const end = text.indexOf('\n', statement.endIndex)
  if (text.slice(start, statement.startIndex).trim() !== '') return null
  return propose(scene.file, removeLine(statement.text), false, [
    { start, end: end === -1 ? text.length : end + 1, text: '' },
  ])
}

/** Another name for the local variable, in all places that mean it. */
function renameInScope(scene: Scene, own: Scope, name: string, failing: SyntaxNode): Proposal | null {
  const fresh =
    name === 'list' ? 'items' : name === 'dict' ? 'mapping' : name === 'id' ? 'identifier' : `${name}_value`
  if (scene.file.text.includes(fresh)) return renameTo(scene, own, name, failing, `${name}_`)
  return renameTo(scene, own, name, failing, fresh)
}

function renameTo(
  scene: Scene,
  own: Scope,
  name: string,
  failing: SyntaxNode,
  fresh: string,
): Proposal | null {
  const isFunction = isCalled(failing)
  const uses = nodesIn(own.node, ['identifier']).filter(node => {
    if (node.text !== name || node.id === failing.id || node.startIndex === failing.startIndex) return false
    const parent = node.parent
    if (parent?.type === 'attribute' && field(parent, 'attribute')?.id === node.id) return false
    if (parent?.type === 'keyword_argument' && field(parent, 'name')?.id === node.id) return false
    if (parent?.type === 'type' || around(node, ['type']) !== null) return false
    return !(isFunction && (isCalled(node) || isTypeTest(node)))
  })
  if (uses.length === 0) return null
  return propose(
    scene.file,
    renameLocal(name, fresh),
    false,
    uses.map(node => rewrite(node, fresh)),
  )
}

/** `isinstance(value, dict)` */
function isTypeTest(node: SyntaxNode): boolean {
  const call = around(node, ['call'])
  return (
    call !== null &&
    /^(?:isinstance|issubclass)$/.test(field(call, 'function')?.text ?? '') &&
    partsOf(field(call, 'arguments'))[0]?.id !== node.id
  )
}

/** A local name that is read before it is given: another one was meant, one slip away. */
function misspeltLocal(scene: Scene, node: SyntaxNode, own: Scope): ReturnType<Inspect> {
  const earlier = {
    ...own,
    bindings: own.bindings.filter(({ name, by }) => name !== node.text && by.startIndex < node.startIndex),
  }
  const meant = meantName(scene, node, [earlier])
  return meant === null || meant.slips > 1 || meant.binding === null
    ? null
    : { proposals: [respell(scene.file, node, meant.name, false)] }
}

/** `'str' object is not callable` of a builtin's name: a variable of the function or module hides it. */
export const hiddenBuiltin: Inspect = scene => {
  for (const call of nodesOnLine(scene, ['call'])) {
    const callee = field(call, 'function')
    if (callee?.type !== 'identifier' || !scene.whole) continue
    const name = callee.text
    for (const scope of scopesAround(callee)) {
      const binding = scope.bindings.find(
        found => found.name === name && (found.kind === 'variable' || found.kind === 'parameter'),
      )
      if (binding === undefined) {
        if (scope.bindings.some(found => found.name === name)) break
        continue
      }
      if (!builtinNames.has(name) && !isDefinedOutside(callee, name)) break
      const renamed = renameInScope(scene, scopeOf(scope.node), name, callee)
      if (renamed !== null)
        return {
          slots: { name, definition: String(binding.node.startPosition.row + 1) },
          proposals: [renamed],
        }
      break
    }
  }
  return null
}

function isDefinedOutside(node: SyntaxNode, name: string): boolean {
  return scopesAround(node).some(({ bindings }) =>
    bindings.some(found => found.name === name && ['function', 'class', 'import'].includes(found.kind)),
  )
}
