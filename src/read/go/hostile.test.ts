import { describe, expect, it } from 'vitest'
import { fixtures, linesOf, readLines } from './fixtures/read-fixture.ts'

/** Generous: a pattern that is not linear needs minutes. */
const seconds = 15_000

function millisecondsOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

describe('the Go readers, on hostile input,', () => {
  it('survive being cut off at either end', () => {
    for (const fixture of fixtures) {
      const lines = linesOf(fixture).slice(0, 60)
      for (let cut = 1; cut < lines.length; cut++) {
        readLines(lines.slice(cut))
        readLines(lines.slice(0, cut))
      }
    }
  })

  it('find the same place when the first lines of a panic are lost or others stand among them', () => {
    const lines = linesOf('http-panic.go1.27.0').filter(line => line !== '')
    const place = readLines(lines)[0]?.place
    expect(place?.line).toBe(10)
    expect(readLines(lines.slice(4))[0]?.place).toEqual(place)
    const mixed = lines.flatMap(line => [line, 'GET /orders 200 in 3 ms'])
    expect(readLines(mixed).map(failure => failure.place)).toEqual([place])
  })

  it('take linear time on long lines', () => {
    const heads = [
      '',
      'panic: ',
      'go: ',
      './x.go:1:2: ',
      '# ',
      'created by ',
      '/usr/bin/ld: ',
      '\t',
      'FAIL\t',
    ]
    const pieces = [
      'a',
      ' ',
      ':',
      '/',
      '(',
      'x.go:1:',
      'goroutine 1 [',
      '--- FAIL: ',
      '"',
      '{0x1, ',
      '@v1',
      '.go',
      ' imports ',
    ]
    const taken = millisecondsOf(() => {
      for (const head of heads)
        for (const piece of pieces) {
          const line = head + piece.repeat(200_000 / piece.length)
          readLines([line, line, 'exit status 1'])
        }
    })
    expect(taken).toBeLessThan(seconds)
  })

  it('take linear time on many lines', () => {
    const taken = millisecondsOf(() => {
      for (const line of [
        'panic: x',
        'goroutine 1 [running]:',
        '--- FAIL: TestX (0.00s)',
        'x.go:1:2: undefined: x',
        'x.go:1:2: declared and not used: x',
        'main.f(0x1)',
        '\tx.go:1 +0x1',
        'Read at 0x1 by goroutine 2:',
        'WARNING: DATA RACE',
        'runtime: x',
        'go: a imports',
        'link: running gcc failed: exit status 1',
        '# example.com/shop',
        '/usr/bin/gcc -m64 -o a.out',
        'main.o: in function f:',
      ])
        readLines(Array<string>(20_000).fill(line))
    })
    expect(taken).toBeLessThan(seconds)
  })
})
