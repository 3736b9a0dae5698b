// What every wrapper wraps, decode and peel give back.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/read/envelope/decode.ts'
import { peel } from '../../src/read/envelope/peel.ts'
import { wrappers } from './wrap.ts'

const folder = new URL('fixtures/', import.meta.url)
const samples = readdirSync(folder).map(name => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}))

/** How many of `wanted` stand in `lines`, in order, one after another. */
function countInOrder(lines: readonly string[], wanted: readonly string[]): number {
  let found = 0
  for (const line of lines) if (line.trimEnd() === wanted[found]) found++
  return found
}

const filled = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line !== '')

function peelBytes(bytes: Uint8Array) {
  const decoded = decodeText(bytes)
  if ('binary' in decoded) throw new Error('taken for binary')
  return peel(decoded.text)
}

describe.each(wrappers)('A text in $name', ({ name, wrap, keeps }) => {
  test.each(samples)('comes out as it was: $name', sample => {
    const text =
      keeps === 'all'
        ? sample.text
        : name.includes('start')
          ? sample.text.slice(sample.text.length >> 1)
          : sample.text.slice(0, sample.text.length >> 1)
    // The half of a cut text begins or ends amidst a line.
    const wanted = filled(text).slice(
      keeps === 'all' || name.includes('end') ? 0 : 1,
      keeps === 'all' || name.includes('start') ? undefined : -1,
    )
    const streams = peelBytes(wrap(sample.text))
    const best = streams
      .map(stream => stream.lines)
      .sort((a, b) => countInOrder(b, wanted) - countInOrder(a, wanted))[0]
    expect(best?.map(line => line.trimEnd()).filter(line => wanted.includes(line))).toEqual(wanted)
  })
})

test.each(samples)('A clean text comes out whole, as one stream: $name', ({ text }) => {
  const streams = peelBytes(new TextEncoder().encode(text))
  expect(streams.map(stream => stream.lines)).toEqual([text.replace(/\n$/, '').split('\n')])
  expect(streams[0]?.at(0)).toBe(1)
})

test('Lines know where in the input they stood.', () => {
  const wrap = wrappers.find(({ name }) => name === 'two services of compose')?.wrap
  const text = samples[0]?.text ?? ''
  const bytes = wrap?.(text) ?? new Uint8Array()
  const input = new TextDecoder().decode(bytes).split('\n')
  const stream = peelBytes(bytes).find(({ lines }) => lines[0] === text.split('\n')[0])
  for (const [index, line] of (stream?.lines ?? []).entries()) {
    expect(input[(stream?.at(index) ?? 0) - 1]).toBe(`orders-1    | ${line}`)
  }
})
