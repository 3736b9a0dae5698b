// What stands twice: a case, a key or field of a literal, a function, a method, an import.

import type { Inspect, Inspected, Scene } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import type { Token } from '../syntax/lex-go.ts'
import {
  closeOf,
  indexAt,
  listItems,
  openAround,
  statementAround,
  textBetween,
  tokensOf,
  wholeLines,
} from './lexed-file.ts'
import { assignInstead, removeCase, removeClause, removeDeclaration } from './words.ts'

/** case paid, open:     case paid: */
export const duplicateCase: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const keyword = caseOf(tokens, at)
  if (keyword === null) return null
  const colon = colonOf(tokens, keyword)
  const items = listItems(tokens, keyword + 1, colon)
  const own = items.findIndex(({ first, end }) => first <= at && at < end)
  const item = items[own]
  if (item === undefined) return null
  const value = textBetween(text, tokens, item.first, item.end)
  const end = clauseEnd(tokens, keyword)
  const list = textBetween(text, tokens, keyword, colon)
  const twin = twinClause(tokens, keyword, list, text)
  if (twin !== null) {
    const start = wholeLines(text, tokenAt(tokens, keyword).start, tokenAt(tokens, keyword).start).start
    const stop = wholeLines(text, tokenAt(tokens, end - 1).start, tokenAt(tokens, end - 1).start).end
    const isSame =
      textBetween(text, tokens, colon, end) ===
      textBetween(text, tokens, colonOf(tokens, twin), clauseEnd(tokens, twin))
    const changes = [{ path, start, end: stop, text: '' }]
    return { proposals: [{ title: removeClause, certain: isSame, changes }] }
  }
  if (items.length === 1) return null
  // Behind the first, its comma goes with it; of the first, the one behind.
  const start = own === 0 ? tokenAt(tokens, item.first).start : tokenAt(tokens, item.first - 2).end
  const stop = own === 0 ? tokenAt(tokens, item.end + 1).start : tokenAt(tokens, item.end - 1).end
  return {
    proposals: [
      { title: removeCase(value), certain: false, changes: [{ path, start, end: stop, text: '' }] },
    ],
  }
}

/** A second `default:` in the same switch or select */
export const duplicateDefault: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  if (tokenAt(tokens, at).text !== 'default') return null
  const end = clauseEnd(tokens, at)
  const twin = twinClause(tokens, at, 'default', text)
  const body = (keyword: number) =>
    textBetween(text, tokens, colonOf(tokens, keyword), clauseEnd(tokens, keyword))
  const start = wholeLines(text, tokenAt(tokens, at).start, tokenAt(tokens, at).start).start
  const stop = wholeLines(text, tokenAt(tokens, end - 1).start, tokenAt(tokens, end - 1).end).end
  const certain = twin !== null && body(twin) === body(at)
  return { proposals: [{ title: removeClause, certain, changes: [{ path, start, end: stop, text: '' }] }] }
}

function caseOf(tokens: readonly Token[], at: number): number | null {
  for (let i = at; i >= 0 && at - i < 2000; i--) {
    const { text, kind } = tokenAt(tokens, i)
    if (kind === 'keyword' && text === 'case') return i
    if (kind === 'keyword' && text === 'switch') return null
  }
  return null
}

function colonOf(tokens: readonly Token[], keyword: number): number {
  for (let i = keyword; i < tokens.length; i++) {
    const { text } = tokenAt(tokens, i)
    if (text === '(' || text === '[' || text === '{') i = closeOf(tokens, i)
    else if (text === ':') return i
  }
  return tokens.length - 1
}

/** The index of the `case`, `default` or `}` that ends a clause. */
function clauseEnd(tokens: readonly Token[], keyword: number): number {
  for (let i = colonOf(tokens, keyword); i < tokens.length; i++) {
    const { text, kind } = tokenAt(tokens, i)
    if (kind === 'operator' && (text === '(' || text === '[' || text === '{')) i = closeOf(tokens, i)
    else if (text === '}' || (kind === 'keyword' && (text === 'case' || text === 'default'))) return i
  }
  return tokens.length - 1
}

/** An earlier clause of the same switch with the same list. */
function twinClause(tokens: readonly Token[], keyword: number, list: string, text: string): number | null {
  const open = openAround(tokens, keyword)
  for (let i = open + 1; i > 0 && i < keyword; i++) {
    const { text: word, kind } = tokenAt(tokens, i)
    if (kind === 'operator' && (word === '(' || word === '[' || word === '{')) i = closeOf(tokens, i)
    else if (
      (word === 'case' || word === 'default') &&
      textBetween(text, tokens, i, colonOf(tokens, i)) === list
    )
      return i
  }
  return null
}

