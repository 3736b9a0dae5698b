// Labels that nothing uses or that are misspelt, and `break`, `continue` and `fallthrough` where they cannot stand.

import { isMisspelling } from '../../../model/one-slip.ts'
import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import type { Token } from '../syntax/lex-go.ts'
import {
  closeOf,
  functionsAround,
  indexAt,
  keywordOfBlock,
  openAround,
  tokensOf,
  wholeLines,
} from './lexed-file.ts'
import { resultTypes } from './results.ts'
import { declareInstead, removeLabel, removeStatement, renameLabel, returnInstead } from './words.ts'
import { zeroValue } from './zero-value.ts'

/** A label alone on its line, or `total: sum()` that was to be `total := sum()`. */
export const unusedLabel: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const label = tokenAt(tokens, at)
  const colon = tokenAt(tokens, at + 1)
  const next = tokenAt(tokens, at + 2)
  if (label.kind !== 'name' || colon.text !== ':') return null
  if (next.line === label.line && next.text !== '}' && !['for', 'switch', 'select'].includes(next.text)) {
    const isUsed = tokens.some((token, i) => i > at + 1 && token.kind === 'name' && token.text === label.text)
    const changes = [
      { path, start: colon.start, end: colon.end, text: text[colon.start - 1] === ' ' ? ':=' : ' :=' },
    ]
    return { proposals: [{ title: declareInstead(label.text), certain: isUsed, changes }] }
  }
  const jump = misspeltJump(tokens, at)
  if (jump !== null) {
    const changes = [{ path, start: jump.start, end: jump.end, text: label.text }]
    return { proposals: [{ title: renameLabel(jump.text, label.text), certain: true, changes }] }
  }
  const lines = wholeLines(text, label.start, colon.end)
  const isAlone = text.slice(lines.start, lines.end).trim() === `${label.text}:`
  const change = isAlone
    ? { path, ...lines, text: '' }
    : { path, start: label.start, end: next.start, text: '' }
  // A jump without a label from an inner block may be the one that was to name it.
  const certain = !hasInnerJump(tokens, at + 2)
  return { proposals: [{ title: removeLabel(label.text), certain, changes: [change] }] }
}

/** The one jump of the function to a label that is not there, and is spelt almost like this one. */
function misspeltJump(tokens: readonly Token[], label: number): Token | null {
  const body = functionsAround(tokens, label)[0]
  const { text: name } = tokenAt(tokens, label)
  if (body === undefined) return null
  const jumps = tokens.slice(body.open, body.close).filter((token, i) => {
    const before = tokenAt(tokens, body.open + i - 1)
    const isJump = ['break', 'continue', 'goto'].includes(before.text) && before.line === token.line
    return (
      isJump &&
      token.kind === 'name' &&
      (isMisspelling(token.text, name) || token.text.toLowerCase() === name.toLowerCase())
    )
  })
  const isLabel = (word: string) =>
    tokens.some(
      (token, i) =>
        i > body.open && i < body.close && token.text === word && tokenAt(tokens, i + 1).text === ':',
    )
  const unknown = jumps.filter(({ text }) => !isLabel(text))
  return unknown.length === 1 ? (unknown[0] ?? null) : null
}

/** The same, for the entry that is about the colon. */
export const labelForVariable: Inspect = scene => {
  const found = unusedLabel(scene)
  return found?.proposals?.[0]?.title.en.includes(':=') ? found : null
}

/** Whether the statement holds a `break` or `continue` that leaves only an inner one. */
function hasInnerJump(tokens: readonly Token[], first: number): boolean {
  let open = first
  while (open < tokens.length - 1 && tokenAt(tokens, open).text !== '{') open++
  const close = closeOf(tokens, open)
  for (let i = open + 1; i < close; i++) {
    const { text } = tokenAt(tokens, i)
    if (text !== 'break' && text !== 'continue') continue
    const around = loopsAround(tokens, i, text === 'continue' ? ['for'] : ['for', 'switch', 'select'])
    if (around.some(brace => brace > open)) return true
  }
  return false
}

