// TypeError: a sequence is indexed with what is no whole number.

import type { Inspect } from '../../inspection.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'
import { propose, rewrite } from '../code/proposals.ts'
import { remove, replace } from '../words.ts'

/** `values["1"]`: digits in quotes; `items[len(items) / 2]`: division gives a float. */
export const indexType: Inspect = scene => {
  const subscripts = nodesOnLine(scene, ['subscript'])
  for (const node of subscripts) {
    const value = field(node, 'value')
    const [, index, more] = partsOf(node)
    if (index === undefined || value === null || more !== undefined) continue
    const digits = index.type === 'string' ? /^[A-Za-z]?(["'])(-?\d+)\1$/.exec(index.text)?.[2] : undefined
    if (digits !== undefined && /not '?str/.test(scene.failure.message))
      return { proposals: [propose(scene.file, replace(index.text, digits), true, [rewrite(index, digits)])] }
    if (!/float/.test(scene.failure.message)) continue
    const division = index.type === 'binary_operator' ? index : undefined
    const operator = division?.children.find(child => child?.type === '/')
    if (operator)
      return { proposals: [propose(scene.file, replace('/', '//'), true, [rewrite(operator, '//')])] }
  }
  return null
}

/** `range(total / 2)`: what must be whole was divided. */
export const wholeDivision: Inspect = scene => {
  if (!/float|slice indices/.test(scene.failure.message)) return null
  const divisions = nodesOnLine(scene, ['binary_operator']).flatMap(node =>
    node.children.filter(child => child?.type === '/'),
  )
  const [operator, other] = divisions
  if (!operator || other) return null
  return { proposals: [propose(scene.file, replace('/', '//'), true, [rewrite(operator, '//')])] }
}

/** `"12"` in quotes where the number was meant. */
export const quotedNumber: Inspect = scene => {
  if (!/str/.test(scene.failure.message)) return null
  const strings = nodesOnLine(scene, ['string']).filter(({ text }) => /^(["'])-?\d+(?:\.\d+)?\1$/.test(text))
  const [node, other] = strings
  if (node === undefined || other !== undefined) return null
  return { proposals: [propose(scene.file, remove('"'), false, [rewrite(node, node.text.slice(1, -1))])] }
}
