// A list in brackets that breaks off: a comma, a colon or the closing bracket is missing on the line of the fault.

import type { Change } from '../../inspection.ts'
import { type GoCode, insertion, mends, startOfLineAt, tokenAt } from './go-code.ts'
import { closing } from './indented-brackets.ts'
import { endOfLine, type Token } from './lex-go.ts'
import { shapeOf, shapesAround } from './line-shape.ts'
import { openAt } from './open-brackets.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { deleteText, insertText } from './words.ts'

/** More places than these are not worth trying. */
const mostPlaces = 24

function endsOperand({ kind, text }: Token): boolean {
  return (
    kind === 'name' ||
    kind === 'number' ||
    kind === 'string' ||
    kind === 'rune' ||
    [')', ']', '}', '...', '++', '--'].includes(text)
  )
}

function startsOperand({ kind, text }: Token): boolean {
  return (
    kind === 'name' ||
    kind === 'number' ||
    kind === 'string' ||
    kind === 'rune' ||
    ['func', 'map', 'struct', '[', '(', '{', '&', '*', '!', '-', '<-', 'chan', 'interface'].includes(text)
  )
}

/** total: sum⏎     save(order⏎     load(id order) */
export const missingComma: FindRepairs = code => {
  const { tokens, at, within, text } = code
  if (within !== 'arguments' && within !== 'literal' && within !== 'parameters' && within !== 'parentheses')
    return []
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  const next = fault.kind === 'newline' ? tokenAt(tokens, at + 1) : fault
  // fmt Println(total) lacks a dot.
  if (before.kind === 'name' && next.kind === 'name' && isPackage(code, before.text)) return []
  if (!endsOperand(before) || !(startsOperand(next) || next.text === closingOf(code))) return []
  const changes = [insertion(before.end, ',')]
  const isLineEnd = fault.kind === 'newline'
  const isAdjacent = before.end === next.start
  if (isLineEnd && before.kind === 'string' && next.kind === 'string') return joined(code, before, next)
  const repair: Repair = { title: insertText(','), changes, certain: isLineEnd || isKeyed(code) }
  // f "x" + y: an operator is as likely where no space was left.
  if (!isLineEnd && isAdjacent) return []
  return isLineEnd || text.slice(before.end, next.start) === ' ' ? [repair] : [{ ...repair, certain: false }]
}

/** Of two texts in two lines, one continues the other where the lines around do so. */
function joined({ text }: GoCode, before: Token, next: Token): readonly Repair[] {
  const comma: Repair = { title: insertText(','), changes: [insertion(before.end, ',')], certain: false }
  const plus: Repair = { title: insertText('+'), changes: [insertion(before.end, ' +')], certain: false }
  const above = text.slice(0, startOfLineAt(text, before.start)).trimEnd()
  const ends = [above, text.slice(0, endOfLine(text, next.end)).trimEnd()]
  return ends.some(end => end.endsWith('+'))
    ? [plus, comma]
    : [{ ...comma, certain: ends.every(end => end.endsWith(',')) }, plus]
}

function closingOf({ tokens, at }: GoCode): string {
  const open = openAt(tokens, at).at(-1)
  return open === undefined ? '' : closing(tokenAt(tokens, open))
}

/** Whether the list at the fault has keys, so that what follows an element can only be the next one. */
function isKeyed({ tokens, at }: GoCode): boolean {
  const open = openAt(tokens, at).at(-1)
  return (
    open !== undefined &&
    tokens.slice(open, at).some(({ text }) => text === ':') &&
    tokenAt(tokens, at + 1).text === ':'
  )
}