/** The opening braces of the statements of these kinds around a token, innermost first, within its function. */
function loopsAround(tokens: readonly Token[], at: number, kinds: readonly string[]): readonly number[] {
  const found: number[] = []
  for (let open = openAround(tokens, at); open >= 0; open = openAround(tokens, open)) {
    const keyword = keywordOfBlock(tokens, open)
    const word = keyword === null ? '' : tokenAt(tokens, keyword).text
    if (word === 'func') break
    if (kinds.includes(word)) found.push(open)
  }
  return found
}

/** break outre, where only `outer:` is there */
export const unknownLabel: Inspect = scene => {
  if (!scene.whole) return null
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const at = [near, near + 1].find(i => ['break', 'continue', 'goto'].includes(tokenAt(tokens, i - 1).text))
  if (at === undefined || tokenAt(tokens, at).kind !== 'name') return null
  const wrong = tokenAt(tokens, at)
  const body = functionsAround(tokens, at)[0]
  if (body === undefined) return null
  const labels = tokens
    .slice(body.open, body.close)
    .filter((token, i) => {
      const here = body.open + i
      const isColon = tokenAt(tokens, here + 1).text === ':' && tokenAt(tokens, here + 2).line >= token.line
      const before = tokenAt(tokens, here - 1)
      return (
        token.kind === 'name' &&
        isColon &&
        (before.kind === 'newline' || before.text === '{' || before.text === ':')
      )
    })
    .filter(token => token.text !== wrong.text)
  const similar = labels.filter(
    ({ text }) => isMisspelling(text, wrong.text) || text.toLowerCase() === wrong.text.toLowerCase(),
  )
  const best = similar[0] ?? (labels.length === 1 ? labels[0] : undefined)
  if (best === undefined) return null
  const changes = [{ path: scene.file.path, start: wrong.start, end: wrong.end, text: best.text }]
  return {
    proposals: [{ title: renameLabel(wrong.text, best.text), certain: similar.length === 1, changes }],
  }
}

/** break or continue with nothing around to leave */
export const misplacedBranch: Inspect = scene => {
  if (!scene.whole) return null
  const { path } = scene.file
  const tokens = tokensOf(scene.file)
  const at = indexAt(tokens, scene.offset)
  const word = tokenAt(tokens, at)
  if (word.text !== 'break' && word.text !== 'continue') return null
  const [body, outer] = functionsAround(tokens, at)
  if (body === undefined) return null
  const results = resultTypes(scene, tokens, body)
  const zeros = results.named ? [] : results.types.map(type => zeroValue(scene, type))
  if (zeros.includes(null)) return null
  const values = zeros.length === 0 ? '' : ` ${zeros.join(', ')}`
  // In a callback inside a loop, `return` goes on with the next turn, as `continue` would.
  const isCallback = outer !== undefined && word.text === 'continue' && results.types.length === 0
  const changes = [{ path, start: word.start, end: word.end, text: `return${values}` }]
  return { proposals: [{ title: returnInstead(word.text), certain: isCallback, changes }] }
}

/** fallthrough in the last case */
export const misplacedFallthrough: Inspect = scene => {
  if (!scene.whole) return null
  const { text, path } = scene.file
  const tokens = tokensOf(scene.file)
  const word = tokenAt(tokens, indexAt(tokens, scene.offset))
  if (word.text !== 'fallthrough') return null
  const lines = wholeLines(text, word.start, word.end)
  if (text.slice(lines.start, lines.end).trim() !== 'fallthrough') return null
  const certain = scene.failure.message.includes('final case')
  return {
    proposals: [{ title: removeStatement('fallthrough'), certain, changes: [{ path, ...lines, text: '' }] }],
  }
}
