// A class where an object was meant, an object or a text where a class was meant.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { classNamed } from '../code/find-callee.ts'
import { lineage } from '../code/modules.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose, rewrite } from '../code/proposals.ts'
import { originsOf } from '../code/value-origin.ts'
import { callIt, remove, wrapTuple } from '../words.ts'

/** `isinstance(value, [int, float])`, `isinstance(value, "str")`. */
export const typeArgument: Inspect = scene => {
  for (const call of nodesOnLine(scene, ['call'])) {
    if (!/^(?:isinstance|issubclass)$/.test(field(call, 'function')?.text ?? '')) continue
    const [, types] = partsOf(field(call, 'arguments'))
    if (types === undefined) continue
    if (types.type === 'list' || types.type === 'set') {
      const text = `(${types.text.slice(1, -1)})`
      return {
        proposals: [
          propose(scene.file, wrapTuple(text.length > 60 ? '(…)' : text.replaceAll('\n', ' ')), true, [
            { start: types.startIndex, end: types.startIndex + 1, text: '(' },
            { start: types.endIndex - 1, end: types.endIndex, text: ')' },
          ]),
        ],
      }
    }
    const quotes = /^(["'])([A-Za-z_][\w.]*)\1$/.exec(types.text)
    if (types.type === 'string' && quotes !== null)
      return { proposals: [propose(scene.file, remove('"'), true, [rewrite(types, quotes[2] ?? '')])] }
  }
  return null
}

/** `type object 'Cart' has no attribute 'items'`: the class stands where one of its objects was meant. */
export const notInstantiated: Inspect = scene => {
  if (/does not support the (?:asynchronous )?context manager protocol/.test(scene.failure.message))
    return heldClass(scene)
  const [, name = '', attribute = ''] =
    /^AttributeError: type object '(\w+)' has no attribute '(\w+)'/.exec(scene.failure.message) ?? []
  if (name === '' || !scene.whole) return null
  const owner = classNamed(scene, name)
  if (owner !== null && !lineage(scene, owner).some(({ members }) => members.has(attribute))) return null
  for (const node of nodesOnLine(scene, ['attribute'])) {
    const object = field(node, 'object')
    if (object === null || field(node, 'attribute')?.text !== attribute) continue
    const places = object.text === name ? [{ node: object, file: scene.file }] : originsOf(scene, object)
    const place = places.find(origin => origin.node.text === name || origin.node.text.endsWith(`.${name}`))
    if (place === undefined || (owner === null && place.node.id === object.id)) continue
    return {
      slots: { class: name },
      file: place.file.path,
      line: place.node.startPosition.row + 1,
      proposals: [
        propose(place.file, callIt(shownText(place.node)), owner !== null && takesNothing(owner.methods), [
          insertAt(place.node.endIndex, '()'),
        ]),
      ],
    }
  }
  return null
}

/** `with self.lock:` after `self.lock = Lock`. */
function heldClass(scene: Scene): ReturnType<Inspect> {
  const items = nodesOnLine(scene, ['with_item']).flatMap(item => partsOf(item).slice(0, 1))
  for (const value of items) {
    if (!scene.whole) continue
    const place = originsOf(scene, value).find(
      ({ node }) => node.id !== value.id && /^(?:\w+\.)?[A-Z]\w*$/.test(node.text),
    )
    if (place === undefined) continue
    return {
      slots: { class: place.node.text },
      file: place.file.path,
      line: place.node.startPosition.row + 1,
      proposals: [
        propose(
          place.file,
          callIt(place.node.text),
          /(?:^|\.)(?:R?Lock|Condition|Event)$/.test(place.node.text),
          [insertAt(place.node.endIndex, '()')],
        ),
      ],
    }
  }
  return null
}

/** Whether a class of these methods is made without arguments. */
function takesNothing(methods: readonly { readonly name: string; readonly node: SyntaxNode }[]): boolean {
  const init = methods.find(({ name }) => name === '__init__')
  const given = partsOf(field(init?.node ?? null, 'parameters'))
  return init !== undefined && given.length === 1
}

/** `sorted(orders, key=total())`, `Thread(target=work())`: called where it should be handed over. */
export const calledTooEarly: Inspect = scene => {
  const calls = nodesOnLine(scene, ['call']).filter(call => {
    const parent = call.parent
    const isArgument =
      parent?.type === 'argument_list' ||
      (parent?.type === 'keyword_argument' && field(parent, 'value')?.id === call.id)
    return isArgument && partsOf(field(call, 'arguments')).length === 0
  })
  const named = calls.find(({ parent }) => handedOver.test(field(parent, 'name')?.text ?? ''))
  const [only, other] = calls
  const call = named ?? (other === undefined ? only : undefined)
  const list = field(call ?? null, 'arguments')
  if (
    call === undefined ||
    list === null ||
    !/0 given|missing \d+ required|not callable/.test(scene.failure.message)
  )
    return null
  if (/not callable/.test(scene.failure.message) && named === undefined) return null
  return { proposals: [propose(scene.file, remove('()'), named !== undefined, [rewrite(list, '')])] }
}

const handedOver = /^(?:key|target|func|function|callback|default_factory|initializer|hook|on_\w+)$/
