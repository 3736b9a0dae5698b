// `missing return`: the values that the function has prepared, or the zero values of its results.

import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { endOfLine, type Token } from '../syntax/lex-go.ts'
import { functionsAround, indexAt, textBetween, tokensOf } from './lexed-file.ts'
import { resultTypes } from './results.ts'
import { returnAtEnd, returnExpression } from './words.ts'
import { zeroValue } from './zero-value.ts'

export const missingReturn: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const close = [near, near - 1, near + 1].find(i => tokenAt(tokens, i).text === '}')
  if (close === undefined) return null
  const body = functionsAround(tokens, close)[0]
  if (body === undefined || body.close !== close) return null
  const { types, named } = resultTypes(scene, tokens, body)
  const brace = tokenAt(tokens, close)
  const before = tokenAt(tokens, tokenAt(tokens, close - 1).kind === 'newline' ? close - 2 : close - 1)
  const indent = /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', brace.start - 1) + 1))?.[0] ?? ''
  // The values that were computed for it; a function on one line has no place for them.
  const isOneLine = before.line === brace.line
  const values = named ? [] : types.map(type => preparedValue(type) ?? zeroValue(scene, type))
  if (values.includes(null)) return null
  const list = values.join(', ')
  const statement = list === '' ? 'return' : `return ${list}`
  const at = isOneLine ? brace.start : endOfLine(text, before.end)
  const fresh = isOneLine ? `; ${statement} ` : `\n${indent}\t${statement}`
  return {
    proposals: [
      {
        title: returnAtEnd(list),
        certain: named && types.length > 0,
        changes: [{ path, start: at, end: at, text: fresh }],
      },
    ],
  }

  /** A variable of the function's own block that was made for this result. */
  function preparedValue(type: string): string | null {
    if (type === 'error' || type === 'bool') return null
    let depth = 0
    let found: string | null = null
    for (let i = (body?.open ?? 0) + 1; i < (close ?? 0); i++) {
      const token = tokenAt(tokens, i)
      if (token.text === '{') depth++
      if (token.text === '}') depth--
      if (depth > 0 || token.kind !== 'name') continue
      if (declaresOf(tokens, i, type)) found = token.text
    }
    return found
  }

  /** var sum int   sums := make(map[string]int)   order := Order{   order := &Order{ */
  function declaresOf(list: readonly Token[], i: number, type: string): boolean {
    const { text: next } = tokenAt(list, i + 1)
    if (tokenAt(list, i - 1).text === 'var') {
      let end = i + 1
      while (tokenAt(list, end).kind !== 'newline' && tokenAt(list, end).text !== '=') end++
      return textBetween(text, list, i + 1, end) === type
    }
    if (next !== ':=') return false
    const after = text.slice(tokenAt(list, i + 1).end, endOfLine(text, tokenAt(list, i + 1).end)).trim()
    return (
      after.startsWith(`make(${type}`) ||
      after.startsWith(`${type}{`) ||
      (type.startsWith('*') &&
        (after.startsWith(`&${type.slice(1)}{`) || after === `new(${type.slice(1)})`)) ||
      (type === 'string' && /^["`]/.test(after)) ||
      (type === 'int' && /^\d+$/.test(after))
    )
  }
}

/** sum / count, the last line of a function that was to return it */
export const unreturnedValue: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.endsWith(' is not used')) return null
  const { path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const body = functionsAround(tokens, at)[0]
  if (body === undefined || resultTypes(scene, tokens, body).types.length === 0) return null
  let first = at
  while (first > body.open && tokenAt(tokens, first - 1).line === tokenAt(tokens, at).line) first--
  const { line, start } = tokenAt(tokens, first)
  const close = tokenAt(tokens, body.close)
  const isLast = tokens.slice(first, body.close).every(token => token.line === line)
  if (
    !isLast ||
    close.line === line ||
    tokens.slice(first, body.close).some(({ text }) => text === '==' || text === '=')
  )
    return null
  const expression = textBetween(scene.file.text, tokens, first, body.close - 1)
  return {
    proposals: [
      {
        title: returnExpression(expression),
        certain: true,
        changes: [{ path, start, end: start, text: 'return ' }],
      },
    ],
  }
}
