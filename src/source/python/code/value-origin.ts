// Where a value comes from: the assignments of a name, the argument that a caller gave.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene, SyntaxNode } from '../../inspection.ts'
import { around, field, nodesIn, partsOf } from './place.ts'
import { parameterName, parameterNodes, scopesAround } from './scope.ts'

/** An expression and the file that it stands in. */
export interface Origin {
  readonly node: SyntaxNode
  readonly file: SourceFile
}

/**
 * The expressions that may have given `node` its value, the nearest before it first; `node` itself when it is no
 * variable. Parameters lead to the call in the frame around.
 */
export function originsOf(scene: Scene, node: SyntaxNode, file = scene.file): readonly Origin[] {
  const plain = withoutBrackets(node)
  if (plain.type === 'attribute') {
    const assigned = assignedAttributes(plain)
    return assigned.length > 0 ? assigned.map(right => ({ node: right, file })) : [{ node: plain, file }]
  }
  if (plain.type !== 'identifier') return [{ node: plain, file }]
  const name = plain.text
  for (const { bindings } of scopesAround(plain)) {
    const own = bindings.filter(binding => binding.name === name)
    if (own.length === 0) continue
    const values = own.flatMap(({ by, node: target }) => {
      const right = valueGiven(by, target)
      return right === null ? [] : [right]
    })
    const before = values.filter(value => value.startIndex < plain.startIndex).reverse()
    const found = before.length > 0 ? before : values
    const assigned = found.map(right => ({ node: withoutBrackets(right), file }))
    // An assignment in a branch leaves what the caller gave.
    const parameter = own.find(({ kind }) => kind === 'parameter')
    const given = parameter === undefined ? [] : argumentGiven(scene, plain, parameter.by, file)
    return [...assigned, ...given]
  }
  return []
}

export function withoutBrackets(node: SyntaxNode): SyntaxNode {
  if (node.type !== 'parenthesized_expression') return node
  const [inner] = partsOf(node)
  return inner === undefined ? node : withoutBrackets(inner)
}

/** The value that an assignment gives to `target`; of several targets only where each has a value of its own. */
function valueGiven(by: SyntaxNode, target: SyntaxNode): SyntaxNode | null {
  if (by.type === 'named_expression') return field(by, 'value')
  // with open(path) as file
  if (by.type === 'as_pattern') return partsOf(by)[0] ?? null
  if (by.type !== 'assignment') return null
  const right = field(by, 'right')
  const left = field(by, 'left')
  if (left === null || right === null || left.id === target.id) return right
  const targets = partsOf(left)
  const values = partsOf(right)
  const at = targets.findIndex(({ id }) => id === target.id)
  return values.length === targets.length && right.type === 'expression_list' ? (values[at] ?? null) : right
}

/** The right sides of the assignments to `self.name` in the class around. */
function assignedAttributes(attribute: SyntaxNode): readonly SyntaxNode[] {
  const owner = around(attribute, ['class_definition']) ?? attribute.tree.rootNode
  const name = field(attribute, 'attribute')?.text ?? ''
  const found: SyntaxNode[] = []
  for (const assignment of nodesIn(owner, ['assignment'])) {
    const left = field(assignment, 'left')
    const right = field(assignment, 'right')
    if (right === null || left === null) continue
    const isSame = left.text === attribute.text || (left.type === 'identifier' && left.text === name)
    if (isSame && assignment.startIndex !== attribute.startIndex) found.push(right)
  }
  return found
}

/** What the frame around the failing function gave for a parameter. */
function argumentGiven(
  scene: Scene,
  inside: SyntaxNode,
  parameter: SyntaxNode,
  from: SourceFile,
): readonly Origin[] {
  const called = around(inside, ['function_definition'])
  if (called === null) return []
  const name = field(called, 'name')?.text ?? ''
  const { frames } = scene.failure
  const rows = { from: called.startPosition.row + 1, to: called.endPosition.row + 1 }
  const at = frames.findIndex(
    frame => frame.line >= rows.from && frame.line <= rows.to && frame.file.endsWith(from.path),
  )
  if (at === -1) return []
  const caller = frames[at + 1]
  const file = caller === undefined || !caller.own ? null : scene.folder.open(caller.file)
  if (caller === undefined || file === null) return []
  const row = caller.line - 1
  const root = scene.parse(file)
  const calls = root
    .descendantsOfType('call', { row, column: 0 }, { row, column: 100_000 })
    .filter((call): call is SyntaxNode => call !== null && isCallOf(call, name))
  const [call] = calls
  if (call === undefined || calls.length > 1) return []
  const given = argumentFor(call, called, parameter)
  return given === null ? [] : [{ node: given, file }]
}

/** `cart.total(…)` calls `total`; a class calls its `__init__`. */
function isCallOf(call: SyntaxNode, name: string): boolean {
  const callee = field(call, 'function')
  const called = callee?.type === 'attribute' ? field(callee, 'attribute')?.text : callee?.text
  return called === name || (name === '__init__' && /^_*[A-Z]/.test(called ?? ''))
}

/** The expression that a call gives for a parameter; null when none, or when stars hide it. */
function argumentFor(call: SyntaxNode, called: SyntaxNode, parameter: SyntaxNode): SyntaxNode | null {
  const name = parameterName(parameter)?.text
  const given = partsOf(field(call, 'arguments'))
  const named = given.find(part => part.type === 'keyword_argument' && field(part, 'name')?.text === name)
  if (named !== undefined) return field(named, 'value')
  if (given.some(({ type }) => type === 'list_splat' || type === 'dictionary_splat')) return null
  const parameters = parameterNodes(called)
  const isMethod = ['self', 'cls'].includes(parameters[0]?.text ?? '')
  const at = parameters.findIndex(({ id }) => id === parameter.id) - (isMethod ? 1 : 0)
  const found = given[at]
  return found === undefined || found.type === 'keyword_argument' ? null : found
}

/** How many variables are followed back. */
const mostHops = 3

/** Everything that a value may have been on its way to `node`, from there back. */
export function trailOf(
  scene: Scene,
  node: SyntaxNode,
  file = scene.file,
  hops = mostHops,
): readonly Origin[] {
  const origins = originsOf(scene, node, file)
  const further = origins.flatMap(origin =>
    hops > 0 && origin.node.id !== node.id && ['identifier', 'attribute'].includes(origin.node.type)
      ? trailOf(scene, origin.node, origin.file, hops - 1)
      : [],
  )
  return [...origins, ...further].slice(0, 24)
}
