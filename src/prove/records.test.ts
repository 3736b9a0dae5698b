import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Explain } from './judge.ts'
import {
  mergeRecords,
  type RecordLine,
  readRecords,
  recordedToolchains,
  recordLinesOf,
  sameRecord,
  writeRecords,
} from './records.ts'

const explain: Explain = output =>
  output.includes('panic') ? [{ entry: 'go/x', confidence: 'exact', message: 'panic' }] : []
const line = (entry: string, program: RecordLine['program'], output: string): RecordLine => ({
  entry,
  program,
  command: 'go run .',
  exit: 1,
  output,
})

describe('records', () => {
  it('come back as written, one line a program, by entry and then by role', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faqtual-records-'))
    const lines = [
      line('go/b', 'fixed', ''),
      line('go/b', 'also/lock', 'y\n'),
      line('go/b', 'broken', 'x\n'),
      line('go/a', 'demo', ''),
    ]
    await writeRecords(folder, 'go1.9.7', lines)
    await writeRecords(folder, 'go1.26.8', [])
    expect(await recordedToolchains(folder)).toEqual(['go1.9.7', 'go1.26.8'])
    expect((await readFile(join(folder, 'go1.9.7.jsonl'), 'utf8')).split('\n')[1]).toBe(
      '{"entry":"go/b","program":"broken","command":"go run .","exit":1,"output":"x\\n"}',
    )
    expect(await readRecords(folder, 'go1.9.7')).toEqual([lines[3], lines[2], lines[1], lines[0]])
    expect(await readRecords(folder, 'go1.1')).toEqual([])
    await rm(folder, { recursive: true })
  })

  it('are the same when the outputs are, or when the same is read in both', () => {
    const [a, b] = [line('go/x', 'broken', 'panic: 1'), line('go/x', 'broken', 'panic: 2')]
    expect(sameRecord(a, a, explain)).toBe(true)
    expect(sameRecord(a, b, explain)).toBe(true)
    expect(sameRecord(a, { ...b, exit: 2 }, explain)).toBe(false)
    expect(
      sameRecord(line('go/x', 'fixed', '15:04 paid'), line('go/x', 'fixed', '16:05 paid'), explain),
    ).toBe(true)
    expect(sameRecord(line('go/x', 'fixed', 'paid'), line('go/x', 'fixed', 'open'), explain)).toBe(false)
    expect(sameRecord({ ...a, program: 'demo' }, { ...b, program: 'demo' }, explain)).toBe(false)
  })

  it('of measured programs are the same when the numbers nearly are', () => {
    const bytes = (n: number) => line('go/x', 'after', `BenchmarkX bytes ${n}\n`)
    expect(sameRecord(bytes(25208), bytes(25210), explain)).toBe(true)
    expect(sameRecord(bytes(25208), bytes(8192), explain)).toBe(false)
  })

  it('hold no times, which are those of a machine', () => {
    const run = {
      entry: 'go/x',
      role: 'after',
      command: 'go test -bench=. -benchmem',
      exit: 0,
      output: 'BenchmarkX bytes 8\nBenchmarkX time 1892\n',
      measured: { BenchmarkX: { bytes: 8, time: 1892 } },
    } as const
    const result = { entry: 'go/x', toolchain: 'go1.26.8', version: '1.26.8', runs: [run] }
    expect(recordLinesOf(result)[0]?.output).toBe('BenchmarkX bytes 8\n')
    expect(recordLinesOf({ ...result, skipped: 'race' })).toEqual([])
  })

  it('keep what did not run, drop what is no more, and change only with their meaning', () => {
    const old = [
      line('go/x', 'broken', 'panic: 1'),
      line('go/x', 'also/a', 'a program that is no more'),
      line('go/kept', 'broken', 'k'),
      line('go/gone', 'broken', 'g'),
    ]
    const fresh = [line('go/x', 'broken', 'panic: 2'), line('go/x', 'also/b', 'new')]
    const merged = mergeRecords(old, fresh, new Set(['go/x']), id => id !== 'go/gone', explain)
    expect(merged).toEqual([old[2], old[0], fresh[1]])
  })
})
