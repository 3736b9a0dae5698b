// Two operands side by side: what stood between them, a dot, an operator, `=` or `(`, is missing.

import { type GoCode, insertion, isFirstOnLine, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { insertText, mergeLines } from './words.ts'

function isOperand({ kind }: Token): boolean {
  return kind === 'name' || kind === 'number' || kind === 'string' || kind === 'rune'
}

/** fmt Println(total)     total 5     fmt.Println"paid") */
export const missingBetween: FindRepairs = code => {
  const { tokens, at, text, within } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (before.line !== fault.line) return []
  const repairs: Repair[] = []
  const gap = text.slice(before.end, fault.start)
  const between = (fresh: string, certain: boolean) =>
    repairs.push({
      title: insertText(fresh.trim()),
      changes: [{ start: before.end, end: fault.start, text: fresh }],
      certain,
    })
  // total  5, where the sign between the two spaces is gone
  if (
    before.kind === 'name' &&
    within === 'statements' &&
    isOperand(fault) &&
    beginsStatement(code, at - 1)
  ) {
    if (fault.kind === 'name' && isImported(text, before.text)) between('.', gap === ' ')
    const isKnown = tokens
      .slice(0, at - 1)
      .some(({ text: word, kind }) => kind === 'name' && word === before.text)
    for (const sign of isKnown ? [' = ', ' := '] : [' := ', ' = ']) between(sign, false)
  }
  // fmt.Println"paid")
  if (before.kind === 'name' && gap === '' && (isOperand(fault) || fault.text === ')')) between('(', true)
  if (before.kind === 'name' && fault.kind === 'name' && isImported(text, before.text))
    between('.', gap === ' ')
  if (fault.kind === 'string' || before.kind === 'string') between(' + ', false)
  if (within === 'header') for (const sign of [' == ', ' != ', ' && ']) between(sign, false)
  return repairs
}

/** A line that begins with a dot or an operator continues the one before, whose end was read as a semicolon. */
export const brokenChain: FindRepairs = ({ tokens, at, text }) => {
  const fault = tokenAt(tokens, at)
  const newline = tokenAt(tokens, at - 1)
  if (newline.kind !== 'newline' || !isFirstOnLine(text, fault)) return []
  const operator = fault.text
  if (!['.', '&&', '||', '+', '==', '!=', '/', '%', '<', '>', '<=', '>=', ','].includes(operator)) return []
  const before = tokenAt(tokens, at - 2)
  const glue = operator === '.' || operator === ',' ? operator : ` ${operator}`
  const next = tokenAt(tokens, at + 1)
  const changes = [insertion(before.end, glue), { start: fault.start, end: next.start, text: '' }]
  // Chains of calls have every dot in front.
  const all = tokens.flatMap((token, i) => {
    const isSame =
      token.text === operator && tokenAt(tokens, i - 1).kind === 'newline' && token.start >= fault.start
    if (!isSame || !isFirstOnLine(text, token)) return []
    return [
      insertion(tokenAt(tokens, i - 2).end, glue),
      { start: token.start, end: tokenAt(tokens, i + 1).start, text: '' },
    ]
  })
  return [changes, all].map(list => ({ title: mergeLines, changes: list, certain: true }))
}

function beginsStatement({ tokens }: GoCode, at: number): boolean {
  const before = tokenAt(tokens, at - 1)
  return before.kind === 'newline' || before.text === '{' || before.text === '}' || before.text === ';'
}

function isImported(text: string, name: string): boolean {
  const head = text.slice(0, 20_000)
  return head.includes(`/${name}"`) || head.includes(`"${name}"`)
}
