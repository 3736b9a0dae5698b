// A coroutine used as if it were its result, and an `await` before what is none.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { isInAsync, shownText } from '../code/expressions.ts'
import { findCallees } from '../code/find-callee.ts'
import { around, field, markedRange, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { type Origin, trailOf, withoutBrackets } from '../code/value-origin.ts'
import { awaitIt, remove } from '../words.ts'

/** `'coroutine' object has no attribute …`: the call whose result it is lacks its `await`. */
export const lostAwait: Inspect = scene => {
  if (!/coroutine|Future|Task\b/.test(scene.failure.message)) return null
  for (const used of usedValues(scene)) {
    for (const origin of scene.whole
      ? trailOf(scene, used)
      : [{ node: withoutBrackets(used), file: scene.file }]) {
      const found = awaitOrigin(scene, origin, used)
      if (found !== null) return found
    }
  }
  return null
}

function awaitOrigin(scene: Scene, { node, file }: Origin, used: SyntaxNode): ReturnType<Inspect> {
  const isFuture = /Future|Task\b/.test(scene.failure.message)
  if (
    node.type !== 'call' &&
    !(isFuture && node.type === 'identifier' && /fut|task|promise/i.test(node.text))
  )
    return null
  if (!isInAsync(node) || node.parent?.type === 'await') return null
  const callees = node.type === 'call' ? findCallees(scene, node, file) : []
  // A plain function that hands a coroutine on needs the await as well.
  const certain = node.type === 'call' && (callees.length === 0 || callees.some(({ isAsync }) => isAsync))
  const inside = node.id === used.id && ['attribute', 'subscript', 'call'].includes(node.parent?.type ?? '')
  const changes =
    inside && node.parent?.type !== 'argument_list'
      ? [insertAt(node.startIndex, '(await '), insertAt(node.endIndex, ')')]
      : [insertAt(node.startIndex, 'await ')]
  return {
    file: file.path,
    line: node.startPosition.row + 1,
    proposals: [propose(file, awaitIt(shownText(node)), certain && file.path === scene.file.path, changes)],
  }
}

/** The expressions of the line that are looked into, iterated, unpacked, or operands. */
function usedValues(scene: Scene): readonly SyntaxNode[] {
  const { attribute } = scene.slots
  const found: SyntaxNode[] = []
  for (const node of nodesOnLine(scene, [
    'attribute',
    'subscript',
    'for_statement',
    'for_in_clause',
    'assignment',
    'binary_operator',
    'comparison_operator',
    'call',
  ])) {
    const parts: readonly (SyntaxNode | null)[] =
      node.type === 'attribute'
        ? field(node, 'attribute')?.text === attribute
          ? [field(node, 'object')]
          : []
        : node.type === 'subscript'
          ? [field(node, 'value')]
          : node.type === 'for_statement' || node.type === 'for_in_clause'
            ? [field(node, 'right')]
            : node.type === 'assignment'
              ? ['pattern_list', 'tuple_pattern', 'list_pattern'].includes(field(node, 'left')?.type ?? '')
                ? [field(node, 'right')]
                : []
              : node.type === 'call'
                ? partsOf(field(node, 'arguments'))
                : partsOf(node)
    for (const part of parts) if (part !== null) found.push(part)
  }
  const inner = nodesOnLine(scene, ['list_comprehension', 'generator_expression']).flatMap(node =>
    nodesIn(node, ['for_in_clause']).map(clause => field(clause, 'right')),
  )
  return [...found, ...inner.filter((node): node is SyntaxNode => node !== null)]
}

const values = new Set(['str', 'int', 'float', 'bool', 'list', 'dict', 'tuple', 'set', 'bytes', 'NoneType'])

/** `object dict can't be used in 'await' expression`: what stands behind `await` is ready. */
export const addedAwait: Inspect = scene => {
  const marked = markedRange(scene)
  const all = nodesOnLine(scene, ['await'])
  const node = all.find(({ startIndex }) => startIndex === marked?.start) ?? all[0]
  const awaited = node === undefined ? undefined : partsOf(node)[0]
  if (node === undefined || awaited === undefined) return null
  const { type = '' } = scene.slots
  const callees = scene.whole && awaited.type === 'call' ? findCallees(scene, awaited) : []
  // A class or function that a plain function gave back was itself meant to be called.
  const isFunction = /^(?:type|function|method|builtin_function_or_method|ABCMeta)$/.test(type)
  const isPlain = callees.length > 0 && callees.every(({ isAsync }) => !isAsync) && !isFunction
  const isValue = values.has(type) && type !== 'NoneType'
  const clear = all.length === 1 || node.startIndex === marked?.start
  const certain = clear && (isPlain || isValue) && around(node, ['function_definition']) !== null
  return {
    proposals: [
      propose(scene.file, remove('await'), certain, [
        { start: node.startIndex, end: awaited.startIndex, text: '' },
      ]),
    ],
  }
}
