// `missing return`: the values that the function has prepared, or the zero values of its results.

import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { endOfLine, type Token } from '../syntax/lex-go.ts'
import {
  functionsAround,
  indexAt,
  keywordOfBlock,
  openAround,
  statementAround,
  textBetween,
  tokensOf,
} from './lexed-file.ts'
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
  const called = returningCall()
  if (called !== null) {
    const changes = [{ path, start: called.start, end: called.start, text: 'return ' }]
    return { proposals: [{ title: returnExpression(called.text), certain: false, changes }] }
  }
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
        certain: false,
        changes: [{ path, start: at, end: at, text: fresh }],
      },
    ],
  }

  /** The last statement, where it calls a function of this file that has as many results. */
  function returningCall(): { start: number; text: string } | null {
    if (before.text !== ')') return null
    const { first, end } = statementAround(tokens, tokens.indexOf(before))
    let open = first
    while (tokenAt(tokens, open).kind === 'name' || tokenAt(tokens, open).text === '.') open++
    if (tokenAt(tokens, open).text !== '(' || open === first) return null
    const name = tokenAt(tokens, open - 1).text
    const declared = tokens.findIndex((token, i) => {
      const above = tokenAt(tokens, i - 1)
      return (
        token.text === name &&
        (above.text === 'func' || (above.text === ')' && tokenAt(tokens, i + 1).text === '('))
      )
    })
    const keyword = tokens.findLastIndex((token, i) => i < declared && token.text === 'func')
    const brace = tokens.findIndex(
      ({ text: word, kind }, i) => i > declared && (word === '{' || kind === 'newline'),
    )
    if (declared < 0 || keyword < 0 || tokenAt(tokens, brace).text !== '{') return null
    const other = resultTypes(scene, tokens, { keyword, open: brace, close: brace, isLiteral: false })
    const isSame = other.types.length > 0 && other.types.length === types.length
    return isSame
      ? { start: tokenAt(tokens, first).start, text: textBetween(text, tokens, first, end) }
      : null
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
    return found ?? givenValue(type)
  }

  /** The receiver, which chained setters return, or the only parameter of the type, where it is no plain value. */
  function givenValue(type: string): string | null {
    if (!/^(?:\*|\[\]|map\[)/.test(type)) return null
    const given = tokens
      .slice(body?.keyword ?? 0, body?.open ?? 0)
      .map((token, i) => ({ token, at: (body?.keyword ?? 0) + i }))
      .filter(({ token, at: i }) => {
        const end = text.slice(tokenAt(tokens, i + 1).start).startsWith(type)
          ? tokenAt(tokens, i + 1).start + type.length
          : -1
        const isFirst = ['(', ','].includes(tokenAt(tokens, i - 1).text)
        return token.kind === 'name' && isFirst && (text[end] === ')' || text[end] === ',')
      })
    return given.length === 1 ? (given[0]?.token.text ?? null) : null
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

/** sum / count, or &Order{ … }, the last statement of a block in a function that was to return it */
export const unreturnedValue: Inspect = scene => {
  if (!scene.whole || !scene.failure.message.endsWith(' is not used')) return null
  const { path, text } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const body = functionsAround(tokens, at)[0]
  if (body === undefined || resultTypes(scene, tokens, body).types.length !== 1) return null
  const { first, end } = statementAround(tokens, at)
  const behind = tokenAt(tokens, tokenAt(tokens, end).kind === 'newline' ? end + 1 : end)
  const isLast = behind.text === '}' && behind.line > tokenAt(tokens, first).line
  if (!isLast || tokens.slice(first, end).some(({ text: word }) => word === '==' || word === '=')) return null
  const { start } = tokenAt(tokens, first)
  const expression = textBetween(text, tokens, first, end).split('\n')[0] ?? ''
  const changes = [{ path, start, end: start, text: 'return ' }]
  const certain = behind === tokenAt(tokens, body.close)
  return { proposals: [{ title: returnExpression(expression), certain, changes }] }
}

/** Whether a function that has results ends without one: neither return, panic, a jump nor an endless loop. */
export function lacksReturn(tokens: readonly Token[], close: number): boolean {
  const before = tokenAt(tokens, close - 1).kind === 'newline' ? close - 2 : close - 1
  if (tokenAt(tokens, before).text === '}') {
    const open = openAround(tokens, before)
    const keyword = keywordOfBlock(tokens, open)
    const word = keyword === null ? '' : tokenAt(tokens, keyword).text
    // A loop with a condition ends, and an `if` without `else` goes on below.
    return word === 'if' || (word === 'for' && keyword !== null && open > keyword + 1)
  }
  const { first } = statementAround(tokens, before)
  return !['return', 'panic', 'goto', 'for'].includes(tokenAt(tokens, first).text)
}
