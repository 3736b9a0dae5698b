import { expect, test } from 'vitest'
import { type Frame, failureOf, type StackGroup } from '../model/failure.ts'
import { noSource, sourceFileOf } from '../model/source.ts'
import { paintLines } from './paint.ts'
import { layOutStacks } from './stacks.ts'
import { textWidth } from './width.ts'

const frame = (name: string, line: number, own = true): Frame => ({
  function: name,
  file: own ? '/srv/mail/pool/pool.go' : '/usr/local/go/src/sync/waitgroup.go',
  line,
  own,
})
const group = (state: string, count: number, ...frames: Frame[]): StackGroup => ({
  state,
  count,
  minutes: null,
  frames,
  startedAt: null,
})

const stuck: StackGroup = {
  ...group('chan receive', 4, frame('example.com/mail/pool.(*Pool).Run.func1', 30)),
  minutes: 12,
  startedAt: frame('example.com/mail/pool.(*Pool).Run', 28),
}
const waiting = group(
  'sync.WaitGroup.Wait',
  1,
  frame('sync.(*WaitGroup).Wait', 206, false),
  frame('example.com/mail/pool.(*Pool).Run', 41),
)
const dump = failureOf({ tool: 'go', format: 'go-panic', message: 'SIGQUIT: quit', stacks: [stuck, waiting] })

const show = (failure: typeof dump, width: number, language: 'en' | 'zh' = 'en', source = noSource) =>
  paintLines(layOutStacks(failure, language, source, width), false)

test('goroutines are shown by groups, each with its number, its wait and where it was started', () => {
  expect(show(dump, 100)).toBe(
    [
      'The 5 goroutines, grouped by equal stacks:',
      '  4 × chan receive, 12 min  pool.(*Pool).Run.func1  pool/pool.go:30, started at pool/pool.go:28',
      '  1 × sync.WaitGroup.Wait   pool.(*Pool).Run  pool/pool.go:41',
      '',
    ].join('\n'),
  )
})

test('what does not fit beside the function stands below it', () => {
  expect(show(dump, 60, 'zh')).toBe(
    [
      '5 个 goroutine，按相同的栈分组：',
      '  4 × chan receive，12 分钟  pool.(*Pool).Run.func1',
      '                             pool/pool.go:30，启动于 pool/p…',
      '  1 × sync.WaitGroup.Wait    pool.(*Pool).Run',
      '                             pool/pool.go:41',
      '',
    ].join('\n'),
  )
})

test('no line is wider than the terminal, and a few groups stand for all', () => {
  const many = Array.from({ length: 40 }, (_, n) =>
    group('select', 1, frame(`main.f${n}${'x'.repeat(n * 4)}`, n + 1)),
  )
  const text = show({ ...dump, stacks: [stuck, ...many] }, 50)
  expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(50)
  expect(text).toContain('and 36 other stacks (36 goroutines)')
})

test('the accesses of a race stand with their source lines', () => {
  const race = {
    ...dump,
    format: 'go-race',
    stacks: [group('Write', 1, frame('main.reload', 2)), group('Previous read', 1, frame('main.allow', 3))],
  }
  const source = () => sourceFileOf('pool/pool.go', 'package pool\n\tlimit = n\n\treturn n < limit\n')
  expect(show(race, 80, 'en', source)).toBe(
    [
      'The two accesses:',
      '  Write          main.reload  pool/pool.go:2',
      '                 limit = n',
      '  Previous read  main.allow  pool/pool.go:3',
      '                 return n < limit',
      '',
    ].join('\n'),
  )
})

test('what a log says in place of a state moves no cursor', () => {
  const failure = { ...dump, stacks: [group('chan\x1b[2Jsend', 1, frame('main.\x1b[31mf', 1))] }
  expect(show(failure, 80)).not.toContain('\x1b')
})
