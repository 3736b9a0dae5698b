// Square brackets where a call was meant, or the other way round; a comma lost between two elements; a property called.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { builtinMembers, builtinNames } from '../code/builtins.ts'
import { lastName, shownText } from '../code/expressions.ts'
import { functionsNamed } from '../code/find-callee.ts'
import { lineage } from '../code/modules.ts'
import { methodAround } from '../code/outline.ts'
import { field, markedRange, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose, rewrite } from '../code/proposals.ts'
import { scopesAround } from '../code/scope.ts'
import { callWith, indexWith, insert, remove } from '../words.ts'

const containers = [
  'dict',
  'list',
  'tuple',
  'str',
  'defaultdict',
  'OrderedDict',
  'collections.defaultdict',
  'Counter',
  'bytes',
]

/** `order("total")`: a value of a builtin type is called. */
export const calledValue: Inspect = scene => {
  const { type = '' } = scene.slots
  const calls = nodesOnLine(scene, ['call'])
  for (const call of calls) {
    const callee = field(call, 'function')
    const list = field(call, 'arguments')
    if (callee === null || list === null || list.type !== 'argument_list') continue
    const given = partsOf(list)
    if (
      ['tuple', 'list', 'string', 'dictionary', 'integer', 'float'].includes(callee.type) &&
      isElement(call)
    )
      return { proposals: [propose(scene.file, insert(','), true, [insertAt(callee.endIndex, ',')])] }
    if (callee.type === 'integer' || callee.type === 'float' || isNumber(callee, type))
      return {
        proposals: [
          propose(scene.file, insert('*'), true, [
            insertAt(callee.endIndex, callee.endIndex === list.startIndex ? ' * ' : ' *'),
          ]),
        ],
      }
    if (isProperty(scene, callee) && given.length === 0)
      return { proposals: [propose(scene.file, remove('()'), true, [rewrite(list, '')])] }
    if (isField(scene, callee) && given.length === 0 && type !== 'NoneType')
      return { proposals: [propose(scene.file, remove('()'), true, [rewrite(list, '')])] }
    if (given.length === 0 && isPlainValue(scene, callee, type, calls.length))
      return {
        proposals: [propose(scene.file, remove('()'), false, [rewrite(list, '')])],
      }
    if (isMethod(callee)) continue
    if (callee.type === 'identifier' && (builtinNames.has(callee.text) || isDefined(callee))) continue
    if (!containers.includes(type) || given.length !== 1 || given[0]?.type === 'keyword_argument') continue
    const text = `${callee.text}[${given[0]?.text ?? ''}]`
    return {
      proposals: [
        propose(scene.file, indexWith(shorten(text)), calls.length === 1 || type === 'dict', [
          { start: list.startIndex, end: list.startIndex + 1, text: '[' },
          { start: list.endIndex - 1, end: list.endIndex, text: ']' },
        ]),
      ],
    }
  }
  return null
}

/** `lines(0).strip()`: the outer call is of a method that builtin types have. */
function isMethod(callee: SyntaxNode): boolean {
  return (
    callee.type === 'attribute' &&
    Object.values(builtinMembers).some(members => members.includes(lastName(callee)))
  )
}

function isElement(call: SyntaxNode): boolean {
  return ['list', 'tuple', 'set', 'argument_list'].includes(call.parent?.type ?? '')
}

/** `2(a + b)` and `(a + b)(c)`. */
function isNumber(callee: SyntaxNode, type: string): boolean {
  return (type === 'int' || type === 'float') && callee.type === 'parenthesized_expression'
}

function isProperty(scene: Scene, callee: SyntaxNode): boolean {
  if (callee.type !== 'attribute' || !scene.whole) return false
  const found = functionsNamed(scene, lastName(callee))
  return (
    found.length > 0 && found.every(({ decorators }) => decorators.some(name => name.endsWith('property')))
  )
}

