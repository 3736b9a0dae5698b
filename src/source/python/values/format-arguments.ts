// A format with a place more than it has values: the variable that was computed for it and that nobody reads.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { around, field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { scopeOf } from '../code/scope.ts'
import { insert } from '../words.ts'

export const formatValue: Inspect = scene => {
  if (
    !/not enough arguments for format string|Replacement index \d+ out of range|tuple index out of range/.test(
      scene.failure.message,
    )
  )
    return null
  for (const node of nodesOnLine(scene, ['binary_operator', 'call'])) {
    const last = node.type === 'call' ? lastOfCall(node) : lastOfTuple(node)
    const owner = around(node, ['function_definition'])
    if (last === null || owner === null) continue
    const [name, other] = unread(owner)
    if (name === undefined || other !== undefined) continue
    return { proposals: [propose(scene.file, insert(name), false, [insertAt(last.endIndex, `, ${name}`)])] }
  }
  return null
}

/** The last value of `"…".format(…)`. */
function lastOfCall(call: SyntaxNode): SyntaxNode | null {
  const callee = field(call, 'function')
  if (callee?.type !== 'attribute' || field(callee, 'attribute')?.text !== 'format') return null
  const last = partsOf(field(call, 'arguments')).at(-1)
  return last === undefined || last.type === 'keyword_argument' || last.type.endsWith('_splat') ? null : last
}

/** The last value of `"…" % (…)`. */
function lastOfTuple(node: SyntaxNode): SyntaxNode | null {
  const right = field(node, 'right')
  if (right?.type !== 'tuple' || !node.children.some(child => child?.type === '%')) return null
  return partsOf(right).at(-1) ?? null
}

/** The variables and parameters of a function that it never reads. */
function unread(owner: SyntaxNode): readonly string[] {
  const { bindings } = scopeOf(owner)
  const uses = nodesIn(owner, ['identifier']).map(({ text }) => text)
  const own = bindings.filter(
    ({ kind, name }) =>
      (kind === 'variable' || kind === 'parameter') &&
      !name.startsWith('_') &&
      name !== 'self' &&
      name !== 'cls',
  )
  return [...new Set(own.map(({ name }) => name))].filter(
    name => uses.filter(text => text === name).length === own.filter(binding => binding.name === name).length,
  )
}
