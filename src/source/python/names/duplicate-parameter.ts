// `def start(self, scheduler, scheduler)`: one of the two was meant to be the name that the body uses and nothing binds.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { builtinNames } from '../code/builtins.ts'
import { field, nodesIn } from '../code/place.ts'
import { respell } from '../code/proposals.ts'
import { parameterName, parameterNodes, scopesAround } from '../code/scope.ts'

export const duplicateParameter: Inspect = scene => {
  const { name = '' } = scene.slots
  const functions = nodesIn(scene.parse(scene.file), ['function_definition'])
  for (const node of functions) {
    const names = parameterNodes(node)
      .map(parameterName)
      .filter(found => found?.text === name)
    const last = names.at(-1)
    const rows = [node.startPosition.row + 1, (last?.endPosition.row ?? 0) + 1]
    if (names.length < 2 || !last || scene.line < (rows[0] ?? 0) || scene.line > (rows[1] ?? 0)) continue
    const meant = unboundIn(node)
    if (meant.length !== 1) return null
    const proposal = respell(scene.file, last, meant[0] ?? name, false)
    return { line: last.startPosition.row + 1, proposals: [proposal] }
  }
  return null
}

/** The names that a function's body reads and that neither it, nor what is around, nor Python binds. */
function unboundIn(node: SyntaxNode): readonly string[] {
  const body = field(node, 'body')
  if (body === null) return []
  const bound = new Set(scopesAround(body).flatMap(({ bindings }) => bindings.map(({ name }) => name)))
  const unbound = nodesIn(body, ['identifier']).filter(found => {
    const { parent, text } = found
    const isPart = parent?.type === 'attribute' && field(parent, 'attribute')?.id === found.id
    const isKeyword = parent?.type === 'keyword_argument' && field(parent, 'name')?.id === found.id
    return !isPart && !isKeyword && !bound.has(text) && !builtinNames.has(text) && !boundWithin(found, body)
  })
  return [...new Set(unbound.map(({ text }) => text))]
}

/** Bound by a function, lambda or comprehension inside. */
function boundWithin(node: SyntaxNode, body: SyntaxNode): boolean {
  return scopesAround(node).some(
    scope =>
      scope.node.startIndex >= body.startIndex && scope.bindings.some(({ name }) => name === node.text),
  )
}
