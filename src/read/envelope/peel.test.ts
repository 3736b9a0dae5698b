// Peeling survives everything, in time that grows as the text does.

import { expect, test } from 'vitest'
import { hostileInputs } from '../../../test/hostile-inputs.ts'
import { decodeText } from './decode.ts'
import { peel } from './peel.ts'

/** The least of a few runs, in milliseconds. */
function timePeel(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    peel(text)
    best = Math.min(best, performance.now() - start)
  }
  return best
}

test('Every hostile input is peeled, and every line knows its place.', () => {
  for (const { name, text } of hostileInputs) {
    const count = text.split('\n').length
    for (const stream of peel(text)) {
      const last = stream.at(stream.lines.length - 1)
      expect(stream.at(0) >= 1 && last <= count && last >= stream.at(0), name).toBe(true)
    }
  }
})

test('Eight times the text takes about eight times the time.', () => {
  const slow: string[] = []
  for (const { name, text } of hostileInputs) {
    // A length that many parts fill evenly, so that both texts are cut in the same places.
    const eighth = Math.floor(text.length / 8 / 120) * 120
    if (eighth < 12_000) continue
    const base = text.slice(0, eighth)
    const whole = text.slice(0, eighth * 8)
    // Quadratic would be 64. What is fast anyway is only noise; a busy machine gets further chances.
    const ratio = (runs: number): number => timePeel(whole, runs) / Math.max(30, timePeel(base, runs))
    if (ratio(1) > 32 && ratio(2) > 32 && ratio(4) > 32) slow.push(name)
  }
  expect(slow).toEqual([])
})

test('Every hostile input is decoded to itself.', () => {
  for (const { name, text } of hostileInputs) {
    if (text.length > 200_000 || text.length < 8 || text.includes('\0')) continue
    const decoded = decodeText(new TextEncoder().encode(text))
    if ('text' in decoded) expect(decoded.text.length, name).toBeLessThanOrEqual(text.length)
  }
})
