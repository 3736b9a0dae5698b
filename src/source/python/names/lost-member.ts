// AttributeError of a class of the project: the field is set as a local variable, or by a parent's __init__ that nobody called.

import { editDistance } from '../../../model/edit-distance.ts'
import type { Inspect, Proposal, Scene } from '../../inspection.ts'
import { classNamed } from '../code/find-callee.ts'
import { lineage } from '../code/modules.ts'
import { type ClassOutline, type FunctionOutline, selfOf } from '../code/outline.ts'
import { around, field, nodesIn, partsOf } from '../code/place.ts'
import { insertAt, propose, respell } from '../code/proposals.ts'
import { parameterName, parameterNodes } from '../code/scope.ts'
import { setBy } from '../note-words.ts'
import { insert } from '../words.ts'

/** The class that lacks an attribute, and which one. */
function lacking(scene: Scene): { readonly owner: ClassOutline; readonly attribute: string } | null {
  const [, type = '', attribute = ''] =
    /^AttributeError: '(\w+)' object has no attribute '(\w+)'/.exec(scene.failure.message) ?? []
  const owner = type === '' || !scene.whole ? null : classNamed(scene, type)
  return owner === null ? null : { owner, attribute }
}

/** `total = 0` in `__init__` where `self.total = 0` was meant. */
export const lostFieldSelf: Inspect = scene => {
  const found = lacking(scene)
  if (found === null) return null
  for (const { methods, file } of lineage(scene, found.owner)) {
    for (const method of methods) {
      const self = selfOf(method)
      if (self === null) continue
      const local = nodesIn(method.node, ['assignment']).filter(
        assignment =>
          field(assignment, 'left')?.text === found.attribute &&
          around(assignment, ['function_definition', 'lambda'])?.id === method.node.id,
      )
      const [only, other] = local
      if (only === undefined || (method.name !== '__init__' && other !== undefined)) continue
      const left = field(only, 'left')
      if (left === null) continue
      const reads = nodesIn(method.node, ['identifier']).filter(
        ({ text, parent, id }) => text === found.attribute && parent?.type !== 'attribute' && id !== left.id,
      )
      return {
        slots: { attribute: found.attribute, class: found.owner.name },
        file: file.path,
        line: only.startPosition.row + 1,
        proposals: [
          propose(file, insert(`${self}.`), reads.length === 0 && other === undefined, [
            insertAt(left.startIndex, `${self}.`),
          ]),
        ],
      }
    }
  }
  return null
}

