// `return` with too few or too many values: what fits the results stays, what is missing is filled in.

import type { Inspect, Proposal, Scene } from '../../inspection.ts'
import { splitList } from '../skip-text.ts'
import { tokenAt } from '../syntax/go-code.ts'
import type { Token } from '../syntax/lex-go.ts'
import { closeOf, functionsAround, indexAt, listItems, textBetween, tokensOf } from './lexed-file.ts'
import { resultTypes } from './results.ts'
import { addResult, dropResult } from './words.ts'
import { zeroValue } from './zero-value.ts'

/** More ways than these to fit values to results are not tried. */
const mostWays = 200

export const returnCount: Inspect = scene => {
  if (!scene.whole) return null
  const tokens = tokensOf(scene.file)
  const at = returnNear(tokens, indexAt(tokens, scene.offset))
  if (at === null) return null
  const end = endOfReturn(tokens, at)
  const values = listItems(tokens, at + 1, end).map(item =>
    textBetween(scene.file.text, tokens, item.first, item.end),
  )
  const body = functionsAround(tokens, at)[0]
  if (body === undefined) return null
  const { types: want } = resultTypes(scene, tokens, body)
  const have = typesOf(scene.failure.details, 'have', values)
  if (have.length !== values.length) return null
  const others = returnsOf(tokens, body.open, body.close, scene.file.text).filter(other => other.at !== at)
  const proposals = values.length < want.length ? fill() : drop()
  return proposals.length === 0 ? null : { proposals }

  function write(fresh: readonly string[], title: Proposal['title'], certain: boolean): Proposal {
    const start = tokenAt(tokens, at ?? 0).end
    const stop = values.length === 0 ? start : tokenAt(tokens, end - 1).end
    const text = fresh.length === 0 ? '' : ` ${fresh.join(', ')}`
    return { title, certain, changes: [{ path: scene.file.path, start, end: stop, text }] }
  }

  function fill(): readonly Proposal[] {
    const ways = placings(values.length, want.length)
      .map(places => ({
        places,
        fit: places.reduce(
          (sum, place, i) => sum + fitOf(scene, have[i] ?? '', want[place] ?? '', values[i] ?? ''),
          0,
        ),
      }))
      .filter(({ fit }) => fit > -100)
      .sort((a, b) => b.fit - a.fit)
    const best = ways[0]
    if (best === undefined) return []
    const isClear = (ways[1]?.fit ?? -100) < best.fit
    const filled = want.map((type, place) => {
      const i = best.places.indexOf(place)
      return i >= 0
        ? { text: values[i] ?? '', own: true, sure: true }
        : { ...missingValue(place, type, best.places), own: false }
    })
    if (filled.some(({ text }) => text === null)) return []
    const added = filled.filter(({ own }) => !own).map(({ text }) => text ?? '')
    const certain = isClear && filled.every(({ sure }) => sure)
    return [
      write(
        filled.map(({ text }) => text ?? ''),
        addResult(added.join(', ')),
        certain,
      ),
    ]
  }

  /** The value for a result that is missing: what a similar return of this function gives, else the zero value. */
  function missingValue(
    place: number,
    type: string,
    places: readonly number[],
  ): { text: string | null; sure: boolean } {
    const errorAt = want.lastIndexOf('error')
    const given = values[places.indexOf(errorAt)]
    const fails = given !== undefined && given !== 'nil'
    if (type === 'error') return { text: 'nil', sure: true }
    const zero = zeroValue(scene, type)
    const similar = others.filter(
      other =>
        other.values.length === want.length &&
        places.every((p, i) => alike(other.values[p] ?? '', values[i] ?? '')),
    )
    const usual = mostCommon(
      similar.map(other => other.values[place] ?? ''),
      text => /^(?:nil|true|false|-?\d+|""|''|[\w.]+\{\})$/.test(text),
    )
    if (usual !== null) return { text: usual, sure: fails && usual === zero && type !== 'bool' }
    // return order, where the other result says that there is one
    if (type === 'bool')
      return {
        text: values.some(value => value !== 'nil' && value !== zero) && !fails ? 'true' : 'false',
        sure: false,
      }
    return { text: zero, sure: fails && zero === 'nil' }
  }

  function drop(): readonly Proposal[] {
    if (want.length === 0)
      return [
        write(
          [],
          dropResult(values.join(', ')),
          values.every(value => value === 'nil'),
        ),
      ]
    const ways = placings(want.length, values.length)
      .map(kept => ({
        kept,
        fit: kept.reduce(
          (sum, i, place) => sum + fitOf(scene, have[i] ?? '', want[place] ?? '', values[i] ?? ''),
          0,
        ),
      }))
      .filter(({ fit }) => fit > -100)
      .sort((a, b) => b.fit - a.fit)
    const best = ways[0]
    if (best === undefined) return []
    const dropped = values.filter((_, i) => !best.kept.includes(i))
    const texts = (kept: readonly number[]) => kept.map(i => values[i] ?? '').join(', ')
    const rival = ways.find(way => texts(way.kept) !== texts(best.kept))
    const isClear = rival === undefined || rival.fit < best.fit
    // All returns with one value more rather say that the signature has one too few.
    const isAlone = !others.some(other => other.values.length === values.length)
    const isPlain = dropped.every(value => /^(?:nil|true|false|\d+|"")$/.test(value))
    return [
      write(
        best.kept.map(i => values[i] ?? ''),
        dropResult(dropped.join(', ')),
        isClear && isAlone && isPlain,
      ),
    ]
  }
}

