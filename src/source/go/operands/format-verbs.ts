// The verbs of a format string in a call, and the arguments that they read.

import type { SyntaxNode } from '../../inspection.ts'
import { itemsOf } from './replace.ts'

export interface Verb {
  /** `%-10s`, `%d` */
  readonly text: string
  /** UTF-16 units into the file. */
  readonly start: number
  readonly end: number
  /** Which value behind the format it reads, from 0. */
  readonly argument: number
}

export interface Format {
  readonly literal: SyntaxNode
  readonly verbs: readonly Verb[]
  /** The arguments behind the format. */
  readonly values: readonly SyntaxNode[]
}

/** The first string literal among a call's arguments as a format; null where there is none. */
export function formatOf(call: SyntaxNode): Format | null {
  const items = itemsOf(call.childForFieldName('arguments'))
  const at = items.findIndex(({ type }) => type.endsWith('_string_literal'))
  const literal = items[at]
  if (literal === undefined || at > 2 || literal.text.length > 4000) return null
  return { literal, values: items.slice(at + 1), verbs: verbsOf(literal) }
}

function verbsOf(literal: SyntaxNode): readonly Verb[] {
  const verbs: Verb[] = []
  let next = 0
  // %d  %-10s  %+v  %6.2f  %*d  %[1]s  %%
  for (const found of literal.text.matchAll(
    /%[-+# 0]{0,5}(?:\d{1,6}|\*)?(?:\.(?:\d{1,6}|\*)?)?(\[\d{1,3}\])?([\p{L}%])/gu,
  )) {
    const [text, index, letter] = found
    if (letter === '%') continue
    next += text.split('*').length - 1
    if (index !== undefined) next = Number(index.slice(1, -1)) - 1
    const start = literal.startIndex + found.index
    verbs.push({ text, start, end: start + text.length, argument: next })
    next++
  }
  return verbs
}