/** "paid" total     Name "paid"     case 1⏎ */
export const missingColon: FindRepairs = code => {
  const { tokens, at, within } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (within === 'cases') {
    if (before.text === 'default' || endsOperand(before))
      return [
        { title: insertText(':'), changes: [insertion(before.end, ':')], certain: fault.kind === 'newline' },
      ]
    return []
  }
  if (within !== 'literal' || !endsOperand(before) || !startsOperand(fault) || before.line !== fault.line)
    return []
  const open = openAt(tokens, at).at(-1) ?? 0
  const hasColons = hasKeys(tokens, open)
  const element = tokens
    .slice(open, at)
    .findLastIndex(({ text, kind }) => text === ',' || text === '{' || kind === 'newline')
  const hasKey = tokens.slice(open + element + 1, at).some(({ text }) => text === ':')
  return hasColons && !hasKey
    ? [{ title: insertText(':'), changes: [insertion(before.end, ':')], certain: true }]
    : []
}

/** Whether the elements of the literal that opens at `open` have keys, as far as it can be followed. */
function hasKeys(tokens: readonly Token[], open: number): boolean {
  let depth = 0
  let keys = 0
  let commas = 0
  for (let i = open; i < Math.min(tokens.length, open + 600); i++) {
    const { text } = tokenAt(tokens, i)
    if (text === '(' || text === '[' || text === '{') depth++
    if (text === ')' || text === ']' || text === '}') depth--
    if (depth === 0) break
    if (depth === 1 && text === ':') keys++
    if (depth === 1 && text === ',') commas++
  }
  return keys > 0 && keys >= commas - 1
}

/** log.Printf("%s", seed⏎     if len(items > 0 {     tags[0 = name */
export const missingCloser: FindRepairs = code => {
  const { tokens, at } = code
  const open = openAt(tokens, at, code.declaration).at(-1)
  if (open === undefined) return []
  const opener = tokenAt(tokens, open)
  const bracket = closing(opener)
  if (opener.text === '{' && opener.line !== tokenAt(tokens, at - 1).line) return []
  const found: { repair: Repair; rank: number }[] = []
  const add = (changes: readonly Change[], rank: number) => {
    if (mends(code, changes))
      found.push({ repair: { title: insertText(bracket), changes, certain: false }, rank })
  }
  const shapes = shapesAround(code, opener.line)
  let tried = 0
  for (let i = at; i > open && tried < mostPlaces; i--) {
    const before = tokenAt(tokens, i - 1)
    const after = tokenAt(tokens, i)
    if (!(endsOperand(before) || i - 1 === open) || (after.text === '(' && i !== at)) continue
    // total... ends a list of arguments, no literal.
    if (before.text === '...' && opener.text !== '(') continue
    tried++
    add([insertion(before.end, bracket)], rankOf(i, before, after) + (i - 1 === open ? 1 : 0))
  }
  found.sort((a, b) => a.rank - b.rank)
  const best = found[0]
  if (best === undefined) return []
  const repairs = found.map(({ repair }) => repair)
  const isOnly = (found.length === 1 && best.rank < 1) || (found[1]?.rank ?? 0) - best.rank >= 10
  return repairs.map((repair, i) => (i === 0 ? { ...repair, certain: isOnly } : repair))

  /** Lower is likelier; ten is a difference that leaves no doubt. */
  function rankOf(i: number, before: Token, after: Token): number {
    // Of an index the nearest place is the likeliest, of a list the farthest; neither is a proof.
    let rank = (opener.text === '[' ? i - (open ?? 0) : at - i) / 100
    const called = tokenAt(tokens, (open ?? 0) - 1)
    const measures = called.text === 'len' || called.text === 'cap'
    if (shapes.has(shapeOf(tokens, opener.line, { at: i, text: bracket }))) rank -= 5
    if (measures && i !== at && comparisons.has(after.text)) rank -= 50
    if (
      measures &&
      i === at &&
      tokens.slice(open, i).some(({ text }) => text === ',' || comparisons.has(text))
    )
      rank += 50
    // json.Valid(b).String() is rather json.Valid(b.String()) when b names a package.
    if (after.text === '.' && opener.text === '[') {
      if (before.kind === 'name' && hasSelector(tokens, before)) rank += 3
    } else if (after.text === '.') {
      rank += before.kind === 'name' && isPackage(code, before.text) ? 100 : isChained(code, called) ? -40 : 3
    }
    return rank
  }
}

