// What a loop goes over lacks its `range`, `.items()` or `enumerate`, or changes while it is gone over.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { around, field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { parameterName, parameterNodes } from '../code/scope.ts'
import { originsOf } from '../code/value-origin.ts'
import { dropTarget, insert, wrapIn } from '../words.ts'

const counters =
  /^(?:_|i|j|k|n|x|y|ii|idx|index|row|col|page|attempt|step|no|num|number|count|tries|retry|week|day|year)$/

/** The loops and clauses of the failing line, or of the comprehension that begins there. */
export function loopsOnLine(scene: Scene): readonly SyntaxNode[] {
  const loops = nodesOnLine(scene, ['for_statement', 'for_in_clause'])
  if (loops.length > 0) return loops
  const row = scene.line - 1
  const root = scene.parse(scene.file)
  const touching = nodesIn(root, ['for_in_clause', 'for_statement']).filter(
    ({ type, startPosition, endPosition }) =>
      startPosition.row === row ||
      (type === 'for_in_clause' && startPosition.row <= row && endPosition.row >= row),
  )
  if (touching.length > 0) return touching
  return nodesOnLine(scene, [
    'list_comprehension',
    'generator_expression',
    'set_comprehension',
    'dictionary_comprehension',
  ]).flatMap(node => nodesIn(node, ['for_in_clause']))
}

/** `for i in len(items)`: an int is no sequence of numbers. */
export const lostRange: Inspect = scene => {
  if (!/'int' object is not iterable/.test(scene.failure.message)) return null
  for (const loop of loopsOnLine(scene)) {
    const right = field(loop, 'right')
    const left = field(loop, 'left')
    if (right === null || left?.type !== 'identifier') continue
    const isLength = right.type === 'call' && field(right, 'function')?.text === 'len'
    const isSum = right.type === 'binary_operator' || right.type === 'integer'
    if (!isLength && !isSum && !['identifier', 'attribute', 'call'].includes(right.type)) continue
    const certain =
      isLength || right.type === 'integer' || (counters.test(left.text) && right.type !== 'call')
    return { proposals: [wrapped(scene, right, 'range', certain || (isSum && counters.test(left.text)))] }
  }
  return null
}

function wrapped(scene: Scene, node: SyntaxNode, name: string, certain: boolean) {
  return propose(scene.file, wrapIn(name, shownText(node)), certain, [
    insertAt(node.startIndex, `${name}(`),
    insertAt(node.endIndex, ')'),
  ])
}

const positions = /^(?:_?i|j|n|idx|index|no|num|number|pos|position|lineno|line_no|rank|count|row_number)$/i

/** `for key, value in prices`: two names for each element, which is one. */
export const lostPairs: Inspect = scene => {
  if (!/unpack/.test(scene.failure.message)) return null
  for (const loop of loopsOnLine(scene)) {
    const right = field(loop, 'right')
    const left = field(loop, 'left')
    const targets = left === null ? [] : partsOf(left)
    if (right === null || targets.length < 2 || !['pattern_list', 'tuple_pattern'].includes(left?.type ?? ''))
      continue
    if (right.type === 'expression_list' || right.type === 'tuple') {
      if (partsOf(right).length !== targets.length || right.type === 'tuple') return null
      return { proposals: [wrapped(scene, right, 'zip', true)] }
    }
    if (targets.length !== 2) return null
    // Already pairs of something.
    if (
      right.type === 'call' &&
      /(?:\.items|^enumerate|^zip|\.most_common)$/.test(field(right, 'function')?.text ?? '')
    )
      return null
    const first = targets[0]?.text ?? ''
    // Taken already, on a line above.
    if (scene.file.text.includes(`${right.text} = ${right.text}.items()`)) return null
    const isDict = knownDict(scene, right)
    // A name that nobody reads may be one too many.
    const isRead = isReadBelow(loop, first)
    const items = propose(scene.file, insert('.items()'), isDict && isRead, [
      insertAt(right.endIndex, '.items()'),
    ])
    const isNumbered = positions.test(first) && !isDict
    const enumerate = wrapped(scene, right, 'enumerate', isNumbered && isRead && !/^[kn]$/.test(first))
    if (right.type === 'call' && !isDict)
      return {
        proposals: isNumbered
          ? isRead
            ? [enumerate]
            : [{ ...enumerate, certain: false }]
          : [
              { ...enumerate, certain: false },
              { ...items, certain: false },
            ],
      }
    const [spare, kept] = targets
    const fewer =
      isRead || spare === undefined || kept === undefined
        ? []
        : [
            propose(scene.file, dropTarget(first), false, [
              { start: spare.startIndex, end: kept.startIndex, text: '' },
            ]),
          ]
    if (isNumbered) return { proposals: [...fewer, enumerate] }
    return { proposals: isDict ? [items, ...fewer] : [...fewer, items, { ...enumerate, certain: false }] }
  }
  return null
}

/** Whether the body of a loop, or the comprehension around a clause, reads a name. */
function isReadBelow(loop: SyntaxNode, name: string): boolean {
  const body = loop.type === 'for_statement' ? field(loop, 'body') : loop.parent
  const left = field(loop, 'left')
  return (
    body !== null &&
    nodesIn(body, ['identifier']).some(
      ({ text, startIndex }) =>
        text === name && (left === null || startIndex < left.startIndex || startIndex >= left.endIndex),
    )
  )
}

/** `**kwargs`, `{…}`, `dict(…)`, a type of dict, or a value whose pairs or keys the file takes elsewhere. */
function knownDict(scene: Scene, node: SyntaxNode): boolean {
  const text = node.text
  const file = scene.file.text
  if (
    file.includes(`${text}.items()`) ||
    file.includes(`${text}.keys()`) ||
    file.includes(`${text}.values()`)
  )
    return true
  if (file.includes(`${text}.get(`) || file.includes(`${text}.setdefault(`)) return true
  const owner = around(node, ['function_definition'])
  const parameter =
    owner === null ? undefined : parameterNodes(owner).find(part => parameterName(part)?.text === text)
  if (
    parameter?.text.startsWith('**') ||
    /:\s*(?:Dict|dict|Mapping|MutableMapping)\b/.test(parameter?.text ?? '')
  )
    return true
  if (!scene.whole) return false
  return originsOf(scene, node).some(
    ({ node: value }) =>
      value.type === 'dictionary' ||
      value.type === 'dictionary_comprehension' ||
      (value.type === 'call' &&
        /^(?:dict|defaultdict|OrderedDict|Counter|collections\.\w+)$/.test(
          field(value, 'function')?.text ?? '',
        )),
  )
}

/** `dictionary changed size during iteration`: a copy does not change. */
export const iteratedCopy: Inspect = scene => {
  const loops = loopsOnLine(scene)
  const [loop] = loops
  const right = field(loop ?? null, 'right')
  if (right === null || loop === undefined || loops.length > 1) return null
  // What is copied already is changed by another thread.
  if (/^(?:list|tuple|sorted|set|dict)\(|\.copy\(\)$/.test(right.text)) return null
  return { proposals: [wrapped(scene, right, 'list', true)] }
}