/** The parent's `__init__` sets the attribute, and the class has one of its own that does not call it. */
export const lostParentInit: Inspect = scene => {
  const found = lacking(scene)
  if (found === null) return null
  const [own, ...parents] = lineage(scene, found.owner)
  const init = own?.methods.find(({ name }) => name === '__init__')
  const body = field(init?.node ?? null, 'body')
  if (own === undefined || init === undefined || body === null || /\b__init__\s*\(/.test(body.text))
    return null
  const parent = parents.find(({ methods }) =>
    methods.some(method => method.name === '__init__' && setsOn(method, found.attribute)),
  )
  const other = parent?.methods.find(({ name }) => name === '__init__')
  if (parent === undefined || other === undefined) return null
  return {
    slots: { attribute: found.attribute, class: own.name, parent: parent.name },
    file: own.file.path,
    line: init.node.startPosition.row + 1,
    notes: [
      {
        text: setBy(`${parent.name}.__init__`, found.attribute),
        place: { file: parent.file.path, line: other.node.startPosition.row + 1 },
      },
    ],
    proposals: superCall(init, other),
  }
}

function setsOn(method: FunctionOutline, attribute: string): boolean {
  const self = selfOf(method)
  return nodesIn(method.node, ['assignment']).some(
    assignment => field(assignment, 'left')?.text === `${self}.${attribute}`,
  )
}

/** `super().__init__(…)` as the first statement, with what has the names of the parent's parameters. */
function superCall(init: FunctionOutline, parent: FunctionOutline): readonly Proposal[] {
  const first = partsOf(field(init.node, 'body')).find(
    ({ type, firstChild }) => !(type === 'expression_statement' && firstChild?.type === 'string'),
  )
  if (first === undefined) return []
  const own = parameterNodes(init.node).map(part => parameterName(part)?.text)
  const wanted = parameterNodes(parent.node).slice(1)
  const needed = wanted.filter(({ type }) => type === 'identifier' || type === 'typed_parameter')
  const names = needed.map(part => parameterName(part)?.text ?? '')
  if (names.some(name => !own.includes(name))) return []
  const text = `super().__init__(${names.join(', ')})`
  return [
    propose(init.file, insert(text), wanted.length === needed.length, [
      insertAt(first.startIndex, `${text}\n${' '.repeat(first.startPosition.column)}`),
    ]),
  ]
}

const protocols: readonly (readonly [message: RegExp, methods: readonly string[]])[] = [
  // TypeError: 'Cart' object is not iterable
  [/^TypeError: '(\w+)' object is not iterable/, ['__iter__', '__getitem__']],
  [/^TypeError: argument of type '(\w+)' is not /, ['__contains__', '__iter__']],
  [/^TypeError: '(\w+)' object is not an iterator/, ['__next__']],
  [/^TypeError: '(\w+)' object is not callable/, ['__call__']],
  [/^TypeError: '(\w+)' object (?:is not subscriptable|does not support indexing)/, ['__getitem__']],
  [/^TypeError: '(\w+)' object does not support item assignment/, ['__setitem__']],
  [/^TypeError: object of type '(\w+)' has no len/, ['__len__']],
  [/^TypeError: '(\w+)' object does not support the context manager/, ['__enter__', '__exit__']],
  [/^TypeError: '(\w+)' object does not support the asynchronous context/, ['__aenter__', '__aexit__']],
  [/^TypeError: '\S+' not supported between instances of '(\w+)'/, ['__lt__', '__gt__', '__le__', '__ge__']],
]

/** `def __int__(self)` that sets the missing field. */
function misspeltInit(scene: Scene): ReturnType<Inspect> {
  const found = lacking(scene)
  if (found === null || found.owner.methods.some(({ name }) => name === '__init__')) return null
  const method = found.owner.methods.find(
    candidate =>
      /^_.*in/.test(candidate.name) &&
      editDistance(candidate.name, '__init__', 3) <= 3 &&
      setsOn(candidate, found.attribute),
  )
  const name = field(method?.node ?? null, 'name')
  if (method === undefined || name === null) return null
  return {
    slots: { method: method.name, special: '__init__' },
    file: method.file.path,
    line: method.node.startPosition.row + 1,
    proposals: [respell(method.file, name, '__init__', true)],
  }
}

const specials = new Set([
  ...protocols.flatMap(([, methods]) => methods),
  ...'__init__ __new__ __del__ __repr__ __str__ __eq__ __ne__ __hash__ __bool__ __getattr__ __setattr__ __delattr__ __get__ __set__ __delitem__ __add__ __sub__ __mul__ __and__ __or__ __aiter__ __anext__ __await__ __missing__ __copy__ __reduce__ __exit__ __dir__ __index__ __int__ __float__'.split(
    ' ',
  ),
])

/** `def iter(self)`, `def __itr__(self)`: a special method under another name. */
export const misspeltSpecial: Inspect = scene => {
  const { message } = scene.failure
  const init = misspeltInit(scene)
  if (init !== null) return init
  for (const [pattern, wanted] of protocols) {
    const type = pattern.exec(message)?.[1]
    const owner = type === undefined || !scene.whole ? null : classNamed(scene, type)
    if (owner === null) continue
    const methods = lineage(scene, owner).flatMap(found => found.methods)
    for (const special of wanted) {
      if (methods.some(({ name }) => name === special)) continue
      const bare = special.replaceAll('_', '')
      const method = methods.find(
        ({ name }) =>
          name.replaceAll('_', '') === bare ||
          (name.startsWith('_') && !specials.has(name) && editDistance(name, special, 2) <= 2),
      )
      const name = field(method?.node ?? null, 'name')
      if (method === undefined || name === null) continue
      return {
        slots: { method: method.name, special },
        file: method.file.path,
        line: method.node.startPosition.row + 1,
        proposals: [respell(method.file, name, special, true)],
      }
    }
  }
  return null
}
