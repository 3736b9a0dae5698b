// A function that lost its decorator: `@staticmethod`, `@classmethod`, `@property`, `@contextmanager`, `@dataclass`; and
// an `__init__` by another name.

import { editDistance } from '../../../model/edit-distance.ts'
import type { Inspect, Proposal } from '../../inspection.ts'
import { lastName } from '../code/expressions.ts'
import { classNamed, functionsNamed } from '../code/find-callee.ts'
import { lineage } from '../code/modules.ts'
import { type FunctionOutline, outlineOf } from '../code/outline.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose, respell } from '../code/proposals.ts'
import { parameterNodes } from '../code/scope.ts'
import { decorate } from '../words.ts'
import { failingCall, namedFunctions } from './argument-count.ts'

function putAbove(found: FunctionOutline, decorator: string, certain: boolean): Proposal {
  const { node, file, name } = found
  const indent = ' '.repeat(node.startPosition.column)
  return propose(file, decorate(decorator, name), certain, [
    insertAt(node.startIndex, `@${decorator}\n${indent}`),
  ])
}

function at(found: FunctionOutline, proposals: readonly Proposal[]) {
  return { file: found.file.path, line: found.node.startPosition.row + 1, proposals }
}

/** A method without `self` whose body does not need one, and which overrides none: it was static. */
export const lostStatic: Inspect = scene => {
  if (!scene.whole) return null
  const [found, other] = namedFunctions(scene, failingCall(scene))
  if (found === undefined || other !== undefined || found.owner === null || found.decorators.length > 0)
    return null
  const parameters = parameterNodes(found.node)
  if (['self', 'cls', 'mcs'].includes(parameters[0]?.text ?? '') || found.name.startsWith('__')) return null
  const uses = nodesIn(found.node, ['identifier']).some(({ text }) => text === 'self')
  const owner = classNamed(scene, found.owner)
  const parents = owner === null ? [] : lineage(scene, owner).slice(1)
  const overrides = parents.some(({ methods }) =>
    methods.some(method => method.name === found.name && method.node.id !== found.node.id),
  )
  const others = owner?.methods.some(({ decorators }) => decorators.includes('staticmethod')) === true
  return uses || overrides || !others ? null : at(found, [putAbove(found, 'staticmethod', false)])
}

/** `Cart.load(path)` misses its last argument: the class went into `path`, for `cls` had no decorator. */
export const lostClassMethod: Inspect = scene => {
  if (!scene.whole || !/missing \d+ required positional/.test(scene.failure.message)) return null
  const [found, other] = namedFunctions(scene, failingCall(scene))
  if (found === undefined || other !== undefined || found.owner === null) return null
  const isClass = parameterNodes(found.node)[0]?.text === 'cls'
  return isClass && found.decorators.length === 0 && found.name !== '__new__'
    ? at(found, [putAbove(found, 'classmethod', true)])
    : null
}

/** A method that everything else reads as an attribute. */
export const lostProperty: Inspect = scene => {
  if (!scene.whole || !/'method'|'function'|\bmethod\b/.test(scene.failure.message)) return null
  for (const node of nodesOnLine(scene, ['attribute'])) {
    const name = lastName(node)
    const [found, other] = functionsNamed(scene, name).filter(({ owner }) => owner !== null)
    if (found === undefined || other !== undefined || found.decorators.length > 0) continue
    if (parameterNodes(found.node).length !== 1) continue
    const text = scene.file.text + found.file.text
    const read = text.split(new RegExp(`\\.${name}\\b(?!\\s*\\()`)).length - 1
    const called = text.split(new RegExp(`\\.${name}\\s*\\(`)).length - 1
    if (called === 0 && read > 0) return at(found, [putAbove(found, 'property', false)])
  }
  return null
}

/** `'generator' object does not support the context manager protocol` */
export const lostContextManager: Inspect = scene => {
  if (
    !scene.whole ||
    !/generator/.test(scene.failure.message + nodesOnLine(scene, ['with_statement']).length)
  )
    return null
  for (const call of nodesOnLine(scene, ['call'])) {
    const [found, other] = functionsNamed(scene, lastName(field(call, 'function')))
    if (found === undefined || other !== undefined || found.decorators.length > 0) continue
    if (nodesIn(found.node, ['yield']).length === 0) continue
    const wanted = found.isAsync ? 'asynccontextmanager' : 'contextmanager'
    const imported = outlineOf(scene, found.file).imports
    const name = imported.some(({ bound }) => bound === wanted)
      ? wanted
      : imported.some(({ bound }) => bound === 'contextlib')
        ? `contextlib.${wanted}`
        : null
    if (name !== null) return at(found, [putAbove(found, name, true)])
  }
  return null
}

/** `Cart() takes no arguments`: `_init_` for `__init__`, or a dataclass without its decorator. */
export const lostInit: Inspect = scene => {
  if (!scene.whole) return null
  const name = (scene.slots.class ?? '').split('.').at(-1) ?? ''
  const owner = classNamed(scene, name)
  if (owner === null) return null
  const misspelt = owner.methods.find(
    method =>
      /init|int/.test(method.name) &&
      method.name !== '__init__' &&
      editDistance(method.name, '__init__', 3) <= 3,
  )
  const node = misspelt === undefined ? null : field(misspelt.node, 'name')
  if (misspelt !== undefined && node !== null)
    return at(misspelt, [respell(owner.file, node, '__init__', true)])
  const fields = partsOf(field(owner.node, 'body')).filter(
    ({ type, firstChild }) =>
      type === 'expression_statement' &&
      firstChild?.type === 'assignment' &&
      field(firstChild, 'type') !== null,
  )
  const imported = outlineOf(scene, owner.file).imports
  const isKnown = imported.some(({ bound }) => bound === 'dataclass')
  const isModule = imported.some(({ bound }) => bound === 'dataclasses')
  if (fields.length === 0 || (!isKnown && !isModule)) return null
  const decorator = isKnown ? 'dataclass' : 'dataclasses.dataclass'
  return {
    file: owner.file.path,
    line: owner.node.startPosition.row + 1,
    proposals: [
      propose(owner.file, decorate(decorator, name), true, [
        insertAt(owner.node.startIndex, `@${decorator}\n${' '.repeat(owner.node.startPosition.column)}`),
      ]),
    ],
  }
}
