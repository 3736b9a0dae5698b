// What a function returns, as its signature says it.

import type { Scene } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import type { Token } from '../syntax/lex-go.ts'
import { closeOf, type FunctionAround, listItems, textBetween } from './lexed-file.ts'

export interface Results {
  readonly types: readonly string[]
  /** Whether they have names, so that a bare `return` will do. */
  readonly named: boolean
}

/** The results of the function around a place. */
export function resultTypes(
  scene: Scene,
  tokens: readonly Token[],
  { keyword, open }: FunctionAround,
): Results {
  const { text } = scene.file
  let at = keyword + 1
  // func (s *Store) Load[T any](
  if (tokenAt(tokens, at).text === '(' && tokenAt(tokens, closeOf(tokens, at) + 1).kind === 'name')
    at = closeOf(tokens, at) + 1
  if (tokenAt(tokens, at).kind === 'name') at++
  if (tokenAt(tokens, at).text === '[') at = closeOf(tokens, at) + 1
  const first = closeOf(tokens, at) + 1
  if (first >= open) return { types: [], named: false }
  if (tokenAt(tokens, first).text !== '(')
    return { types: [textBetween(text, tokens, first, open)], named: false }
  const items = listItems(tokens, first + 1, closeOf(tokens, first))
  const texts = items.map(item => textBetween(text, tokens, item.first, item.end))
  // (order Order, err error), not (Order, error) or (chan Order)
  const named = items.some(({ first: i, end }) => {
    const next = tokenAt(tokens, i + 1)
    return (
      end - i > 1 &&
      tokenAt(tokens, i).kind === 'name' &&
      next.text !== '.' &&
      !(next.text === '[' && isGeneric(tokens, i + 1, end))
    )
  })
  if (!named) return { types: texts, named }
  let type = ''
  const types = [...items].reverse().map(item => {
    if (item.end - item.first > 1) type = textBetween(text, tokens, item.first + 1, item.end)
    return type
  })
  return { types: types.reverse(), named }
}

/** List[int] ends with its bracket; a []int goes on. */
function isGeneric(tokens: readonly Token[], open: number, end: number): boolean {
  return closeOf(tokens, open) === end - 1
}
