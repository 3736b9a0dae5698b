// Operators that Go does not have, or has in another place: `++i`, `===`, `->`, `=>`, `<>`, `a ? b : c`.

import type { Change } from '../../inspection.ts'
import { type GoCode, indentAt, isFirstOnLine, replacement, startOfLineAt, tokenAt } from './go-code.ts'
import { endOfLine } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { conditionalStatement, incrementBehind, writeInstead } from './words.ts'

/** ++tries     for i := 0; i < 10; ++i { */
export const prefixIncrement: FindRepairs = ({ tokens, at, text }) => {
  const sign = tokenAt(tokens, at)
  if (sign.text !== '++' && sign.text !== '--') return []
  let depth = 0
  let end = at + 1
  for (; end < tokens.length - 1; end++) {
    const { text: word, kind } = tokenAt(tokens, end)
    if (depth === 0 && (kind === 'newline' || [';', '{', ')', ']', '}', ','].includes(word))) break
    if (word === '(' || word === '[') depth++
    if (word === ')' || word === ']') depth--
  }
  if (end === at + 1) return []
  const operand = text.slice(tokenAt(tokens, at + 1).start, tokenAt(tokens, end - 1).end)
  const changes = [{ start: sign.start, end: tokenAt(tokens, end - 1).end, text: operand + sign.text }]
  return [{ title: incrementBehind(sign.text), changes, certain: true }]
}

/** Neighbouring tokens that together are an operator elsewhere, and what Go writes. */
const spelled: readonly (readonly [before: string, fault: string, fresh: string])[] = [
  ['==', '=', '=='],
  ['!=', '=', '!='],
  ['<', '>', '!='],
  ['=', '<', '<='],
  ['=', '>', '>='],
  ['-', '>', '.'],
  [':', ':', '.'],
  ['?', '.', '.'],
  ['&&', '&', '&&'],
  ['=', '=', '=='],
]

export const foreignOperator: FindRepairs = code => {
  const { tokens, at, text } = code
  const repairs: Repair[] = []
  for (const i of [at, at + 1]) {
    const a = tokenAt(tokens, i - 1)
    const b = tokenAt(tokens, i)
    if (a.end !== b.start) continue
    for (const [before, fault, fresh] of spelled) {
      if (a.text !== before || b.text !== fault) continue
      const old = text.slice(a.start, b.end)
      // `=>` of a lambda or a map is no comparison.
      const certain = old === '===' || old === '!==' || old === '<>'
      const all = occurrences(code, before, fault).map(start => ({
        start,
        end: start + old.length,
        text: fresh,
      }))
      repairs.push({
        title: writeInstead(fresh, old),
        changes: [{ start: a.start, end: b.end, text: fresh }],
        certain,
      })
      if (all.length > 1) repairs.push({ title: writeInstead(fresh, old), changes: all, certain })
    }
  }
  return repairs
}

function occurrences({ tokens }: GoCode, before: string, fault: string): readonly number[] {
  return tokens
    .filter((a, i) => {
      const b = tokenAt(tokens, i + 1)
      return a.text === before && b.text === fault && a.end === b.start
    })
    .map(({ start }) => start)
}

/** price := base ? low : high     return paid ? a : b     label = paid ? a : b */
export const ternary: FindRepairs = ({ tokens, at, text, comments }) => {
  const question = tokenAt(tokens, at)
  if (question.text !== '?') return []
  const lineStart = startOfLineAt(text, question.start)
  const first = tokens.find(({ start }) => start >= lineStart)
  const lineEnd = endOfLine(text, question.end)
  if (
    first === undefined ||
    !isFirstOnLine(text, first) ||
    comments.some(({ line }) => line === question.line)
  )
    return []
  const line = tokens.filter(({ start, end }) => start >= lineStart && end <= lineEnd && start !== end)
  const colon = line.find(({ text: word, start }) => word === ':' && start > question.end)
  if (colon === undefined || line.filter(({ text: word }) => word === '?' || word === ':').length !== 2)
    return []
  const yes = text.slice(question.end, colon.start).trim()
  const no = text
    .slice(colon.end, lineEnd)
    .replace(/;?\s*$/, '')
    .trim()
  const indent = indentAt(text, question.start)
  const write = (lines: readonly string[]): readonly Change[] => [
    { start: first.start, end: lineEnd, text: lines.join(`\n${indent}`) },
  ]
  const condition = (from: number) => text.slice(from, question.start).trim()
  if (first.text === 'return') {
    const changes = write([`if ${bare(condition(first.end))} {`, `\treturn ${yes}`, '}', `return ${no}`])
    return [{ title: conditionalStatement, changes, certain: true }]
  }
  const sign = line.find(({ text: word }) => word === '=' || word === ':=')
  if (sign === undefined) return []
  const target = text.slice(first.start, sign.start).trim()
  const test = bare(condition(sign.end))
  const changes =
    sign.text === ':='
      ? write([`${target} := ${no}`, `if ${test} {`, `\t${target} = ${yes}`, '}'])
      : write([`if ${test} {`, `\t${target} = ${yes}`, '} else {', `\t${target} = ${no}`, '}'])
  // What is declared may take another type from the one value than from the other.
  return [{ title: conditionalStatement, changes, certain: sign.text === '=' }]
}

/** (a > b) without the parentheses that other languages want. */
function bare(condition: string): string {
  return /^\([^()]*\)$/.test(condition) ? condition.slice(1, -1) : condition
}

/** A stray character such as `$name`, `#` or a `;` too many. */
export const strayCharacter: FindRepairs = ({ tokens, at, text }) => {
  const token = tokenAt(tokens, at)
  if (token.text === '$' || token.text === '@')
    return [{ title: writeInstead('', token.text), changes: [replacement(token, '')], certain: false }]
  // # a comment of another language
  if (token.text === '#' && isFirstOnLine(text, token))
    return [{ title: writeInstead('//', '#'), changes: [replacement(token, '//')], certain: true }]
  return []
}
