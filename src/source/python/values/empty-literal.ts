// A collection that was begun as one of another kind: `orders = {}` and then `orders.append(…)`.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { field } from '../code/place.ts'
import { propose, rewrite } from '../code/proposals.ts'
import { usedValues } from '../code/used-values.ts'
import { trailOf } from '../code/value-origin.ts'
import { replace } from '../words.ts'

const lists = new Set('append extend insert sort reverse'.split(' '))
const dicts = new Set('items keys values get setdefault popitem fromkeys'.split(' '))
const sets = new Set(
  'add discard union intersection difference issubset issuperset symmetric_difference isdisjoint difference_update'.split(
    ' ',
  ),
)

/** The empty literal that the failing use needs; null where it does not tell. */
function wantedLiteral(scene: Scene): string | null {
  const { message } = scene.failure
  const [, type = '', attribute = ''] =
    /^AttributeError: '(list|dict|tuple|set|str|NoneType)' object has no attribute '(\w+)'/.exec(message) ??
    []
  if (type !== '') {
    if (lists.has(attribute)) return '[]'
    if (dicts.has(attribute)) return type === 'NoneType' && attribute === 'get' ? null : '{}'
    return sets.has(attribute) && type === 'dict' ? 'set()' : null
  }
  // TypeError: list indices must be integers or slices, not str
  if (/^TypeError: (?:list|tuple) indices must be integers or slices, not (?:str|tuple)/.test(message))
    return '{}'
  if (/^TypeError: 'tuple' object does not support item assignment/.test(message)) return '[]'
  return null
}

export const wrongLiteral: Inspect = scene => {
  const wanted = wantedLiteral(scene)
  if (wanted === null || !scene.whole) return null
  for (const used of usedValues(scene)) {
    const origins = trailOf(scene, used).filter(({ node }) => node.id !== used.id)
    const found = origins.find(({ node }) => isEmpty(node) && node.text.replace(/\s/g, '') !== wanted)
    if (found === undefined) continue
    const { node, file } = found
    const isNone = node.type === 'none'
    return {
      file: file.path,
      line: node.startPosition.row + 1,
      slots: { written: node.text },
      proposals: [
        propose(file, replace(node.text, wanted), !isNone && origins.length === 1 && !isUsedSo(used, node), [
          rewrite(node, wanted),
        ]),
      ],
    }
  }
  return null
}

/** Whether the file uses a value as what it was begun as: `prices[sku]` of a dict, `rows.append(…)` of a list. */
function isUsedSo(used: SyntaxNode, literal: SyntaxNode): boolean {
  const text = used.tree.rootNode.text
  const signs = literal.text.startsWith('{')
    ? ['[', '.get(', '.items(', '.keys(', '.values(', '.update(']
    : ['.append(', '.extend(', '.sort(']
  return signs.some(sign => text.includes(`${used.text}${sign}`))
}

/** `[]`, `{}`, `()`, `set()`, `""`, `None` as the whole value of an assignment. */
function isEmpty(node: SyntaxNode): boolean {
  const parent = node.parent
  if (parent?.type !== 'assignment' || field(parent, 'right')?.id !== node.id) return false
  return /^(?:\[\s*\]|\{\s*\}|\(\s*\)|(?:set|list|dict|tuple)\(\)|""|''|None)$/.test(node.text)
}
