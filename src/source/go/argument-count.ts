// `too many arguments in call`, `not enough arguments in call`: which argument goes, or what the missing one may be.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { expressionsOfType } from './expressions-of-type.ts'
import { nodeAround } from './message-expression.ts'
import { splitList } from './skip-text.ts'
import { isFloat, isInteger, sameType } from './type-text.ts'
import { addArgument, removeArgument } from './words.ts'

export const argumentCount: Inspect = scene => {
  // too many arguments in conversion to Code
  if (scene.whole && scene.failure.message.startsWith('too many arguments in conversion to '))
    return oneArgument(scene)
  // too many arguments in call to logger.mu.Lock
  const found = /^(too many|not enough) arguments in call to (.{1,4000})$/s.exec(scene.failure.message)
  if (found === null || !scene.whole) return null
  const have = typesOf(scene.failure.details, 'have')
  const want = typesOf(scene.failure.details, 'want')
  const list = argumentsAt(scene, have?.length ?? -1)
  if (have === null || want === null || list === null) return null
  const values = list.namedChildren.filter(child => child !== null).filter(child => child.type !== 'comment')
  if (values.length !== have.length) return null
  return found[1] === 'too many' ? remove(scene, values, have, want) : add(scene, list, values, have, want)
}

/** A conversion takes one value. */
function oneArgument(scene: Scene) {
  const list = nodeAround(scene, ['argument_list', 'call_expression', 'type_conversion_expression'])
  const own = list?.type === 'argument_list' ? list : (list?.childForFieldName('arguments') ?? null)
  const [first, ...rest] = own?.namedChildren.filter(child => child !== null) ?? []
  const last = rest.at(-1)
  if (first === undefined || last === undefined) return null
  const changes = [{ path: scene.file.path, start: first.endIndex, end: last.endIndex, text: '' }]
  return {
    proposals: [{ title: removeArgument(rest.map(one => one.text).join(', ')), certain: false, changes }],
  }
}

/** `have (number, string)` */
function typesOf(details: readonly string[], word: string): readonly string[] | null {
  const line = details.find(detail => detail.trim().startsWith(`${word} (`))?.trim()
  if (line === undefined || !line.endsWith(')')) return null
  return splitList(line.slice(word.length + 2, -1))
}

/** The list with so many arguments at the failure's place: the place is its closing parenthesis, an argument, or the call. */
function argumentsAt(scene: Scene, count: number): SyntaxNode | null {
  for (const offset of [scene.offset, scene.offset - 1]) {
    let list = nodeAround(scene, ['argument_list', 'call_expression'], Math.max(0, offset))
    for (let turn = 0; list !== null && turn < 6; turn++, list = list.parent) {
      const own = list.type === 'argument_list' ? list : list.childForFieldName('arguments')
      if (
        own != null &&
        own.type === 'argument_list' &&
        own.namedChildren.filter(child => child?.type !== 'comment').length === count
      )
        return own
    }
  }
  return null
}

function remove(
  scene: Scene,
  values: readonly SyntaxNode[],
  have: readonly string[],
  want: readonly string[],
) {
  if (have.length - want.length !== 1) {
    if (want.length > 0 || have.length === 0) return null
  }
  const { path } = scene.file
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return null
  if (want.length === 0) {
    const text = scene.file.text.slice(first.startIndex, last.endIndex)
    const changes = [{ path, start: first.startIndex, end: last.endIndex, text: '' }]
    return {
      proposals: [
        { title: removeArgument(text), certain: values.length === 1 && !hasEffect(first), changes },
      ],
    }
  }
  const scores = values.map((_, i) =>
    score(
      have.filter((__, j) => j !== i),
      want,
    ),
  )
  const best = Math.max(...scores)
  // The last of equals: what is too much was usually added behind.
  const index = scores.lastIndexOf(best)
  const value = values[index]
  if (value === undefined) return null
  const before = values[index - 1]
  const after = values[index + 1]
  const [start, end] =
    before !== undefined
      ? [before.endIndex, value.endIndex]
      : [value.startIndex, after?.startIndex ?? value.endIndex]
  const alone = scores.filter(one => one >= best - 1).length === 1
  return {
    proposals: [
      {
        title: removeArgument(value.text),
        certain: alone && !hasEffect(value),
        changes: [{ path, start, end, text: '' }],
      },
    ],
  }
}

/** Whether what goes would have done something. */
function hasEffect(node: SyntaxNode): boolean {
  return node
    .descendantsOfType(['call_expression', 'unary_expression'])
    .some(one => one !== null && !one.text.startsWith('&'))
}

/** How well types of arguments go with parameters: 2 for equal ones, 1 for what may be, a loss for what cannot. */
function score(have: readonly string[], want: readonly string[]): number {
  return have.reduce((sum, type, i) => sum + match(type, want[i] ?? ''), 0)
}

function match(have: string, want: string): number {
  if (sameType(have, want)) return 3
  if (have === 'number')
    return isInteger(want) || isFloat(want) || want === 'time.Duration' ? 2 : isPlain(want) ? -3 : 0
  if (have === 'nil') return isPlain(want) ? -3 : /^[*[]|^map\[|^func|^chan/.test(want) ? 2 : 1
  if (want === 'any' || want === 'interface{}') return 1
  return isPlain(have) && isPlain(want) ? -3 : isPlain(have) || isPlain(want) ? -1 : 0
}

function isPlain(type: string): boolean {
  return isInteger(type) || isFloat(type) || type === 'string' || type === 'bool'
}

function add(
  scene: Scene,
  list: SyntaxNode,
  values: readonly SyntaxNode[],
  have: readonly string[],
  want: readonly string[],
) {
  const missing = want.length - have.length
  if (missing < 1 || missing > 3) return null
  // Where the missing ones fit best; behind all others among equals.
  let index = values.length
  let best = Number.NEGATIVE_INFINITY
  for (let at = values.length; at >= 0; at--) {
    const points = score(have, [...want.slice(0, at), ...want.slice(at + missing)])
    if (points > best) [best, index] = [points, at]
  }
  const wanted = want.slice(index, index + missing)
  const choices = wanted.map(type =>
    expressionsOfType(
      scene,
      type.replace(/^\.\.\./, ''),
      list.startIndex,
      values.map(value => value.text),
    ),
  )
  const [first] = choices
  if (first === undefined || choices.some(({ length }) => length === 0)) return null
  const texts = missing > 1 ? [choices.map(([one]) => one ?? '').join(', ')] : first.slice(0, 3)
  const at = values[index]?.startIndex ?? values.at(-1)?.endIndex ?? list.startIndex + 1
  const write = (text: string) =>
    index < values.length ? `${text}, ` : values.length > 0 ? `, ${text}` : text
  return {
    proposals: texts.map(text => ({
      title: addArgument(text),
      // What was left out, nothing tells.
      certain: false,
      changes: [{ path: scene.file.path, start: at, end: at, text: write(text) }],
    })),
  }
}