/** Whether the name is followed by a selector elsewhere. */
function hasSelector(tokens: readonly Token[], name: Token): boolean {
  return tokens.some(
    (token, i) => token !== name && token.text === name.text && tokenAt(tokens, i + 1).text === '.',
  )
}

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>='])

/** Whether the calls of that name elsewhere in the file are mostly followed by a selector. */
function isChained({ tokens }: GoCode, called: Token): boolean {
  let chained = 0
  let plain = 0
  for (let i = 0; i < tokens.length - 1 && chained + plain < 20; i++) {
    const token = tokenAt(tokens, i)
    if (token.text !== called.text || token === called || tokenAt(tokens, i + 1).text !== '(') continue
    let depth = 0
    for (let end = i + 1; end < Math.min(tokens.length, i + 200); end++) {
      const { text } = tokenAt(tokens, end)
      if (text === '(') depth++
      if (text !== ')' || --depth > 0) continue
      if (tokenAt(tokens, end + 1).text === '.') chained++
      else plain++
      break
    }
  }
  return chained > plain
}

function isPackage({ text }: GoCode, name: string): boolean {
  const head = text.slice(0, 20_000)
  return head.includes(`/${name}"`) || head.includes(`"${name}"`)
}

/** save(order)) */
export const doubledCloser: FindRepairs = code =>
  tokenAt(code.tokens, code.at - 1).text === tokenAt(code.tokens, code.at).text ? superfluousToken(code) : []

/** save(order))     total)     orders,,     }, } */
export const superfluousToken: FindRepairs = code => {
  const { tokens, at } = code
  const fault = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  const cut = (token: Token): Change => ({ start: token.start, end: token.end, text: '' })
  if ([')', ']', '}'].includes(fault.text)) {
    const title = deleteText(fault.text)
    // Of `))` either is the one too many; another one further to the left makes another program.
    const others = tokens
      .slice(Math.max(0, at - 60), at)
      .filter(
        (token, i, list) =>
          token.text === fault.text && token.line === fault.line && list[i + 1]?.text !== fault.text,
      )
      .filter(token => token !== before && mends(code, [cut(token)]))
    const certain =
      before.text === fault.text && others.length === 0 && isCall(tokens, at) && isKnownCall(tokens, at)
    return [
      { title, changes: [cut(fault)], certain },
      ...others.map(token => ({ title, changes: [cut(token)], certain: false })),
    ]
  }
  return fault.text === ',' || fault.text === ';' || fault.text === ':' || fault.text === '='
    ? [{ title: deleteText(fault.text), changes: [cut(fault)], certain: fault.text === before.text }]
    : []
}

/** Whether nothing on the line looks like two words glued, or like a call without its brackets: save(order.Total)). */
function isKnownCall(tokens: readonly Token[], at: number): boolean {
  const { line } = tokenAt(tokens, at)
  let last = at - 1
  while (last > 0 && tokenAt(tokens, last).text === ')') last--
  if (tokenAt(tokens, last).kind === 'name') return false
  const names = new Set(
    tokens.flatMap(token => (token.line !== line && token.kind === 'name' ? [token.text] : [])),
  )
  return tokens.every(token => token.line !== line || token.kind !== 'name' || names.has(token.text))
}

/** Whether the statement before `at` has no operator outside brackets that a group might have enclosed. */
function isCall(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > 0; i--) {
    const { kind, text } = tokenAt(tokens, i)
    if (kind === 'newline' || text === '{' || text === ';') return true
    if (['+', '-', '*', '/', '&&', '||', '==', '!=', '<', '>', '%'].includes(text)) return false
  }
  return true
}
