// `async` that a loop or a with statement lacks, or has too much.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { isInAsync } from '../code/expressions.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { loopsOnLine } from '../values/iterated.ts'
import { insert, remove } from '../words.ts'

function statements(scene: Scene): readonly SyntaxNode[] {
  return [...nodesOnLine(scene, ['with_statement']), ...loopsOnLine(scene)]
}

function hasAsync(node: SyntaxNode): boolean {
  return node.firstChild?.type === 'async'
}

/** `for row in rows()` over an async generator; `with session` of an object that is entered asynchronously. */
export const lostAsync: Inspect = scene => {
  const { message } = scene.failure
  if (!/async_generator|context manager protocol|__enter__|__exit__|__aiter__/.test(message)) return null
  if (/asynchronous context manager/.test(message) && !/async with/.test(message)) return null
  const [node, other] = statements(scene).filter(found => !hasAsync(found) && isInAsync(found))
  if (node === undefined) return null
  const certain = other === undefined && /async_generator|async with/.test(message)
  return { proposals: [propose(scene.file, insert('async'), certain, [insertAt(node.startIndex, 'async ')])] }
}

/** `async for` over a list, `async with` a plain file. */
export const addedAsync: Inspect = scene => {
  if (!/asynchronous context manager|__aiter__|__aenter__|__aexit__/.test(scene.failure.message)) return null
  const [node, other] = statements(scene).filter(hasAsync)
  const keyword = node?.firstChild
  const next = node?.children[1]
  if (!node || !keyword || !next || other !== undefined) return null
  const value = field(node, 'right')
  // What is called and not awaited is another mistake.
  const certain = value === null || value.type !== 'call' || partsOf(value).length > 2
  return {
    proposals: [
      propose(scene.file, remove('async'), certain && value?.type !== 'call', [
        { start: keyword.startIndex, end: next.startIndex, text: '' },
      ]),
    ],
  }
}
