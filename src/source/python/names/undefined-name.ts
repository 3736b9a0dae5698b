// NameError: what the name was meant to be, by everything that can be seen from its place.

import type { Change, Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { quoted } from '../code/expressions.ts'
import { attributeOf, findImports } from '../code/find-import.ts'
import { importLine, insertImport, type Wanted } from '../code/import-lines.ts'
import { lineage } from '../code/modules.ts'
import { type ClassOutline, methodAround, selfOf } from '../code/outline.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { parameterNodes, type Scope, scopesAround } from '../code/scope.ts'
import { standardModules } from '../code/standard-library.ts'
import { addImport, addSelfParameter, addTarget, insert, quote } from '../words.ts'
import { comparisonAsStatement } from './comparison-as-statement.ts'
import { isCalled, type Meant, meantName, misspeltBinding } from './meant-name.ts'

const constants: Readonly<Record<string, string>> = {
  true: 'True',
  false: 'False',
  null: 'None',
  none: 'None',
  nil: 'None',
  undefined: 'None',
  NULL: 'None',
  Null: 'None',
  TRUE: 'True',
  FALSE: 'False',
}

/** The name that `NameError: name 'x' is not defined` tells of. */
function undefinedNode(scene: Scene): SyntaxNode | null {
  const { name = '' } = scene.slots
  return nodesOnLine(scene, ['identifier']).find(node => node.text === name && isRead(node)) ?? null
}

/** Neither an attribute nor the name of an argument. */
function isRead(node: SyntaxNode): boolean {
  const parent = node.parent
  if (parent?.type === 'attribute') return field(parent, 'attribute')?.id !== node.id
  return parent?.type !== 'keyword_argument' || field(parent, 'name')?.id !== node.id
}

/** Everything that a name of no value may have been meant to be, the likeliest first. */
export const undefinedName: Inspect = scene => {
  const node = undefinedNode(scene)
  if (node === null) return null
  const name = node.text
  const compared = comparisonAsStatement(scene, node)
  if (compared !== null) return { proposals: [compared] }
  const scopes = scopesAround(node)
  const constant = constants[name]
  if (constant !== undefined) {
    const similar = scopes.some(({ bindings }) =>
      bindings.some(binding => binding.name.toLowerCase() === name),
    )
    return { proposals: [respell(scene.file, node, constant, !similar)] }
  }
  if (!scene.whole) return null
  // A name that the file defines has no value yet: another mistake.
  if (scopes.some(({ bindings }) => bindings.some(binding => binding.name === name))) return null
  const parameter = lostSelfParameter(scene, node)
  if (parameter !== null) return { proposals: [parameter] }
  return decide(scene, node, scopes)
}

function decide(scene: Scene, node: SyntaxNode, scopes: readonly Scope[]) {
  const name = node.text
  const member = memberOfSelf(scene, node)
  const imports = findImports(scene, name, attributeOf(node))
  const spelt = meantName(scene, node, scopes)
  const proposals: Proposal[] = []
  const isModule = standardModules.includes(name) && attributeOf(node) !== null
  const [best, other] = imports
  const root = scene.parse(scene.file)
  const importEdits = imports.slice(0, 3).map(wanted => {
    const certain =
      (isModule || other === undefined) && member === null && wanted === best && isMeantByName(node, wanted)
    return propose(
      scene.file,
      addImport(importLine(wanted)),
      certain && (spelt?.slips !== 0 || spelt.binding === null),
      [idleImport(root, wanted) ?? insertImport(root, wanted)],
    )
  })
  // Another case of a name at hand is likelier meant than something of that name from elsewhere, unless it is used as a class is.
  const isCase =
    spelt !== null &&
    spelt.slips === 0 &&
    (spelt.binding !== null || imports.length === 0) &&
    !isUsedAsClass(node)
  const key = isKey(scene, node)
  if (key) proposals.push(keyInQuotes(scene, node, member === null && imports.length === 0 && spelt === null))
  if (member !== null)
    proposals.push(
      propose(
        scene.file,
        insert(`${member}.`),
        imports.length === 0 && !isCase && !isNearLocal(spelt) && !key,
        [{ start: node.startIndex, end: node.startIndex, text: `${member}.` }],
      ),
    )
  const isOnly = member === null && imports.length === 0
  const wrongBinding = isOnly && spelt !== null ? misspeltBinding(scene, node, spelt) : null
  const spelling =
    spelt === null
      ? []
      : [respell(scene.file, node, spelt.name, spelt.certain && isOnly && wrongBinding === null)]
  const target = isOnly ? lostTarget(node) : null
  if (target !== null)
    proposals.push(
      propose(scene.file, addTarget(name), false, [
        { start: target.endIndex, end: target.endIndex, text: `, ${name}` },
      ]),
    )
  if (wrongBinding !== null) proposals.push(...wrongBinding)
  proposals.push(...(isCase ? [...spelling, ...importEdits] : [...importEdits, ...spelling]))
  return proposals.length === 0 ? null : { proposals: proposals.slice(0, 4) }
}

/** `import typing` where `from typing import Any` was meant: the module itself is used nowhere. */
function idleImport(root: SyntaxNode, { module, name }: Wanted): Change | null {
  if (name === null || module.includes('.')) return null
  const statement = nodesIn(root, ['import_statement']).find(({ text }) => text === `import ${module}`)
  const uses = nodesIn(root, ['identifier']).filter(
    ({ text, parent }) => text === module && parent?.type !== 'dotted_name',
  )
  return statement === undefined || uses.length > 0
    ? null
    : rewrite(statement, importLine({ module, name, alias: null }))
}

/** The only target of a loop around over pairs: `for sku in prices.items()` with a body that reads `price`. */
function lostTarget(node: SyntaxNode): SyntaxNode | null {
  for (let at = node.parent; at !== null && at.type !== 'function_definition'; at = at.parent) {
    const clauses =
      at.type === 'for_statement' ? [at] : partsOf(at).filter(({ type }) => type === 'for_in_clause')
    for (const clause of clauses) {
      const left = field(clause, 'left')
      const right = field(clause, 'right')
      const callee = right?.type === 'call' ? (field(right, 'function')?.text ?? '') : ''
      if (left?.type === 'identifier' && /(?:^enumerate|^zip|\.items|\.most_common)$/.test(callee))
        return left
    }
  }
  return null
}

/** Whether a name says enough: `name` of `os` is also what anybody calls a variable. */
function isMeantByName(node: SyntaxNode, { module, name }: Wanted): boolean {
  if (name === null || !/^[a-z]+$/.test(name) || !standardModules.includes(module)) return true
  return isCalled(node) || attributeOf(node) !== null || node.parent?.type === 'decorator'
}

/** `order[total]` where the file has the key `"total"`. */
function isKey(scene: Scene, node: SyntaxNode): boolean {
  const parent = node.parent
  if (parent?.type !== 'subscript' || field(parent, 'value')?.id === node.id) return false
  return nodesIn(scene.parse(scene.file), ['string_content']).some(({ text }) => text === node.text)
}

function keyInQuotes(scene: Scene, node: SyntaxNode, certain: boolean): Proposal {
  const text = quoted(node, node.text)
  return propose(scene.file, quote(node.text), certain, [
    { start: node.startIndex, end: node.endIndex, text },
  ])
}

/** A variable of the function itself that is one slip away. */
function isNearLocal(spelt: Meant | null): boolean {
  return spelt !== null && spelt.slips <= 1 && ['variable', 'parameter'].includes(spelt.binding?.kind ?? '')
}

/** `Token(…)`, `except Token`, `x: Token`, `isinstance(x, Token)` for a name with a capital. */
function isUsedAsClass(node: SyntaxNode): boolean {
  if (!/^_*[A-Z]/.test(node.text)) return false
  if (isCalled(node)) return true
  const parent = node.parent?.type ?? ''
  return [
    'type',
    'generic_type',
    'union_type',
    'except_clause',
    'argument_list',
    'binary_operator',
    'subscript',
    'tuple',
  ].includes(parent)
}

/** What stands before a name of the class: `self`, in a method that has it; null when the class has no such name. */
function memberOfSelf(scene: Scene, node: SyntaxNode): string | null {
  const { method, owner } = methodAround(scene, node)
  if (method === null || owner === null) return null
  const self = selfOf(method)
  return self !== null && hasMember(scene, owner, node.text) ? self : null
}

function hasMember(scene: Scene, owner: ClassOutline, name: string): boolean {
  return owner.members.has(name) || lineage(scene, owner).some(({ members }) => members.has(name))
}

/** `self` in a method whose parameters lack it. */
function lostSelfParameter(scene: Scene, node: SyntaxNode): Proposal | null {
  const name = node.text
  if (name !== 'self' && name !== 'cls') return null
  const { method } = methodAround(scene, node)
  if (method === null || method.decorators.includes('staticmethod')) return null
  return giveSelf(scene, method.node, method.name, name)
}

/** The proposal to put `self` first among a method's parameters. */
function giveSelf(scene: Scene, method: SyntaxNode, name: string, self: string, file = scene.file): Proposal {
  const parameters = field(method, 'parameters')
  const start = (parameters?.startIndex ?? method.startIndex) + 1
  const text = parameterNodes(method).length > 0 ? `${self}, ` : self
  return propose(file, addSelfParameter(name, self), true, [{ start, end: start, text }])
}
