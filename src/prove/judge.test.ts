import { describe, expect, it } from 'vitest'
import { type Explain, judge, meetsBar } from './judge.ts'
import type { Run } from './program.ts'
import { sampleEntry } from './sample-entry.ts'

// A pipeline that knows one message: `boom: go/x` is a failure that the entry go/x explains; `?` makes it a guess.
const explain: Explain = output =>
  output.split('\n').flatMap(line => {
    const [, entry, doubt] = /^boom: (\S+?)(\?)?$/.exec(line) ?? []
    return entry === undefined ? [] : [{ entry, confidence: doubt ? 'guess' : 'exact', message: line }]
  })

const entry = sampleEntry('go/x', { broken: '', fixed: '' })
const run = (role: Run['role'], exit: number, output: string): Run => ({
  entry: 'go/x',
  role,
  command: 'go run .',
  exit,
  output,
})
const judged = (of: typeof entry, ...runs: Run[]) =>
  judge(of, { entry: 'go/x', toolchain: 'go1.26.8', version: '1.26.8', runs }, explain)

describe('a proof of a failure', () => {
  it('holds when the broken program shows its entry first and the fixed one ends well', () => {
    const judgement = judged(entry, run('broken', 1, 'boom: go/x\nboom: go/y\n'), run('fixed', 0, 'ok\n'))
    expect(judgement).toMatchObject({ holds: true, steps: [{ holds: true }, { holds: true }] })
  })

  it('wants the same of every further program as of the broken one', () => {
    const shown = run('also/rlock', 1, 'boom: go/x')
    const judgement = judged(entry, shown, run('also/lock', 1, 'boom: go/y'), run('also/wait', 124, ''))
    expect(judgement.steps.map(({ reason }) => reason.code)).toEqual(['shown', 'shows-other', 'timed-out'])
  })

  it.each([
    ['another entry comes first', run('broken', 1, 'boom: go/y\nboom: go/x'), 'shows-other'],
    ['its entry is only guessed', run('broken', 1, 'boom: go/x?'), 'unsure'],
    ['nothing is shown', run('broken', 1, 'hm'), 'shows-nothing'],
    ['it runs forever', run('broken', 124, ''), 'timed-out'],
    ['the fixed one still shows it', run('fixed', 0, 'boom: go/x'), 'still-shows'],
    ['the fixed one shows another', run('fixed', 0, 'boom: go/y'), 'still-shows'],
    ['the fixed one fails in silence', run('fixed', 1, ''), 'fails'],
  ])('does not hold when %s', (_, of, code) => {
    const judgement = judged(entry, of)
    expect(judgement.holds).toBe(false)
    expect(judgement.steps[0]?.reason.code).toBe(code)
  })

  it('is neither when it was skipped', () => {
    const result = {
      entry: 'go/x',
      toolchain: 'go1.19.13',
      version: '1.19.13',
      runs: [],
      skipped: 'range',
    } as const
    expect(judge(entry, result, explain)).toMatchObject({ holds: null, skipped: 'range' })
  })
})

describe('a demo', () => {
  const question = sampleEntry('go/x', { demo: '', prints: 'one\ntwo\n' }, { kind: 'question' })

  it('must print what the entry says, white space at the end aside', () => {
    expect(judged(question, run('demo', 0, 'one\ntwo')).holds).toBe(true)
    expect(judged(question, run('demo', 0, 'one\n2\n')).steps[0]?.reason).toEqual({
      code: 'prints-other',
      expected: 'two',
      printed: '2',
    })
    expect(judged(question, run('demo', 2, 'one\ntwo\n')).holds).toBe(false)
  })
})

describe('an advice', () => {
  const advice = (bars: Record<string, string>) => sampleEntry('go/x', {}, { kind: 'advice', measure: bars })
  const measured = (role: 'before' | 'after', bytes: number): Run => ({
    ...run(role, 0, ''),
    measured: { BenchmarkX: { bytes, time: 10 } },
  })

  it('holds when after divided by before meets every bar', () => {
    const judgement = judged(advice({ bytes: '<= 0.4' }), measured('before', 100), measured('after', 40))
    expect(judgement).toMatchObject({ holds: true, unmeasured: [] })
    expect(judgement.compared.map(({ measure, ratio, bar }) => [measure, ratio, bar])).toEqual([
      ['bytes', 0.4, '<= 0.4'],
      ['time', 1, ''],
    ])
  })

  it('does not hold above its bar, nor without a number for it', () => {
    expect(judged(advice({ bytes: '<= 0.4' }), measured('before', 100), measured('after', 41)).holds).toBe(
      false,
    )
    const judgement = judged(advice({ allocations: '<= 1' }), measured('before', 1), measured('after', 1))
    expect(judgement).toMatchObject({ holds: false, unmeasured: ['allocations'] })
  })

  it('that is refuted asks that nothing gets better, also from nothing to nothing', () => {
    expect(judged(advice({ bytes: '>= 1' }), measured('before', 0), measured('after', 0)).holds).toBe(true)
    expect(judged(advice({ bytes: '>= 1' }), measured('before', 0), measured('after', 8)).holds).toBe(true)
  })

  it('never meets a bar that cannot be read', () => {
    expect(meetsBar(0, 'less')).toBe(false)
    expect(meetsBar(0.5, '<1')).toBe(true)
  })
})
