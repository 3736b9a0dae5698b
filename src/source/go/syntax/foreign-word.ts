// Misspelt keywords, and the keywords of other languages.

import { isMisspelling } from '../../../model/one-slip.ts'
import { type GoCode, isFirstOnLine, replacement, tokenAt } from './go-code.ts'
import { keywords, type Token } from './lex-go.ts'
import { openAt } from './open-brackets.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { writeInstead } from './words.ts'

/** What other languages write where Go writes one of these; the first is the likeliest. */
const foreign: Readonly<Record<string, readonly string[]>> = {
  while: ['for'],
  foreach: ['for'],
  loop: ['for'],
  function: ['func'],
  def: ['func'],
  fn: ['func'],
  fun: ['func'],
  fnc: ['func'],
  elsewhere: ['else'],
  otherwise: ['default'],
  let: ['var'],
  val: ['var', 'const'],
  final: ['const'],
  match: ['switch'],
  when: ['case', 'switch'],
  include: ['import'],
  using: ['import'],
  require: ['import'],
  use: ['import'],
  namespace: ['package'],
  module: ['package'],
  typedef: ['type'],
  async: ['go'],
  spawn: ['go'],
  unless: ['if'],
  next: ['continue'],
  exit: ['break'],
  ret: ['return'],
}

/** Words for operators, and what they stand for. */
const operators: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  is: '==',
  mod: '%',
  xor: '^',
}

/** The tokens that may have been meant as a keyword: the fault, what is before it, and what begins their lines. */
function suspects({ tokens, at, text }: GoCode): readonly Token[] {
  const near = [at, at - 1]
  let i = at
  for (let firsts = 0; i > 0 && at - i < 60 && firsts < 3; i--) {
    if (i < at && isFirstOnLine(text, tokenAt(tokens, i))) {
      near.push(i)
      firsts++
    }
  }
  // `} esle {` and `} catch`: the word behind the brace that begins the line.
  near.push(at - 2, at + 1)
  // fucn(order Order) { and []strcut { inside an expression: the word before the bracket
  const open = openAt(tokens, at, Math.max(0, at - 400))
  for (const bracket of open.slice(-2)) near.push(bracket - 1)
  const found = near.map(index => tokenAt(tokens, index)).filter(({ kind }) => kind === 'name')
  return [...new Set(found)]
}

/** Of the two-letter keywords everything is one slip away. */
function isSlip(word: string, keyword: string): boolean {
  return keyword.length > 2
    ? word.length > 2 && isMisspelling(word, keyword)
    : word === [...keyword].reverse().join('')
}

/** fucn main()     retrun total     while ready() { */
export const misspeltKeyword: FindRepairs = code =>
  suspects(code).flatMap(token => {
    if (Object.hasOwn(foreign, token.text) || elseIf.has(token.text) || token.text.length < 2) return []
    const lower = token.text.toLowerCase()
    const meant = [...keywords].filter(keyword => keyword === lower || isSlip(token.text, keyword))
    // A word that the file uses elsewhere is a name.
    const isName = code.tokens.some(other => other !== token && other.text === token.text)
    return meant.map(keyword =>
      repairOf(token, keyword, meant.length === 1 && token.text.length > 2 && !isName),
    )
  })

const elseIf: ReadonlySet<string> = new Set(['elif', 'elsif', 'elseif'])

/** } elif paid { */
export const elifKeyword: FindRepairs = code =>
  suspects(code)
    .filter(({ text }) => elseIf.has(text))
    .map(token => repairOf(token, 'else if', true))

/** while ready() {     function main() { */
export const foreignKeyword: FindRepairs = code =>
  suspects(code).flatMap(token => {
    const meant = Object.hasOwn(foreign, token.text) ? (foreign[token.text] ?? []) : []
    return meant.map((keyword, i) => repairOf(token, keyword, i === 0 && certainly.has(token.text)))
  })

/** Words that say exactly what Go says in another word. */
const certainly = new Set(['while', 'function', 'def', 'fn', 'fun'])

function repairOf(token: Token, fresh: string, certain: boolean): Repair {
  return {
    title: writeInstead(fresh, token.text),
    changes: [replacement(token, fresh)],
    certain,
    slots: { word: token.text, keyword: fresh },
  }
}

/** if paid and shipped {     if not paid { */
export const wordOperator: FindRepairs = code => {
  const { tokens, at, text } = code
  const fault = tokenAt(tokens, at)
  const around = tokens.filter(
    ({ kind, text: word, line }) => kind === 'name' && line === fault.line && Object.hasOwn(operators, word),
  )
  if (around.length === 0) return []
  const changes = around.map(token => {
    const fresh = operators[token.text] ?? ''
    const gap = fresh === '!' && text[token.end] === ' ' ? 1 : 0
    return { start: token.start, end: token.end + gap, text: fresh }
  })
  const first = around[0]?.text ?? ''
  return [{ title: writeInstead(operators[first] ?? '', first), changes, certain: true }]
}
