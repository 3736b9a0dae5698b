// `declared and not used`: discard the value, drop the variable, or assign to the outer one of the same name.

import type { TextChange } from '../../../model/finding.ts'
import type { Inspect, Proposal } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { endOfLine, type Token } from '../syntax/lex-go.ts'
import {
  closing,
  functionsAround,
  indexAt,
  listItems,
  opening,
  statementAround,
  tokensOf,
  wholeLines,
} from './lexed-file.ts'
import { lacksReturn } from './missing-return.ts'
import { resultTypes } from './results.ts'
import { assignOuter, discard, removeVariable, returnAtEnd } from './words.ts'

export const unusedVariable: Inspect = scene => {
  const { name } = scene.slots
  if (!scene.whole || name === undefined) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  if (tokenAt(tokens, at).text !== name) return null
  const change = (first: number, end: number, fresh: string): TextChange => ({
    path,
    start: tokenAt(tokens, first).start,
    end: tokenAt(tokens, end - 1).end,
    text: fresh,
  })
  const propose = (...proposals: readonly Proposal[]) => (proposals.length === 0 ? null : { proposals })
  const uses = usesBelow(tokens, at, name)
  const keepUsed = (first: number, end: number): TextChange => {
    // A line `_ = total` behind the statement that declares it.
    const { end: after } = wholeLines(text, tokenAt(tokens, first).start, tokenAt(tokens, end - 1).end)
    const start = text.lastIndexOf('\n', tokenAt(tokens, first).start - 1) + 1
    const indent = /^[\t ]*/.exec(text.slice(start, start + 200))?.[0] ?? ''
    return { path, start: after, end: after, text: `${indent}_ = ${name}\n` }
  }

  if (tokenAt(tokens, at - 1).text === 'var') {
    const { end } = statementAround(tokens, at)
    const sign = tokens.findIndex((token, i) => i > at && i < end && token.text === '=')
    if (uses > 0) return propose({ title: discard(name), certain: false, changes: [keepUsed(at, end)] })
    if (sign > 0)
      return propose({ title: discard(name), certain: false, changes: [change(at - 1, sign, '_')] })
    const lines = wholeLines(text, tokenAt(tokens, at).start, tokenAt(tokens, end - 1).end)
    return propose({ title: removeVariable(name), certain: false, changes: [{ path, ...lines, text: '' }] })
  }

  const list = listBefore(tokens, at)
  if (list === null) return null
  const { first, sign, names } = list
  const before = tokenAt(tokens, first - 1)
  const next = tokenAt(tokens, sign + 1)
  // switch v := value.(type) {
  const isGuard = names.length === 1 && isTypeSwitch(tokens, sign)
  if (isGuard)
    return propose({
      title: removeVariable(name),
      certain: false,
      changes: [change(first, sign + 1, ''), gap(sign)],
    })
  if (next.text === 'range') {
    const isLast = names.length === 2 && names[1] === name
    const isOnly = names.length === 1 || (isLast && names[0] === '_')
    if (isOnly)
      return propose({
        title: removeVariable(name),
        certain: false,
        changes: [change(first, sign + 1, ''), gap(sign)],
      })
    const changes = isLast ? [change(first + 1, sign, '')] : [change(at, at + 1, '_')]
    return propose({ title: isLast ? removeVariable(name) : discard(name), certain: false, changes })
  }
  // case order := <-orders:
  if (names.length === 1 && before.text === 'case')
    return propose({
      title: removeVariable(name),
      certain: false,
      changes: [change(first, sign + 1, ''), gap(sign)],
    })
  const outer = isOuter(tokens, at, name)
  const others = names.filter(other => other !== name && other !== '_')
  const shadow: readonly Proposal[] =
    outer && others.every(other => isOuter(tokens, at, other) || isInBlock(tokens, first, other))
      ? [{ title: assignOuter(name), certain: false, changes: [change(sign, sign + 1, '=')] }]
      : []
  const needsAssign = others.every(other => isInBlock(tokens, first, other))
  const changes =
    uses > 0
      ? [keepUsed(first, statementAround(tokens, at).end)]
      : [change(at, at + 1, '_'), ...(needsAssign ? [change(sign, sign + 1, '=')] : [])]
  return propose(...returned(), ...shadow, { title: discard(name), certain: false, changes })

  /** The value that the function was to return, when it ends without `return`. */
  function returned(): readonly Proposal[] {
    if (name === undefined) return []
    const body = functionsAround(tokens, at)[0]
    if (body === undefined || uses > 0 || !lacksReturn(tokens, body.close)) return []
    const { types, named } = resultTypes(scene, tokens, body)
    const [, second] = types
    if (named || types.length === 0 || types.length > 2 || (second !== undefined && second !== 'error'))
      return []
    const list =
      second === undefined ? name : `${name}, ${names.includes('err') && name !== 'err' ? 'err' : 'nil'}`
    const last = tokenAt(
      tokens,
      tokenAt(tokens, body.close - 1).kind === 'newline' ? body.close - 2 : body.close - 1,
    )
    if (last.line === tokenAt(tokens, body.close).line) return []
    const end = endOfLine(text, last.end)
    const lineStart = text.lastIndexOf('\n', tokenAt(tokens, body.close).start) + 1
    const indent = /^[\t ]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? ''
    const change = { path, start: end, end, text: `\n${indent}\treturn ${list}` }
    return [{ title: returnAtEnd(list), certain: false, changes: [change] }]
  }

  /** The space between `:=` and what follows goes with it. */
  function gap(i: number): TextChange {
    return { path, start: tokenAt(tokens, i).end, end: tokenAt(tokens, i + 1).start, text: '' }
  }
}

