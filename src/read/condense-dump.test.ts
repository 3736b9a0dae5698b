import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDumpCondenser } from './condense-dump.ts'
import { readFailures } from './read-failures.ts'
import { openLogScanner } from './scan-log.ts'

const dump = readFileSync('src/read/go/fixtures/stacks/goroutine-dump.go1.26.8.txt', 'utf8')
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The dump as a larger program would print it: other numbers, other addresses, longer waits. */
function enlarge(times: number): string {
  return Array.from({ length: times }, (_, n) =>
    dump
      .replace(/^goroutine (\d+) \[chan send\]/gm, `goroutine ${n}$1 [chan send, ${n + 2} minutes]`)
      .replace(/0x[0-9a-f]{8,}/g, address => `0x${(BigInt(address) + BigInt(n)).toString(16)}`)
      .replace(/goroutine 1 \[running\]:\n(?:.+\n)+\n/, n === 0 ? '$&' : ''),
  ).join('\n')
}

function condense(text: string, size: number): string {
  const condenser = openDumpCondenser()
  const bytes = encode(text)
  let from = 0
  for (let to = size; ; to += size) {
    const { next, ended } = condenser.read(bytes.subarray(0, to), from, to >= bytes.length)
    from = next
    if (ended) return decode(condenser.finish())
  }
}

const counts = (text: string) =>
  readFailures(text).map(({ stacks }) => stacks?.map(({ count, minutes }) => [count, minutes]))

describe('a large dump', () => {
  it.each([1 << 20, 5000])('is condensed to a goroutine of each kind, in steps of %i bytes', size => {
    const condensed = condense(enlarge(50), size)
    expect(condensed.length).toBeLessThan(12_000)
    expect(condensed).toContain(' and 1347 more like this, up to 51 minutes\n')
    expect(counts(condensed)[0]?.[0]).toEqual([1350, 51])
  })

  it('reads condensed as it reads whole', () => {
    const text = enlarge(8)
    expect(counts(condense(text, 1 << 20))).toEqual(counts(text))
  })

  it.each([4096, 1 << 20])('is one part of a log, which goes on behind it, in chunks of %i bytes', size => {
    const text = `INFO ready\n${enlarge(40)}\nINFO next\n${'INFO healthy\n'.repeat(400)}panic: late\n\ngoroutine 1 [running]:\nmain.main()\n\t/home/dev/main.go:3 +0x1\n`
    const parts: string[] = []
    const scanner = openLogScanner(part => parts.push(decode(part)))
    const bytes = encode(text)
    for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size))
    expect(scanner.finish()).toBe(text.split('\n').length - 1)
    expect(parts.length).toBe(2)
    expect(counts(parts[0] ?? '')[0]?.[0]).toEqual([1080, 41])
    expect(parts[1]).toContain('panic: late')
  })
})
