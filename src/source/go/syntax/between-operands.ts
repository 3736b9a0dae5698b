// Two operands side by side: what stood between them, a dot, an operator, `=` or `(`, is missing.

import type { Change } from '../../inspection.ts'
import { type GoCode, insertion, isFirstOnLine, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { insertText, mergeLines } from './words.ts'

/** fmt Println(total)     total 5     if err nil {     "paid: " total */
export const missingBetween: FindRepairs = code => {
  const { tokens, at, text, within } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (before.line !== fault.line || fault.kind === 'newline') return []
  const repairs: Repair[] = []
  const gap = text.slice(before.end, fault.start)
  const between = (fresh: string, certain: boolean) =>
    repairs.push({
      title: insertText(fresh.trim()),
      changes: [{ start: before.end, end: fault.start, text: fresh }],
      certain,
    })
  if (before.kind === 'name' && fault.kind === 'name') {
    const hasMembers =
      isImported(text, before.text) ||
      tokens.some((token, i) => token.text === before.text && tokenAt(tokens, i + 1).text === '.')
    if (hasMembers && gap === ' ') between('.', isImported(text, before.text))
  }
  if (within === 'header' || within === 'expression' || gap.length > 1) {
    const isNil = fault.text === 'nil'
    const signs = isNil && /^err$|Err$/.test(before.text) ? [' != ', ' == '] : [' == ', ' != ']
    if (within === 'header') for (const sign of [...signs, ' && ']) between(sign, false)
  }
  // total  5, where the sign between the two spaces is gone
  if (within === 'statements' && !closesCall(before) && isAssignable(code, at)) {
    const isKnown =
      before.kind !== 'name' || isDeclaredBefore(code, at - 1) || tokenAt(tokens, at - 2).text === '.'
    for (const sign of isKnown ? [' = ', ' := '] : [' := ', ' = ']) between(sign, false)
  }
  if (fault.kind === 'string' || before.kind === 'string') between(' + ', false)
  if (within === 'group' || within === 'declaration') between(' = ', before.kind === 'name' && gap.length > 1)
  return repairs
}

/** nil, err on a line of its own, the last of its block */
export const missingReturnWord: FindRepairs = ({ tokens, at, within, text }) => {
  const fault = tokenAt(tokens, at)
  if (within !== 'statements' || (fault.kind !== 'newline' && fault.text !== '}')) return []
  const next = fault.kind === 'newline' ? tokenAt(tokens, at + 1) : fault
  let first = at
  while (first > 0 && tokenAt(tokens, first - 1).line === tokenAt(tokens, at - 1).line) first--
  const token = tokenAt(tokens, first)
  if (!isFirstOnLine(text, token) || !tokens.slice(first, at).some(({ text: word }) => word === ','))
    return []
  const changes = [insertion(token.start, 'return ')]
  return [{ title: insertText('return'), changes, certain: next.text === '}' }]
}

function closesCall({ text }: Token): boolean {
  return text === ')'
}

/** Whether what stands before the fault, back to the beginning of the statement, may be assigned to. */
function isAssignable(code: GoCode, at: number): boolean {
  const { tokens } = code
  for (let i = at - 1; i > 0 && at - i < 30; i--) {
    const { kind, text } = tokenAt(tokens, i)
    if (kind === 'newline' || ['{', '}', ';', 'if', 'for', 'switch', ':'].includes(text)) return i < at - 1
    if (kind !== 'name' && kind !== 'number' && ![',', '.', '[', ']', '*', '(', ')'].includes(text))
      return false
  }
  return false
}

/** Whether the name stands in the declaration before. */
function isDeclaredBefore({ tokens, declaration }: GoCode, at: number): boolean {
  const { text: name } = tokenAt(tokens, at)
  return tokens
    .slice(declaration, at)
    .some(
      ({ text, kind }, i) =>
        kind === 'name' && text === name && tokenAt(tokens, declaration + i - 1).text !== '.',
    )
}

/** A line that begins with a dot or an operator continues the one before, whose end was read as a semicolon. */
export const brokenChain: FindRepairs = ({ tokens, at, text }) => {
  const here = tokenAt(tokens, at).kind === 'newline' ? at + 1 : at
  const fault = tokenAt(tokens, here)
  const newline = tokenAt(tokens, here - 1)
  if (newline.kind !== 'newline' || !isFirstOnLine(text, fault)) return []
  const operator = fault.text
  if (!['.', '&&', '||', '+', '==', '!=', '/', '%', '<', '>', '<=', '>=', ','].includes(operator)) return []
  // Chains of calls have every dot in front.
  const isSame = (token: Token, i: number) =>
    token.text === operator && tokenAt(tokens, i - 1).kind === 'newline' && isFirstOnLine(text, token)
  const move = (i: number): readonly Change[] => {
    const token = tokenAt(tokens, i)
    const glue = operator === '.' || operator === ',' ? operator : ` ${operator}`
    return [
      insertion(tokenAt(tokens, i - 2).end, glue),
      { start: token.start, end: tokenAt(tokens, i + 1).start, text: '' },
    ]
  }
  const later = tokens.flatMap((token, i) => (i >= here && isSame(token, i) ? [i] : []))
  return [[here], later].map(list => ({ title: mergeLines, changes: list.flatMap(move), certain: true }))
}

function isImported(text: string, name: string): boolean {
  const head = text.slice(0, 20_000)
  return head.includes(`/${name}"`) || head.includes(`"${name}"`)
}
