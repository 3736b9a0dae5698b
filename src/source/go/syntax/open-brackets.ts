// Which brackets are open at a token.

import { tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'

/** The brackets open at `at`, innermost last. */
export function openAt(tokens: readonly Token[], at: number, from = 0): readonly number[] {
  const open: number[] = []
  for (let i = from; i < at; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (kind !== 'operator') continue
    if (text === '(' || text === '[' || text === '{') open.push(i)
    if (text === ')' || text === ']' || text === '}') open.pop()
  }
  return open
}
