// What a line of code looks like without its names: lines beside each other often look alike.

import { type GoCode, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'

/** The kinds of a line's tokens, with `insert` before the token of that index. */
export function shapeOf(
  tokens: readonly Token[],
  line: number,
  insert?: { readonly at: number; readonly text: string },
): string {
  let shape = ''
  for (let i = firstOf(tokens, line); i < tokens.length && tokenAt(tokens, i).line === line; i++) {
    if (insert?.at === i) shape += insert.text
    const { kind, text } = tokenAt(tokens, i)
    shape += kind === 'operator' || kind === 'keyword' ? text : `${kind[0]} `
  }
  return shape
}

function firstOf(tokens: readonly Token[], line: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokenAt(tokens, middle).line < line) low = middle + 1
    else high = middle
  }
  return low
}

/** The shapes of the lines near one, which itself is left out. */
export function shapesAround({ tokens }: GoCode, line: number): ReadonlySet<string> {
  const shapes = new Set<string>()
  for (let near = Math.max(1, line - 6); near <= line + 6; near++) {
    if (near !== line) shapes.add(shapeOf(tokens, near))
  }
  return shapes
}
