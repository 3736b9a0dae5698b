// A closing bracket that nothing opens, where the opening one was left out: often two words are glued together.

import { type GoCode, insertion, mends, tokenAt } from './go-code.ts'
import type { Token } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { insertText } from './words.ts'

const openerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const callable =
  'append cap close copy delete len make new panic print println recover min max clear string byte rune int int64 uint64 float64 error any bool uint32 int32 uint8 uint16 map func'
const builtins = new Set(callable.split(' '))
const mostPlaces = 16

/** lenitems)     fmt.Println"paid")     logs0]     func s *Store) */
export const missingOpener: FindRepairs = code =>
  openers(code)
    .filter(({ isStrong }) => isStrong)
    .map(({ repair }) => repair)

/** total + tax) * rate     order.Paid && !order.Sent) { */
export const missingGroup: FindRepairs = code => openers(code).map(({ repair }) => repair)

interface Opener {
  readonly repair: Repair
  /** Two known words in one, or no space where there would be one. */
  readonly isStrong: boolean
}

function openers(code: GoCode): readonly Opener[] {
  const { tokens, at } = code
  const close = closerNear(code)
  const bracket = close === null ? undefined : openerOf[tokenAt(tokens, close).text]
  if (close === null || bracket === undefined) return []
  const names = knownNames(tokens, at)
  const glued: Repair[] = []
  const others: Repair[] = []
  let depth = 0
  let tried = 0
  for (let i = close - 1; i > 0 && tried < mostPlaces; i--) {
    const token = tokenAt(tokens, i)
    if (token.line < tokenAt(tokens, close).line - 1 || token.kind === 'newline') break
    if (openerOf[token.text] !== undefined) depth++
    if (token.text === '(' || token.text === '[' || token.text === '{') depth--
    if (depth < 0) break
    if (token.kind === 'name' && bracket !== '{') glued.push(...splits(token))
    if (depth > 0) continue
    const before = tokenAt(tokens, i - 1)
    // f"paid")   func s *Store)   !a && b)   ]byte
    const certain = isAdjacent(before, token) && (token.kind === 'string' || before.text === 'func')
    const changes = [insertion(token.start, bracket)]
    if (!mends(code, changes)) continue
    tried++
    others.push({ title: insertText(bracket), changes, certain })
  }
  const beforeClose = tokenAt(tokens, close - 1)
  const isCalled = beforeClose.kind === 'name' && names.called.has(beforeClose.text)
  const isEmpty = bracket === '[' || beforeClose.text === 'func'
  const empty: Repair = {
    title: insertText(bracket),
    changes: [insertion(tokenAt(tokens, close).start, bracket)],
    certain: isEmpty,
  }
  others.sort((a, b) => Number(b.certain) - Number(a.certain))
  const last = { repair: empty, isStrong: isEmpty || isCalled }
  const weak = others.map(repair => ({ repair, isStrong: repair.certain }))
  const strong = glued.map(repair => ({ repair, isStrong: true }))
  return bracket === '[' ? [...strong, last, ...weak] : [...strong, ...weak, last]

  /** The two words of a glued one, where both are known. */
  function splits({ text, start }: Token): readonly Repair[] {
    const found: Repair[] = []
    for (let cut = 1; cut < text.length; cut++) {
      const head = text.slice(0, cut)
      const tail = text.slice(cut)
      const isKnown =
        bracket === '('
          ? (names.called.has(head) || builtins.has(head)) &&
            (names.all.has(tail) || head === 'func' || /^\d+$/.test(tail))
          : (names.all.has(head) || head === 'map') &&
            (names.all.has(tail) || builtins.has(tail) || /^\d+$/.test(tail))
      if (!isKnown || names.all.has(text)) continue
      found.push({
        title: insertText(bracket ?? ''),
        changes: [insertion(start + cut, bracket ?? '')],
        certain: false,
      })
    }
    // The longest first word that is known.
    return found.reverse().map((repair, i) => ({ ...repair, certain: i === 0 && found.length === 1 }))
  }
}

function isAdjacent(a: Token, b: Token): boolean {
  return a.end === b.start
}

/** The closing bracket at the fault, or further on in its line, that nothing opens. */
function closerNear({ tokens, at, text }: GoCode): number | null {
  const line = tokenAt(tokens, at).line
  let depth = 0
  for (let i = at; i < tokens.length && tokenAt(tokens, i).line === line; i++) {
    const { text: word } = tokenAt(tokens, i)
    if (word === '(' || word === '[' || word === '{') depth++
    if (openerOf[word] === undefined) continue
    if (depth === 0) return i
    depth--
  }
  return text === '' ? 0 : null
}

/** The names of the file apart from those of the line of the fault, and those of them that are called. */
function knownNames(
  tokens: readonly Token[],
  at: number,
): { all: ReadonlySet<string>; called: ReadonlySet<string> } {
  const all = new Set<string>()
  const called = new Set<string>()
  const { line } = tokenAt(tokens, at)
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'string' && token.text.includes('/'))
      all.add(token.text.slice(token.text.lastIndexOf('/') + 1, -1))
    if (token.kind !== 'name') continue
    if (token.line !== line) all.add(token.text)
    if (tokenAt(tokens, i + 1).text === '(') called.add(token.text)
  }
  return { all, called }
}
