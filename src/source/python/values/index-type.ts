// TypeError: a sequence is indexed with what is no whole number.

import type { Inspect, SyntaxNode } from '../../inspection.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { propose, rewrite } from '../code/proposals.ts'
import { usedValues } from '../code/used-values.ts'
import { trailOf } from '../code/value-origin.ts'
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

/** `range(total / 2)`, `half = total / 2` further up: what must be whole was divided. */
export const wholeDivision: Inspect = scene => {
  if (!/float|slice indices/.test(scene.failure.message)) return null
  const [operator, other] = nodesOnLine(scene, ['binary_operator']).flatMap(divisionsIn)
  if (operator !== undefined && other === undefined)
    return { proposals: [propose(scene.file, replace('/', '//'), true, [rewrite(operator, '//')])] }
  if (operator !== undefined || !scene.whole) return null
  for (const used of usedValues(scene)) {
    for (const { node, file } of trailOf(scene, used)) {
      const [first, second] =
        node.type === 'binary_operator'
          ? [node, ...nodesIn(node, ['binary_operator'])].flatMap(divisionsIn)
          : []
      if (first === undefined || second !== undefined) continue
      return {
        file: file.path,
        line: first.startPosition.row + 1,
        proposals: [propose(file, replace('/', '//'), false, [rewrite(first, '//')])],
      }
    }
  }
  return null
}

function divisionsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child): child is SyntaxNode => child?.type === '/')
}

/** `"12"` in quotes where the number was meant, on the line or where its value comes from. */
export const quotedNumber: Inspect = scene => {
  if (!/str/.test(scene.failure.message)) return null
  const isNumber = (node: SyntaxNode) => node.type === 'string' && /^(["'])-?\d+(?:\.\d+)?\1$/.test(node.text)
  const [node, other] = nodesOnLine(scene, ['string']).filter(isNumber)
  if (node !== undefined && other === undefined)
    return { proposals: [propose(scene.file, remove('"'), false, [rewrite(node, node.text.slice(1, -1))])] }
  if (node !== undefined || !scene.whole) return null
  const [found, more] = usedValues(scene).flatMap(used => {
    const origins = trailOf(scene, used).filter(origin => origin.node.id !== used.id)
    return origins.length === 1 ? origins.filter(origin => isNumber(origin.node)) : []
  })
  if (found === undefined || more !== undefined) return null
  const text = found.node.text.slice(1, -1)
  return {
    file: found.file.path,
    line: found.node.startPosition.row + 1,
    proposals: [propose(found.file, replace(found.node.text, text), false, [rewrite(found.node, text)])],
  }
}