/** "paid": 2, below "paid": 1, in a literal */
export const duplicateElement: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const open = openAround(tokens, at)
  if (open < 0 || tokenAt(tokens, open).text !== '{') return null
  const items = listItems(tokens, open + 1, closeOf(tokens, open))
  const own = items.findIndex(({ first, end }) => first <= at && at < end)
  const item = items[own]
  if (item === undefined) return null
  const key = keyOf(item)
  const whole = textBetween(text, tokens, item.first, item.end).replace(/\s+/g, ' ')
  const twin = items.slice(0, own).find(other => keyOf(other) === key)
  const isSame =
    twin !== undefined && textBetween(text, tokens, twin.first, twin.end).replace(/\s+/g, ' ') === whole
  return {
    proposals: [
      { title: removeCase(key), certain: isSame, changes: [cut(item)] },
      ...(twin === undefined || isSame
        ? []
        : [{ title: removeCase(key), certain: false, changes: [cut(twin)] }]),
    ],
  }

  function keyOf({ first, end }: { first: number; end: number }): string {
    const colon = tokens.slice(first, end).findIndex(token => token.text === ':')
    return textBetween(text, tokens, first, colon < 0 ? end : first + colon)
  }

  function cut({ first, end }: { first: number; end: number }) {
    const comma = tokenAt(tokens, end)
    const last = comma.text === ',' ? comma : tokenAt(tokens, end - 1)
    const begin = tokenAt(tokens, first)
    const lines = wholeLines(text, begin.start, last.end)
    // A line, or lines, of its own go as a whole, with a comment at their end.
    const isAlone =
      text.slice(lines.start, begin.start).trim() === '' &&
      /^\s*(?:\/\/.*)?$/.test(text.slice(last.end, lines.end).replace(/\r?\n$/, ''))
    if (isAlone) return { path, ...lines, text: '' }
    const before = tokenAt(tokens, first - 1)
    return before.text === ','
      ? { path, start: before.start, end: tokenAt(tokens, end - 1).end, text: '' }
      : { path, start: begin.start, end: tokenAt(tokens, end + 1).start, text: '' }
  }
}

/** func Load() below another func Load(); the same import twice */
export const duplicateDeclaration: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const name = tokenAt(tokens, at)
  if (name.kind === 'string') {
    const isTwice = tokens.slice(0, at).some(token => token.text === name.text)
    const lines = wholeLines(text, name.start, name.end)
    const isAlone = text.slice(lines.start, lines.end).trim() === name.text
    return isTwice && isAlone
      ? {
          proposals: [
            { title: removeDeclaration(name.text), certain: true, changes: [{ path, ...lines, text: '' }] },
          ],
        }
      : null
  }
  const own = declarationAround(tokens, at, text)
  if (own === null) return declaredInBlock(scene, tokens, at)
  const code = textBetween(text, tokens, own.first, own.end)
  // The message stands at the later one; the other is anywhere in this file.
  for (let i = 0; i < tokens.length; i++) {
    const token = tokenAt(tokens, i)
    if (i === at || token.kind !== 'name' || token.text !== name.text) continue
    const other = declarationAround(tokens, i, text)
    if (
      other === null ||
      other.first === own.first ||
      textBetween(text, tokens, other.first, other.end) !== code
    )
      continue
    const lines = wholeLines(text, tokenAt(tokens, own.first).start, tokenAt(tokens, own.end - 1).end)
    // One of the empty lines around it goes as well.
    const hasGap = text.startsWith('\n', lines.end) || text.slice(lines.end).trim() === ''
    const isAfterGap = text.slice(0, lines.start).endsWith('\n\n')
    const isLast = text.slice(lines.end).trim() === ''
    const change = {
      path,
      start: isLast && isAfterGap ? lines.start - 1 : lines.start,
      end: hasGap && !isLast && isAfterGap ? lines.end + 1 : lines.end,
      text: '',
    }
    return { proposals: [{ title: removeDeclaration(name.text), certain: true, changes: [change] }] }
  }
  return null
}

/** var total = 2 below var total = 1 in a function: the second assigns. */
function declaredInBlock(
  { file: { path, text } }: Scene,
  tokens: readonly Token[],
  at: number,
): Inspected | null {
  const keyword = tokenAt(tokens, at - 1)
  const { end } = statementAround(tokens, at)
  if (keyword.text !== 'var' || keyword.line !== tokenAt(tokens, at).line) return null
  const name = tokenAt(tokens, at).text
  const sign = tokens.findIndex((token, i) => i > at && i < end && token.text === '=')
  if (sign < 0) {
    const lines = wholeLines(text, keyword.start, tokenAt(tokens, end - 1).end)
    return {
      proposals: [
        { title: removeDeclaration(name), certain: false, changes: [{ path, ...lines, text: '' }] },
      ],
    }
  }
  const changes = [{ path, start: keyword.start, end: tokenAt(tokens, sign).start, text: `${name} ` }]
  return { proposals: [{ title: assignInstead, certain: false, changes }] }
}

/** The top-level declaration that a name is declared by: from its keyword to its end. */
function declarationAround(
  tokens: readonly Token[],
  at: number,
  text: string,
): { first: number; end: number } | null {
  let first = at
  while (first >= 0 && at - first < 60) {
    const { kind, text: word, start } = tokenAt(tokens, first)
    if (kind === 'keyword' && ['func', 'type', 'var', 'const'].includes(word)) {
      if (start > 0 && text[start - 1] !== '\n') return null
      let end = at
      for (; end < tokens.length - 1 && tokenAt(tokens, end).kind !== 'newline'; end++) {
        const token = tokenAt(tokens, end)
        if (token.text === '(' || token.text === '[' || token.text === '{') end = closeOf(tokens, end)
      }
      return { first, end }
    }
    if (kind === 'newline') return null
    first--
  }
  return null
}
