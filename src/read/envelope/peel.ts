// Removes everything that wraps a text, so that readers see clean lines.

import { envelopes } from './envelopes.ts'
import type { Envelope, Stream } from './stream.ts'

export type { Stream } from './stream.ts'

/** Wrappings nest: compose around docker around JSON around colours is four. */
const deepest = 20

/**
 * The streams of lines inside `text`, ordered by their first lines: what several services or several JSON records
 * print stands apart, and what nothing wraps stays as it is. Linear in the length of the text.
 */
export function peel(text: string): readonly Stream[] {
  const lines = text.split('\n')
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  const peeled: Stream[] = []
  const open = (stream: Stream, depth: number, done: readonly Envelope[]): void => {
    for (const envelope of depth < deepest ? envelopes : []) {
      const inside = done.includes(envelope) ? null : envelope.open(stream)
      if (inside === null) continue
      for (const one of inside) open(one, depth + 1, one.left ? [...done, envelope] : [])
      return
    }
    peeled.push(stream)
  }
  open({ lines, at: index => index + 1 }, 0, [])
  return peeled.sort((a, b) => a.at(0) - b.at(0))
}
