// KeyError and IndexError: a misspelt key, an index behind the end.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { clearlyMeant, similarNames } from '../../similar-name.ts'
import { around, field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { originsOf } from '../code/value-origin.ts'
import { remove, replace } from '../words.ts'

/** `order["totla"]`: a key that the file spells otherwise. */
export const misspeltKey: Inspect = scene => {
  const wrong = /^'(.*)'$|^"(.*)"$/.exec(scene.slots.key ?? '')
  const key = wrong?.[1] ?? wrong?.[2] ?? ''
  if (key.length < 3 || !scene.whole) return null
  const node = nodesOnLine(scene, ['string_content']).find(({ text }) => text === key)
  const subscript = node === undefined ? null : around(node, ['subscript', 'call'])
  if (node === undefined || subscript === null) return null
  const object = field(subscript, 'value')
  const literal =
    object === null ? [] : originsOf(scene, object).filter(({ node: { type } }) => type === 'dictionary')
  const own = literal.flatMap(({ node: dictionary }) => keysOf(dictionary))
  const known =
    own.length > 0 ? own : keysOf(scene.parse(scene.file)).concat(readKeys(scene.parse(scene.file)))
  const similar = similarNames(key, [...new Set(known)], name => name)
  const [best] = similar
  if (best === undefined) return null
  const clear = clearlyMeant(key, similar)
  return {
    proposals: [respell(scene.file, node, best.name, clear !== null && own.length > 0 && clear.slips <= 1)],
  }
}

/** The keys that dictionary literals below a node write. */
function keysOf(node: SyntaxNode): readonly string[] {
  return nodesIn(node, ['pair']).flatMap(pair => {
    const key = field(pair, 'key')
    return key?.type === 'string' ? [nodesIn(key, ['string_content'])[0]?.text ?? ''] : []
  })
}

/** The keys that a file reads or sets. */
function readKeys(root: SyntaxNode): readonly string[] {
  return nodesIn(root, ['subscript']).flatMap(node => {
    const index = partsOf(node)[1]
    return index?.type === 'string' ? [nodesIn(index, ['string_content'])[0]?.text ?? ''] : []
  })
}

/** `range(len(items) + 1)`, `items[len(items)]`, `while i <= len(items)`: one too far. */
export const behindEnd: Inspect = scene => {
  const indexed = nodesOnLine(scene, ['subscript']).map(node => ({
    node,
    value: field(node, 'value')?.text ?? '',
    index: partsOf(node)[1],
  }))
  for (const { value, index } of indexed) {
    if (index === undefined) continue
    if (index.text === `len(${value})`)
      return { proposals: [propose(scene.file, replace(index.text, '-1'), true, [rewrite(index, '-1')])] }
    if (index.type !== 'identifier') continue
    const loop = around(index, ['for_statement', 'while_statement'])
    const head = loop?.type === 'while_statement' ? field(loop, 'condition') : field(loop, 'right')
    if (loop === null || head === null) continue
    for (const sum of nodesIn(head, ['binary_operator'])) {
      const left = field(sum, 'left')
      if (left?.text !== `len(${value})` || field(sum, 'right')?.text !== '1' || !sum.text.includes('+'))
        continue
      return {
        line: sum.startPosition.row + 1,
        proposals: [
          propose(scene.file, remove('+ 1'), true, [{ start: left.endIndex, end: sum.endIndex, text: '' }]),
        ],
      }
    }
    const operator =
      head.type === 'comparison_operator' ? head.children.find(child => child?.type === '<=') : null
    if (operator && head.text.endsWith(`len(${value})`))
      return {
        line: head.startPosition.row + 1,
        proposals: [propose(scene.file, replace('<=', '<'), true, [rewrite(operator, '<')])],
      }
  }
  return null
}
