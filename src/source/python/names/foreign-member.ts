// A method that another type, another language or an older Python has: what to write for it here.

import type { Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { similarNames } from '../../similar-name.ts'
import { builtinMembers } from '../code/builtins.ts'
import { quoted, shownText } from '../code/expressions.ts'
import { field, nodesIn, partsOf } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { originsOf } from '../code/value-origin.ts'
import { readKey, remove, wrapIn } from '../words.ts'
import { isCalled } from './meant-name.ts'

/** By type: what people write, and the method that does it. */
const methods: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  list: {
    add: 'append',
    push: 'append',
    push_back: 'append',
    addAll: 'extend',
    concat: 'extend',
    indexOf: 'index',
  },
  str: {
    trim: 'strip',
    trimStart: 'lstrip',
    trimEnd: 'rstrip',
    toUpperCase: 'upper',
    toLowerCase: 'lower',
    toUpper: 'upper',
    toLower: 'lower',
    to_upper: 'upper',
    to_lower: 'lower',
    indexOf: 'find',
    lastIndexOf: 'rfind',
    replaceAll: 'replace',
  },
  dict: { iteritems: 'items', itervalues: 'values', iterkeys: 'keys', entries: 'items', put: 'update' },
  set: { append: 'add', push: 'add', insert: 'add', extend: 'update' },
}

/** The proposal for an attribute that a value of a builtin type does not have; null when nothing is known of it. */
export function foreignMember(scene: Scene, node: SyntaxNode, type: string): Proposal | null {
  const name = field(node, 'attribute')
  const object = field(node, 'object')
  if (name === null || object === null) return null
  const call = isCalled(node) ? node.parent : null
  const method = methods[type]?.[name.text]
  // A list that has no `add` may as well have been meant to be a set.
  const isDoubtful = (type === 'list' && name.text === 'add') || (type === 'set' && name.text === 'append')
  if (method !== undefined && call !== null)
    return respell(scene.file, name, method, !isDoubtful || hasLiteral(scene, object))
  if (['length', 'size', 'len', 'Length'].includes(name.text) && type !== 'int' && type !== 'float') {
    const whole = call ?? node
    return propose(scene.file, wrapIn('len', shownText(object)), true, [
      rewrite(whole, `len(${object.text})`),
    ])
  }
  const isDone = (type === 'str' && name.text === 'decode') || (type === 'bytes' && name.text === 'encode')
  if (isDone && call !== null) {
    // What is read from a file may be text only because the file was opened so.
    const certain = !(object.type === 'call' && /\.read\w*\(/.test(object.text))
    const title = remove(call.text.slice(object.text.length).trim())
    return propose(scene.file, title, certain, [{ start: object.endIndex, end: call.endIndex, text: '' }])
  }
  if (type === 'dict' && call === null) return readsKey(scene, node, object, name)
  if (type === 'dict' && name.text === 'has_key' && call !== null) {
    const [key] = partsOf(field(call, 'arguments'))
    if (key !== undefined) return respell(scene.file, call, `${key.text} in ${object.text}`, true)
  }
  if ((type === 'int' || type === 'float') && call !== null && builtinMembers.str?.includes(name.text))
    return respell(scene.file, object, `str(${object.text})`, false)
  return null
}

/** Whether the source shows that a value is a list or a set of this kind on purpose. */
function hasLiteral(scene: Scene, object: SyntaxNode): boolean {
  return (
    scene.whole &&
    originsOf(scene, object).some(
      ({ node }) =>
        ['list_comprehension', 'set', 'set_comprehension'].includes(node.type) ||
        (node.type === 'list' && node.namedChildCount > 0) ||
        /^(?:list|set|sorted)\(/.test(node.text),
    )
  )
}

/** `order.total` of a dict: certain where the file has such a key and no method is called almost so. */
function readsKey(scene: Scene, node: SyntaxNode, object: SyntaxNode, name: SyntaxNode): Proposal | null {
  const near = similarNames(name.text, builtinMembers.dict ?? [], member => member)
  const keys = nodesIn(scene.parse(scene.file), ['string_content'])
  const isKey = keys.some(({ text }) => text === name.text)
  if (near.length > 0 && !isKey) return null
  const key = quoted(node, name.text)
  return propose(scene.file, readKey(key), isKey, [
    { start: object.endIndex, end: node.endIndex, text: `[${key}]` },
  ])
}
