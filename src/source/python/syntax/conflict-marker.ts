// `<<<<<<< HEAD`, `=======`, `>>>>>>> feature`: what git leaves in a file until a conflict is resolved.

import type { Change } from '../../inspection.ts'
import { keepSide, removeMarkers } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'

interface Marker {
  readonly sign: string
  readonly start: number
  readonly end: number
}

// "<<<<<<< HEAD\n", "=======\r\n", ">>>>>>> feature/tax"
const marker = /^(<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?\r?(?:\n|$)/gm

export const conflictMarker = repairing(({ text }) => {
  const markers = [...text.matchAll(marker)].map(
    ({ 0: line, 1: sign = '', index }): Marker => ({
      sign: sign[0] ?? '',
      start: index,
      end: index + line.length,
    }),
  )
  if (markers.length === 0) return []
  const sides = (['ours', 'theirs'] as const).flatMap((side): readonly Candidate[] => {
    const changes = keep(markers, side)
    return changes === null ? [] : [{ title: keepSide(side), changes, doubtful: true }]
  })
  // A marker that was left behind alone.
  const alone = { title: removeMarkers, changes: markers.map(({ start, end }) => ({ start, end, text: '' })) }
  return sides.length > 0 ? sides : [alone]
})

/** Null when the markers are not whole. */
function keep(markers: readonly Marker[], side: 'ours' | 'theirs'): readonly Change[] | null {
  const changes: Change[] = []
  for (let at = 0; at < markers.length; ) {
    const open = markers[at]
    const base = markers[at + 1]?.sign === '|' ? markers[at + 1] : undefined
    const middle = markers[at + (base === undefined ? 1 : 2)]
    const close = markers[at + (base === undefined ? 2 : 3)]
    if (open?.sign !== '<' || middle?.sign !== '=' || close?.sign !== '>') return null
    if (side === 'ours') {
      changes.push(
        { start: open.start, end: open.end, text: '' },
        { start: (base ?? middle).start, end: close.end, text: '' },
      )
    } else
      changes.push(
        { start: open.start, end: middle.end, text: '' },
        { start: close.start, end: close.end, text: '' },
      )
    at += base === undefined ? 3 : 4
  }
  return changes
}