/** `order.total()`, `total()`: nothing of the project is a function of that name. */
function isPlainValue(scene: Scene, callee: SyntaxNode, type: string, calls: number): boolean {
  if (type === 'NoneType' || !scene.whole || (calls > 1 && markedRange(scene) === null)) return false
  const name = lastName(callee)
  if (!/^\w+$/.test(name) || builtinNames.has(name) || isMethod(callee)) return false
  return functionsNamed(scene, name).length === 0 && !isDefined(callee)
}

/** `self.rate()` where the class only ever sets `rate`. */
function isField(scene: Scene, callee: SyntaxNode): boolean {
  if (callee.type !== 'attribute' || !scene.whole) return false
  const object = field(callee, 'object')?.text
  const { owner } = methodAround(scene, callee)
  if (owner === null || (object !== 'self' && object !== 'cls')) return false
  const name = lastName(callee)
  const all = lineage(scene, owner)
  return (
    all.some(({ members }) => members.has(name)) &&
    !all.some(({ methods }) => methods.some(method => method.name === name))
  )
}

/** A function or class of the file. */
function isDefined(callee: SyntaxNode): boolean {
  return scopesAround(callee).some(({ bindings }) =>
    bindings.some(
      ({ name, kind }) =>
        name === callee.text && (kind === 'function' || kind === 'class' || kind === 'import'),
    ),
  )
}

/** `len[items]`: a function is indexed. */
export const indexedFunction: Inspect = scene => {
  if (!/function|method|type\b/.test(scene.failure.message)) return null
  const found = nodesOnLine(scene, ['subscript']).filter(node => {
    const value = field(node, 'value')
    return value?.type === 'attribute' || value?.type === 'identifier'
  })
  for (const node of found) {
    const value = field(node, 'value')
    if (value === null) continue
    const isNamed = value.type === 'identifier' && (builtinNames.has(value.text) || isDefined(value))
    if (value.type === 'identifier' && !isNamed) continue
    const text = scene.file.text.slice(value.endIndex, node.endIndex)
    if (!text.startsWith('[')) continue
    // A list given to a method: `extend[[a, b]]`; `keys[0]` rather lost its call.
    return {
      proposals: [
        propose(
          scene.file,
          callWith(shorten(`${value.text}(${text.slice(1, -1)})`)),
          isNamed || found.length === 1,
          [
            { start: value.endIndex, end: value.endIndex + 1, text: '(' },
            { start: node.endIndex - 1, end: node.endIndex, text: ')' },
          ],
        ),
      ],
    }
  }
  return null
}

function shorten(text: string): string {
  const [line = ''] = text.split('\n')
  return line === text && text.length <= 50 ? text : `${line.slice(0, 40)}…`
}

/** `datetime(2024, 1, 1)` after `import datetime`: the module has what was meant, of the same name. */
export const moduleCalled: Inspect = scene => {
  for (const call of nodesOnLine(scene, ['call'])) {
    const callee = field(call, 'function')
    if (callee?.type !== 'identifier') continue
    const isImported = scopesAround(callee).some(({ bindings }) =>
      bindings.some(({ name, kind }) => name === callee.text && kind === 'import'),
    )
    if (!isImported) continue
    const suggested = scene.slots.suggestion?.split('.').at(-1)
    if (suggested === undefined && !sameNamed.has(callee.text)) continue
    const text = `${callee.text}.${suggested ?? callee.text}`
    return {
      proposals: [
        propose(scene.file, callWith(`${shownText(callee)}.${suggested ?? callee.text}(…)`), true, [
          rewrite(callee, text),
        ]),
      ],
    }
  }
  return null
}

/** Modules with a class or function of their own name that is what people want of them. */
const sameNamed = new Set([
  'datetime',
  'time',
  'copy',
  'pprint',
  'glob',
  'tqdm',
  'deepcopy',
  'array',
  'getpass',
  'fnmatch',
  'shuffle',
])