/** `have (string, nil)` as types; the values themselves where the message does not tell. */
function typesOf(details: readonly string[], word: string, values: readonly string[]): readonly string[] {
  const line = details.find(detail => detail.startsWith(`${word} (`))
  if (line === undefined) return values.map(value => (value === 'nil' ? 'nil' : ''))
  const inner = line.slice(word.length + 2).replace(/\)$/, '')
  return inner.trim() === '' ? [] : splitList(inner).map(item => item.trim())
}

/** How well a value of one type goes where another is wanted; below -100 it does not. */
function fitOf(scene: Scene, have: string, want: string, value: string): number {
  if (have === want && have !== '') return 10
  if (have === '') return 0
  if (value === 'nil' || have === 'nil') {
    const zero = zeroValue(scene, want)
    return zero === 'nil' || zero === null ? (want === 'error' ? 4 : 3) : -200
  }
  const numeric = /^(?:u?int(?:8|16|32|64|ptr)?|float(?:32|64)|byte|rune)$/
  if (/^(?:number|untyped (?:int|float|rune))/.test(have)) return numeric.test(want) ? 8 : -50
  if (/string/.test(have) && have.startsWith('untyped')) return want === 'string' ? 8 : -50
  if (numeric.test(want) || want === 'string' || want === 'bool') return -200
  // A named type may implement an error, or whatever other interface is wanted.
  if (want === 'error') return /[Ee]rr/.test(have) ? 6 : have === 'bool' || have === 'string' ? -200 : -3
  if (have === 'error') return want === 'any' || want.startsWith('interface') ? 0 : -60
  if (have === 'bool' || have === 'string' || numeric.test(have)) return want === 'any' ? 1 : -40
  return lastName(have) === lastName(want) ? 5 : 1
}

function lastName(type: string): string {
  return /(\w+)(?:\[.*)?$/.exec(type)?.[1] ?? type
}

/** All ways to put `few` things in order into `many` places; as many as are worth trying. */
function placings(few: number, many: number): readonly (readonly number[])[] {
  let ways: (readonly number[])[] = [[]]
  for (let i = 0; i < few; i++) {
    ways = ways.flatMap(way => {
      const from = (way.at(-1) ?? -1) + 1
      return Array.from({ length: Math.max(0, many - (few - i) + 1 - from) }, (_, step) => [
        ...way,
        from + step,
      ])
    })
    if (ways.length > mostWays * 4) ways = ways.slice(0, mostWays * 4)
  }
  return ways.slice(0, mostWays * 4)
}

/** Whether two values play the same part: both nil, the same call, or the same name. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (a === 'nil' || b === 'nil') return false
  const head = /^[&*]?[\w.]+/
  return head.exec(a)?.[0] === head.exec(b)?.[0] || (/^err|[Ee]rr/.test(a) && /^err|[Ee]rr/.test(b))
}

function mostCommon(texts: readonly string[], fits: (text: string) => boolean): string | null {
  const counts = new Map<string, number>()
  for (const text of texts.filter(fits)) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function returnNear(tokens: readonly Token[], near: number): number | null {
  for (let i = near; i >= 0 && near - i < 600; i--) {
    if (tokenAt(tokens, i).text === 'return') return i
    if (
      tokenAt(tokens, i).kind === 'newline' &&
      tokenAt(tokens, i + 1).line < tokenAt(tokens, near).line - 40
    )
      return null
  }
  return null
}

function endOfReturn(tokens: readonly Token[], at: number): number {
  for (let i = at + 1; i < tokens.length; i++) {
    const { kind, text } = tokenAt(tokens, i)
    if (kind === 'newline' || text === ';' || text === '}') return i
    if (text === '(' || text === '[' || text === '{') i = closeOf(tokens, i)
  }
  return tokens.length - 1
}

/** The returns of one function, those of literals inside it left out. */
function returnsOf(
  tokens: readonly Token[],
  open: number,
  close: number,
  text: string,
): readonly { at: number; values: readonly string[] }[] {
  const found: { at: number; values: readonly string[] }[] = []
  for (let i = open + 1; i < close; i++) {
    const { text: word } = tokenAt(tokens, i)
    if (word === 'func') {
      let brace = i
      while (
        brace < close &&
        tokenAt(tokens, brace).text !== '{' &&
        tokenAt(tokens, brace).kind !== 'newline'
      )
        brace++
      if (tokenAt(tokens, brace).text === '{') i = closeOf(tokens, brace)
    } else if (word === 'return') {
      const end = endOfReturn(tokens, i)
      const values = listItems(tokens, i + 1, end).map(item =>
        textBetween(text, tokens, item.first, item.end),
      )
      found.push({ at: i, values })
    }
  }
  return found
}
