// `func area(int w, int h)`: parameters with their type in front are read as names without one.

import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { nameBeforeType } from '../syntax/words.ts'
import { closeOf, indexAt, listItems, openAround, tokensOf } from './lexed-file.ts'

const basicTypes = new Set(
  'bool byte error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 any'.split(
    ' ',
  ),
)

export const swappedParameter: Inspect = scene => {
  if (!scene.whole) return null
  const { path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const open = openAround(tokens, at)
  if (tokenAt(tokens, at).kind !== 'name' || tokenAt(tokens, open).text !== '(') return null
  const before = tokenAt(tokens, open - 1)
  const isSignature =
    before.text === 'func' ||
    tokenAt(tokens, open - 2).text === 'func' ||
    tokenAt(tokens, open - 2).text === ')'
  if (!isSignature || !basicTypes.has(tokenAt(tokens, at - 1).text)) return null
  const pairs = listItems(tokens, open + 1, closeOf(tokens, open)).filter(
    ({ first, end }) =>
      end - first === 2 &&
      basicTypes.has(tokenAt(tokens, first).text) &&
      !basicTypes.has(tokenAt(tokens, first + 1).text),
  )
  const changes = pairs.map(({ first }) => {
    const type = tokenAt(tokens, first)
    const name = tokenAt(tokens, first + 1)
    return { path, start: type.start, end: name.end, text: `${name.text} ${type.text}` }
  })
  return changes.length === 0 ? null : { proposals: [{ title: nameBeforeType, certain: true, changes }] }
}
