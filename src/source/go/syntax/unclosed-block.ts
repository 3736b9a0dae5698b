// Closing brackets that are missing, or too many, far from where the parser noticed; gofmt's indentation tells where.

import type { Change } from '../../inspection.ts'
import { applyChanges } from '../../unified-diff.ts'
import { type GoCode, indentAt, insertion, startOfLineAt, tokenAt } from './go-code.ts'
import { closing, type Suspicion, suspectBracket } from './indented-brackets.ts'
import { endOfLine, lexGo } from './lex-go.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { closeBlock, deleteLine } from './words.ts'

/** The suspicion at or before the fault: in the declaration that it is in, as its first column shows it, or before. */
function suspicionIn(code: GoCode): Suspicion | null {
  const { tokens, at, text, declaration, declarations } = code
  const fault = tokenAt(tokens, at)
  const begin = tokenAt(tokens, declaration).start
  const whole = declarations.findLast(start => start <= begin) ?? 0
  const from = tokens.findIndex(({ start }) => start >= whole)
  const suspicion = suspectBracket(tokens.slice(from), text) ?? suspectBracket(tokens, text)
  return suspicion === null || suspicion.token.line > fault.line + 1 ? null : suspicion
}

/** What may follow a closing bracket on its line. */
const follows = new Set(['else', '{', '(', '.', ',', '[', ')', ']'])

export const unclosedBlock: FindRepairs = code => {
  const { text, tokens } = code
  const suspicion = suspicionIn(code)
  if (suspicion === null || suspicion.kind !== 'missing') return []
  const { openers, token, inLine, inList } = suspicion
  const first = openers[0]
  if (first === undefined) return []
  const repairs: Repair[] = []
  const add = (closers: string, changes: readonly Change[], isSure = true) => {
    const fresh = applyChanges(text, changes)
    const certain = isSure && suspectBracket(lexGo(fresh).tokens, fresh) === null
    repairs.push({
      title: closeBlock(closers, first.line),
      changes,
      certain,
      slots: { line: `${first.line}` },
    })
  }
  // Brackets of one line are another mistake.
  if (inLine && first.line === token.line) return []
  if (inLine || follows.has(token.text)) {
    const closers = closing(first)
    add(closers, [insertion(token.start, token.text === 'else' ? `${closers} ` : closers)])
    if (inLine) return repairs
  }
  // { name: "paid", where the next line is not deeper: the rest of such lines is for those who look at one line.
  const last = tokenAt(tokens, tokens.indexOf(token) - 1)
  if (last.line === first.line || (last.kind === 'newline' && last.line === first.line)) {
    if (first.text === '{' && last.text === ',')
      add(closing(first), [insertion(last.start, closing(first))], false)
    if (first.text !== '{') return []
  }
  // One bracket first; then all that the line opened.
  for (let count = 1; count <= openers.length; count++) {
    const closers = openers.slice(0, count).map(closing).join('')
    const outer = openers[count - 1] ?? first
    const indent = indentAt(text, outer.start)
    const isEnd = token.kind === 'end'
    const at = isEnd ? lastLineEnd(text) : endOfBody(text, token.start, indent)
    for (const comma of inList && count === openers.length ? [',', ''] : ['', ',']) {
      if (isEnd) {
        const all = openers.map(opener => `\n${indentAt(text, opener.start)}${closing(opener)}`).join('')
        add(closers, [insertion(at, count === 1 ? `\n${indent}${closers}` : all)])
        break
      }
      add(closers + comma, [insertion(at, `\n${indent}${closers}${comma}`)])
    }
  }
  return repairs
}

/** The end of the last line above `offset` that is indented deeper than `indent`. */
function endOfBody(text: string, offset: number, indent: string): number {
  let start = startOfLineAt(text, offset)
  while (start > 0) {
    const before = startOfLineAt(text, start - 1)
    const line = text.slice(before, endOfLine(text, before))
    if (line.trim() !== '' && indentAt(text, before).length > indent.length) return endOfLine(text, before)
    if (line.trim() !== '' && indentAt(text, before).length === indent.length && /[{([]$/.test(line.trim()))
      return endOfLine(text, before)
    start = before
  }
  return 0
}

function lastLineEnd(text: string): number {
  return text.trimEnd().length
}

/** A closing bracket on a line of its own where nothing is open. */
export const superfluousCloser: FindRepairs = code => {
  const suspicion = suspicionIn(code)
  if (suspicion === null || suspicion.kind !== 'extra') return []
  const { token } = suspicion
  const { text } = code
  const start = startOfLineAt(text, token.start)
  const end = endOfLine(text, token.start)
  const isAlone = text.slice(start, end).trim() === token.text
  const whole: Change = { start, end: Math.min(text.length, end + 1), text: '' }
  const changes = [isAlone ? whole : { start: token.start, end: token.end, text: '' }]
  const fresh = applyChanges(text, changes)
  const above = text.slice(startOfLineAt(text, start - 1), start).trimEnd()
  // Below its like it was typed twice; elsewhere an opening bracket may be gone.
  const isTwice = above === text.slice(start, end).trimEnd()
  const certain = isAlone && isTwice && suspectBracket(lexGo(fresh).tokens, fresh) === null
  const word = tokenAt(code.tokens, code.at).text
  const told = word === 'case' || word === 'default' ? { isTold: true as const } : {}
  return [{ title: deleteLine(token.text), changes, certain, ...told }]
}
