import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBenchmarks, readMeasures } from './measure-programs.ts'

describe('what a measured program cost', () => {
  it('is read from go test -bench -benchmem, the smallest of several rounds', () => {
    const output = readFileSync(new URL('fixtures/go1.26.8-bench.txt', import.meta.url), 'utf8')
    expect(readBenchmarks(output)).toEqual({
      BenchmarkTotals: { bytes: 25208, allocations: 11, time: 10317 },
    })
  })

  it('is read from the lines that a Python program prints, and from no others', () => {
    expect(readMeasures('warming up\nbytes 8192\ntime: 1.5e-05\nbytes per item 8\n')).toEqual({
      '': { bytes: 8192, time: 0.000015 },
    })
    expect(readMeasures('nothing\n')).toEqual({})
  })
})
