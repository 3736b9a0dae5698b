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

/** As many of `wanted` as stand in `lines`, in order, from the first. */
function findInOrder(lines: readonly string[], wanted: readonly string[]): readonly string[] {
  let found = 0
  for (const line of lines) if (line.trimEnd() === wanted[found]) found++
  return wanted.slice(0, found)
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
    const { text } = sample
    const half = text.length >> 1
    // What is cut off ends amidst a line.
    const kept = name.includes('at the start')
      ? filled(text.slice(half)).slice(1)
      : filled(text.slice(0, half)).slice(0, -1)
    const wanted = keeps === 'all' ? filled(text) : kept
    const found = peelBytes(wrap(text)).map(stream => findInOrder(stream.lines, wanted))
    expect(found.sort((a, b) => b.length - a.length)[0]).toEqual(wanted)
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
