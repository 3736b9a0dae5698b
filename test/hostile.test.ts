// Every reader, and the pipeline up to the answer, survives the shared table of hostile inputs in linear time.

import { describe, expect, it } from 'vitest'
import { readers } from '../src/read/formats.ts'
import type { Lines, Reader } from '../src/read/reader.ts'
import { renderJson } from '../src/render/json.ts'
import { renderMarkdown } from '../src/render/markdown.ts'
import { renderTerminal } from '../src/render/terminal.ts'
import { why } from '../src/why.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { kb } from './knowledge-base.ts'

const noSource = () => null
const encode = (text: string) => new TextEncoder().encode(text)

/** Reads every block of one format; returns the milliseconds it took. */
function readAll(reader: Reader, lines: Lines): number {
  const start = performance.now()
  for (let at = 0; at < lines.length; ) {
    const block = reader.starts(lines[at] ?? '') ? reader.read(lines, at) : null
    if (block !== null && (block.end <= at || block.end > lines.length))
      throw new Error(`a block from ${at} to ${block.end}`)
    at = block === null ? at + 1 : block.end
  }
  return performance.now() - start
}

/** The least of three measurements. */
function fastestOf(measure: () => number): number {
  return Math.min(measure(), measure(), measure())
}

describe.each(readers)('$format', reader => {
  it('survives every hostile input, and four times as much takes about four times as long', () => {
    const slow: string[] = []
    for (const { name, text } of hostileInputs) {
      const lines = text.split('\n')
      const once = readAll(reader, lines)
      if (once <= 200) continue
      // Short runs tell nothing; a long one must not be the beginning of a square.
      const fourfold = [...lines, ...lines, ...lines, ...lines]
      if (readAll(reader, fourfold) / once <= 10) continue
      // The machine is noisy: what looks like a square is measured again, and the fastest runs count.
      const best = fastestOf(() => readAll(reader, lines))
      if (best > 200 && fastestOf(() => readAll(reader, fourfold)) / best > 10) slow.push(name)
    }
    expect(slow).toEqual([])
  })
})

it('answers every hostile input in each form, without a control character of its own', () => {
  for (const { name, text } of hostileInputs) {
    const report = why([{ name: '-', bytes: encode(text) }], kb)
    const answers = [
      renderTerminal(report, { language: 'en', color: false, width: 80, source: noSource }),
      renderMarkdown(report, { language: 'zh', source: noSource }),
      renderJson(report, { version: '0', language: 'en', source: noSource }),
    ]
    for (const answer of answers) expect(/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(answer), name).toBe(false)
  }
})

it('reads a text cut anywhere', () => {
  const whole = hostileInputs.find(({ text }) => text.length > 200 && text.length < 5000)?.text ?? ''
  for (let cut = 0; cut < whole.length; cut += 7) {
    expect(() => why([{ name: '-', bytes: encode(whole.slice(cut)) }], kb)).not.toThrow()
    expect(() => why([{ name: '-', bytes: encode(whole.slice(0, cut)) }], kb)).not.toThrow()
  }
})
