import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLogScanner } from './scan-log.ts'

const panic = readFileSync('examples/go-stock-count/output.txt', 'utf8')
const traceback = readFileSync('examples/python-price-list/output.txt', 'utf8')
const healthy = (lines: number) => 'INFO request served in 3 ms, 0 errors\n'.repeat(lines)

function scan(text: string, size: number): { parts: string[]; lines: number } {
  const bytes = new TextEncoder().encode(text)
  const parts: string[] = []
  const scanner = openLogScanner(part => parts.push(new TextDecoder().decode(part)))
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
  return { lines: scanner.finish(), parts }
}

describe.each([100, 1000, 4096, 1 << 20])('a log in chunks of %i bytes', size => {
  const text = healthy(500) + panic + healthy(400) + traceback + healthy(300)

  it('is kept only around its failures, each whole and once', () => {
    const { parts, lines } = scan(text, size)
    expect(parts.length).toBe(2)
    expect(parts[0]).toContain(panic)
    expect(parts[1]).toContain(traceback)
    expect(parts.join('').split('\n').length).toBeLessThan(120)
    expect(lines).toBe(text.split('\n').length - 1)
  })

  it('that begins or ends with a failure loses nothing of it', () => {
    expect(scan(panic + healthy(50), size).parts.join('')).toContain(panic)
    expect(scan(healthy(50) + traceback.trimEnd(), size).parts.join('')).toContain(traceback.trimEnd())
  })
})

it('keeps nothing of a healthy log, and counts its lines', () => {
  expect(scan(healthy(1000), 777)).toEqual({ parts: [], lines: 1000 })
})

it('bounds what it keeps of one endless line', () => {
  const { parts } = scan(`${'x'.repeat(3_000_000)}panic: ${'y'.repeat(3_000_000)}`, 1 << 20)
  expect(parts.join('').length).toBeLessThan(5_000_000)
})
