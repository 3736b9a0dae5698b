// A long report in short: which findings are told in full, and the rest in one line for each entry.

import type { Finding } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { cutText, escapeControls } from './escape.ts'
import { fillSlots, slotNames } from './fill-slots.ts'
import { parseInline } from './inline.ts'
import { type Line, span } from './paint.ts'
import * as words from './words.ts'
import { cutLine } from './wrap.ts'

/** Who has read three of a kind knows it. */
const mostOfOneEntry = 3
/** Nobody reads on beyond this. */
const mostInFull = 30
const mostPlaces = 3

/** The findings to tell in full, and the others, both in order. */
export function condense(findings: readonly Finding[]): {
  readonly full: readonly Finding[]
  readonly rest: readonly Finding[]
} {
  const shown = new Map<string, number>()
  const full: Finding[] = []
  const rest: Finding[] = []
  for (const finding of findings) {
    const key = keyOf(finding)
    const before = shown.get(key) ?? 0
    if (before >= mostOfOneEntry || full.length >= mostInFull) rest.push(finding)
    else {
      shown.set(key, before + 1)
      full.push(finding)
    }
  }
  return { full, rest }
}

/** What entry a finding is told by; findings that nothing explains differ by their messages. */
function keyOf({ entry, confidence, failure }: Finding): string {
  return entry === null || confidence === 'none' ? `? ${failure.message}` : entry.id
}

/** One line for each entry of `rest`, the commonest first: how many, which entry, the first places. */
export function layOutRest(rest: readonly Finding[], language: Language, width: number): readonly Line[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of rest) {
    const group = groups.get(keyOf(finding))
    if (group === undefined) groups.set(keyOf(finding), [finding])
    else group.push(finding)
  }
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length)
  const lines = sorted.slice(0, mostInFull).map(group => layOutGroup(group, language, width))
  const left = sorted.slice(mostInFull).reduce((sum, group) => sum + group.length, 0)
  return left === 0 ? lines : [...lines, [span(`  ${words.andMore(left)[language]}`, 'dim')]]
}

function layOutGroup(group: readonly Finding[], language: Language, width: number): Line {
  const [first] = group
  const entry = first === undefined || first.confidence === 'none' ? null : first.entry
  const title =
    entry === null
      ? [span(escapeControls(cutText(first?.failure.message ?? '', 60)))]
      : parseInline(fillSlots(entry.title[language], {}, slotNames(entry)), 'plain', false)
  const places = group.flatMap(({ failure: { place } }) =>
    place === null ? [] : [`${escapeControls(place.file)}:${place.line}`],
  )
  const shown = places.slice(0, mostPlaces).join(', ') + (places.length > mostPlaces ? ', …' : '')
  return cutLine(
    [
      span(`  ×${group.length}`.padEnd(8), 'doubt'),
      ...(entry === null ? [] : [span(entry.id, 'dim'), span('  ')]),
      ...title,
      ...(shown === '' ? [] : [span('  '), span(shown, 'link')]),
    ],
    width,
  )
}
