// A function that takes one value was given several, or a tuple lost its comma.

import type { Inspect } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { insert, wrapTuple } from '../words.ts'

/** `isinstance(value, int, float)`, `items.append(a, b)`: the last ones belong in a tuple. */
export const argumentsAsTuple: Inspect = scene => {
  for (const call of nodesOnLine(scene, ['call'])) {
    const callee = field(call, 'function')
    const name =
      callee?.type === 'attribute' ? (field(callee, 'attribute')?.text ?? '') : (callee?.text ?? '')
    const given = partsOf(field(call, 'arguments'))
    const from =
      name === 'isinstance' || name === 'issubclass' ? 1 : name === 'append' || name === 'add' ? 0 : 1
    const ends = name === 'startswith' || name === 'endswith'
    const start = ends ? 0 : from
    const [first, last] = [given[start], given.at(-1)]
    const isKnown = ['isinstance', 'issubclass', 'append', 'add', 'startswith', 'endswith'].includes(name)
    if (!isKnown || first === undefined || last === undefined || given.length < start + 2) continue
    if (given.some(({ type }) => type === 'keyword_argument' || type.endsWith('_splat'))) continue
    if (ends && !given.every(({ type }) => type === 'string' || type === 'identifier')) continue
    const certain = name === 'isinstance' || name === 'issubclass'
    const text = `(${scene.file.text.slice(first.startIndex, last.endIndex)})`
    return {
      proposals: [
        propose(
          scene.file,
          wrapTuple(text.length > 60 ? '(…)' : text.replaceAll('\n', ' ')),
          certain || ends,
          [insertAt(first.startIndex, '('), insertAt(last.endIndex, ')')],
        ),
      ],
    }
  }
  return null
}

/** `(name)` where a tuple is needed: `+ (item)`, `args=(job)`, `execute(sql, (id))`. */
export const lostTupleComma: Inspect = scene => {
  if (!/tuple|bindings/.test(scene.failure.message)) return null
  const brackets = nodesOnLine(scene, ['parenthesized_expression'])
  const near = brackets.length > 0 ? brackets : nodesNear(scene)
  const fits = near.filter(node => {
    const parent = node.parent
    return (
      parent?.type === 'binary_operator' ||
      parent?.type === 'argument_list' ||
      (parent?.type === 'keyword_argument' && field(parent, 'name')?.text === 'args')
    )
  })
  const [node, other] = fits
  if (node === undefined) return null
  const inner = partsOf(node)[0]
  if (inner === undefined || inner.type.startsWith('binary')) return null
  return {
    proposals: [
      propose(scene.file, insert(`(${shownText(inner)},)`), other === undefined, [
        insertAt(inner.endIndex, ','),
      ]),
    ],
    line: node.startPosition.row + 1,
  }
}

/** Of a call that takes several lines. */
function nodesNear(scene: Parameters<Inspect>[0]) {
  const [call] = nodesOnLine(scene, ['call'])
  return partsOf(field(call ?? null, 'arguments')).filter(({ type }) => type === 'parenthesized_expression')
}
