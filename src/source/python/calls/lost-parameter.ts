// A definition that lost its stars or one of its parameters: the call is as it should be.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { builtinNames } from '../code/builtins.ts'
import { field, nodesIn, nodesOnLine } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { parameterName, parameterNodes, scopesAround } from '../code/scope.ts'
import { insert } from '../words.ts'
import { failingCall, namedFunctions } from './argument-count.ts'

/** `def log(text, args)` that is called with many: the last one is what people write with stars. */
export const lostStars: Inspect = scene => {
  if (!scene.whole) return null
  const lost = /missing 1 required (?:positional|keyword-only) argument: '(\w+)'/.exec(
    scene.failure.message,
  )?.[1]
  const isKeyword =
    /unexpected keyword argument/.test(scene.failure.message) || (lost !== undefined && lost !== 'args')
  const [found, other] = namedFunctions(scene, failingCall(scene))
  if (found === undefined || other !== undefined) return null
  const names = isKeyword ? /^_?(?:kwargs|kw|keywords|options|opts|attrs|params)$/ : /^_?(?:args|arguments)$/
  if (lost !== undefined && !/^(?:kwargs|kw|args)$/.test(lost)) return null
  const parameter = parameterNodes(found.node).find(
    part =>
      (part.type === 'identifier' || part.type === 'typed_parameter') &&
      names.test(parameterName(part)?.text ?? '') &&
      !part.text.startsWith('*'),
  )
  if (parameter === undefined) return null
  const stars = isKeyword ? '**' : '*'
  return {
    file: found.file.path,
    line: found.node.startPosition.row + 1,
    proposals: [
      propose(
        found.file,
        insert(`${stars}${parameterName(parameter)?.text ?? ''}`),
        /^_?(?:args|kwargs)$/.test(parameterName(parameter)?.text ?? ''),
        [insertAt(parameter.startIndex, stars)],
      ),
    ],
  }
}

/** `lambda: order.total` that is given the order: the one name that its body reads and nothing binds. */
export const lostParameter: Inspect = scene => {
  const counts = /takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given/.exec(
    scene.failure.message,
  )
  if (counts === null || !scene.whole) return null
  const lost = Number(counts[2]) - Number(counts[1])
  const isLambda = scene.failure.message.includes('<lambda>')
  const named = isLambda ? [] : namedFunctions(scene, failingCall(scene))
  const definitions = isLambda
    ? nodesOnLine(scene, ['lambda']).map(node => ({ node, file: scene.file }))
    : named.length === 1
      ? named
      : []
  for (const { node, file } of definitions) {
    const unbound = unboundIn(node)
    if (unbound.length === 0 || unbound.length !== lost) continue
    const given = parameterNodes(node)
    const last = given.at(-1)
    const text = unbound.join(', ')
    const start = field(node, 'parameters')?.startIndex ?? node.startIndex
    const change =
      last !== undefined
        ? insertAt(last.endIndex, `, ${text}`)
        : isLambda
          ? insertAt(node.startIndex + 'lambda'.length, ` ${text}`)
          : insertAt(start + 1, text)
    return {
      file: file.path,
      line: node.startPosition.row + 1,
      proposals: [propose(file, insert(text), lost === 1, [change])],
    }
  }
  return null
}

/** The names that a function reads and that nothing around gives. */
function unboundIn(node: SyntaxNode): readonly string[] {
  const body = field(node, 'body')
  if (body === null) return []
  const inside = [body, ...nodesIn(body, ['identifier'])].filter(({ type }) => type === 'identifier')
  const unbound = inside.filter(found => {
    const { parent, text } = found
    if (parent?.type === 'attribute' && field(parent, 'attribute')?.id === found.id) return false
    if (parent?.type === 'keyword_argument' && field(parent, 'name')?.id === found.id) return false
    if (builtinNames.has(text)) return false
    return !scopesAround(found).some(({ bindings }) => bindings.some(({ name }) => name === text))
  })
  return [...new Set(unbound.map(({ text }) => text))].filter(
    text => !parameterNodes(node).some(part => parameterName(part)?.text === text),
  )
}
