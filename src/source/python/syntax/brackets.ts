// Brackets that are not closed, closed twice, or closed by another kind.

import { closeBracket, insert, remove, replace } from '../words.ts'
import { type Candidate, type PythonText, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** The brackets around a failing line that have no partner, found by pairing from the top. */
function unpaired({ code }: PythonText): {
  readonly open: readonly Token[]
  readonly wrong: readonly (readonly [Token, Token | null])[]
} {
  const stack: Token[] = []
  const wrong: (readonly [Token, Token | null])[] = []
  for (const token of code) {
    if (token.kind !== 'operator') continue
    if (closing[token.text] !== undefined) stack.push(token)
    else if (opening[token.text] !== undefined) {
      const open = stack.at(-1)
      if (open !== undefined && closing[open.text] === token.text) stack.pop()
      else wrong.push([token, open ?? null])
    }
  }
  return { open: stack, wrong }
}

/** An opening bracket without its closing one: at the end of its line, else where its statement must end. */
export const unclosedBracket = repairing((source, { line }) => {
  const { open } = unpaired(source)
  const suspect = open.find(token => token.line <= line) ?? open[0]
  if (suspect === undefined) return []
  const next = source.code[source.code.indexOf(suspect) + 1]
  // `def total((self)`: it was typed twice
  const twice: readonly Candidate[] =
    next?.text === suspect.text && next.start === suspect.end
      ? [
          {
            title: remove(suspect.text),
            changes: [{ start: suspect.start, end: suspect.end, text: '' }],
            slots: { bracket: suspect.text },
            line: suspect.line,
            doubtful: true,
          },
        ]
      : []
  return [...twice, ...candidatesToClose(source, suspect)]
})

function candidatesToClose({ code, text }: PythonText, open: Token): readonly Candidate[] {
  const bracket = closing[open.text] ?? ')'
  const index = code.indexOf(open)
  const ends: Token[] = []
  // To the end of its line, and of the lines that go on deeper than its statement begins.
  const indent = columnOf(text, code.find(token => token.line === open.line)?.start ?? open.start)
  for (let i = index + 1; i < code.length; i++) {
    const token = code[i]
    const next = code[i + 1]
    if (token === undefined) break
    const endsLine = next === undefined || next.line !== token.line
    if (token.line !== open.line && columnOf(text, firstOfLine(code, i, token).start) <= indent) break
    if (endsLine || token.line === open.line) ends.push(token)
    if (token.line > open.line + 40) break
  }
  const onLine = ends.filter(token => token.line === open.line).reverse()
  const later = ends.filter(token => token.line !== open.line).reverse()
  const ordered =
    onLine.length > 0 && open.line === ends.at(-1)?.line ? onLine : [...later.slice(0, 3), ...onLine]
  const candidates = ordered.map((token): Candidate => {
    // Before the colon of a head, behind the comma of a list that goes on.
    const at = token.text === ':' ? token.start : token.end
    return {
      title: closeBracket(bracket),
      changes: [{ start: at, end: at, text: bracket }],
      slots: { bracket: open.text },
      line: open.line,
      ...(ordered.length > 1 ? { doubtful: true as const } : {}),
    }
  })
  if (onLine.length > 0) return candidates
  // The closing bracket had a line of its own.
  const last = later[0]
  if (last === undefined) return candidates
  const row = `\n${' '.repeat(indent)}${bracket}`
  return [
    {
      title: closeBracket(bracket),
      changes: [{ start: last.end, end: last.end, text: row }],
      slots: { bracket: open.text },
      line: open.line,
    },
    ...candidates,
  ]
}

function firstOfLine(code: readonly Token[], index: number, token: Token): Token {
  let at = index
  while (code[at - 1] !== undefined && code[at - 1]?.line === code[at]?.line) at--
  return code[at] ?? token
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** A closing bracket without an opening one, or of another kind. */
export const unmatchedBracket = repairing(source => {
  const [first] = unpaired(source).wrong
  if (first === undefined) return []
  const [token, open] = first
  const candidates: Candidate[] = []
  const slots = { closing: token.text }
  if (open !== null) {
    const right = closing[open.text] ?? ')'
    candidates.push({
      title: replace(token.text, right),
      changes: [{ start: token.start, end: token.end, text: right }],
      slots,
      line: token.line,
    })
    // `context[key for key in …}`: before the word that goes on behind the bracket.
    const from = source.code.indexOf(open)
    const inner = source.code.slice(from + 1, source.code.indexOf(token))
    const word = inner.find(
      (one, i) => i > 0 && one.depth === open.depth + 1 && /^(?:for|if|else|in|and|or)$/.test(one.text),
    )
    const before = word === undefined ? undefined : inner[inner.indexOf(word) - 1]
    if (before !== undefined)
      candidates.push({
        title: insert(right),
        changes: [{ start: before.end, end: before.end, text: right }],
        slots,
        line: before.line,
        doubtful: true,
      })
    candidates.push({
      title: insert(right),
      changes: [{ start: token.start, end: token.start, text: right }],
      slots,
      line: token.line,
      ...(inner.length > 3 || open.line !== token.line ? { doubtful: true as const } : {}),
    })
  }
  candidates.push(...openingsFor(source, token))
  candidates.push({
    title: remove(token.text),
    changes: [{ start: token.start, end: token.end, text: '' }],
    slots,
    line: token.line,
    doubtful: true,
  })
  return candidates
})

const mostOpenings = 3

/** Where the opening bracket may have stood: `print"paid")`, or between two names that the file has, as in `lenrows)`. */
function openingsFor({ code }: PythonText, token: Token): readonly Candidate[] {
  const bracket = opening[token.text] ?? '('
  const row = code.filter(({ line, end }) => line === token.line && end <= token.start)
  const names = new Set(code.filter(({ kind }) => kind === 'name').map(({ text }) => text))
  const found: Candidate[] = []
  const add = (at: number) =>
    found.push({
      title: insert(bracket),
      changes: [{ start: at, end: at, text: bracket }],
      slots: { closing: token.text },
      line: token.line,
      doubtful: true,
    })
  for (const [i, one] of row.entries()) {
    const next = row[i + 1]
    if (one.kind !== 'name') continue
    if (next !== undefined && next.start === one.end && (next.kind === 'string' || next.kind === 'number'))
      add(one.end)
    const splits = [...one.text].flatMap((_, cut) => {
      const [left, right] = [one.text.slice(0, cut), one.text.slice(cut)]
      return cut > 0 && isName(left, names) && (isName(right, names) || /^[a-z]$/.test(right)) ? [cut] : []
    })
    const longest = splits.at(-1)
    if (longest !== undefined && !isName(one.text, builtins)) add(one.start + longest)
  }
  return found.slice(0, mostOpenings)
}

const builtins = new Set(
  'len str int float list dict set tuple print range sorted sum min max any all isinstance type open repr super enumerate zip map filter getattr hasattr bool bytes format iter next abs round id join'.split(
    ' ',
  ),
)

function isName(text: string, names: ReadonlySet<string>): boolean {
  return builtins.has(text) || names.has(text)
}