/** The list of names that `at` is in, with the index of its `:=`; null when it is in none. */
export function listBefore(
  tokens: readonly Token[],
  at: number,
): { first: number; sign: number; names: readonly string[] } | null {
  let first = at
  while (tokenAt(tokens, first - 1).text === ',') {
    first -= 2
    if (first < 1 || tokenAt(tokens, first).kind !== 'name') return null
  }
  let sign = at + 1
  while (tokenAt(tokens, sign).text === ',') sign += 2
  if (tokenAt(tokens, sign).text !== ':=') return null
  const names = listItems(tokens, first, sign).map(item => tokenAt(tokens, item.first).text)
  return { first, sign, names }
}

function isTypeSwitch(tokens: readonly Token[], sign: number): boolean {
  for (let i = sign; i < sign + 60; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (text === 'type' && tokenAt(tokens, i - 1).text === '(' && tokenAt(tokens, i - 2).text === '.')
      return true
    if (text === '{' || kind === 'newline') return false
  }
  return false
}

/** How often the name stands in its function behind its declaration: it is assigned to, for it is not read. */
function usesBelow(tokens: readonly Token[], at: number, name: string): number {
  const close = functionsAround(tokens, at)[0]?.close ?? at
  let depth = 0
  let uses = 0
  for (let i = at + 1; i < close && depth >= 0; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (text === '{') depth++
    if (text === '}') depth--
    if (
      kind === 'name' &&
      text === name &&
      tokenAt(tokens, i - 1).text !== '.' &&
      tokenAt(tokens, i + 1).text !== ':'
    )
      uses++
  }
  return uses
}

/** Whether the block of the statement at `first` declares the name before it. */
export function isInBlock(tokens: readonly Token[], first: number, name: string): boolean {
  let depth = 0
  for (let i = first - 1; i >= 0; i--) {
    const { text, kind } = tokenAt(tokens, i)
    if (closing.has(text)) depth++
    if (opening.has(text)) depth--
    if (depth < 0 && text === '{') return isParameter(tokens, i, name)
    if (depth === 0 && kind === 'name' && text === name && declares(tokens, i)) return true
  }
  return false
}

/** Whether the name is declared in this function, or in one around it, outside the innermost block. */
function isOuter(tokens: readonly Token[], at: number, name: string): boolean {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const { text, kind } = tokenAt(tokens, i)
    if (closing.has(text)) depth++
    if (opening.has(text)) depth = Math.max(-99, depth - 1)
    const isFree = depth < 0
    if (depth < 0) depth = -1
    if (text === '{' && isParameter(tokens, i, name)) return true
    if (isFree && kind === 'name' && text === name && declares(tokens, i)) return true
    if (text === 'func' && kind === 'keyword' && tokenAt(tokens, i - 1).kind === 'newline') return false
  }
  return false
}

function declares(tokens: readonly Token[], at: number): boolean {
  if (tokenAt(tokens, at - 1).text === 'var') return true
  if (tokenAt(tokens, at - 1).text === '.') return false
  return listBefore(tokens, at) !== null
}

/** Whether the block that opens at `open` is a function's, and the name one of its parameters or results. */
function isParameter(tokens: readonly Token[], open: number, name: string): boolean {
  const body = functionsAround(tokens, open + 1)[0]
  if (body === undefined || body.open !== open) return false
  return tokens.slice(body.keyword, open).some(({ text, kind }) => kind === 'name' && text === name)
}
