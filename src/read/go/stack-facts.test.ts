import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../model/failure.ts'
import { readLines } from './fixtures/read-fixture.ts'

const folder = new URL('./fixtures/stacks/', import.meta.url)
const names = readdirSync(folder).map(name => name.replace(/\.txt$/, ''))

function first(fixture: string): Failure {
  const [failure] = readLines(readFileSync(new URL(`${fixture}.txt`, folder), 'utf8').split('\n'))
  if (failure === undefined) throw new Error(`${fixture}: nothing is read`)
  return failure
}

/** What the stacks of a fixture say together, without the lead. */
function factOf(fixture: string): string | undefined {
  return first(fixture).facts?.[0]?.replace(/^~ (?:all stacks together|race on): ?/, '')
}

const deadlocks: Readonly<Record<string, string>> = {
  once: 'main.load calls main.Rates again at main.go:20, whose sync.Once is still running the first call',
  order:
    'main.transfer at main.go:17 and main.transfer at main.go:17 each wait for a mutex that the other one holds',
  lockheld:
    'main.(*Hub).Broadcast at main.go:18 holds the mutex that main.(*Hub).Join wants at main.go:22 in 1 goroutine, and waits itself: chan send',
  lockagain:
    'main.(*Cart).Total at main.go:14 locks the mutex that its caller main.(*Cart).Add has locked before the call at main.go:27',
  rlocktwice:
    'main.(*Catalog).Price at main.go:15 takes a read lock that its caller main.(*Catalog).Sum has already, behind main.(*Catalog).Set, which waits to write',
  results:
    'main.main at main.go:20 waits for 3 goroutines that cannot send in main.price at main.go:10: nobody receives meanwhile',
  sem: '2 goroutines in main.acquire at main.go:11 want another slot in main.fetchPart, called by main.fetch, and nobody is left to give one back',
  sendrecv:
    'main.main receives at main.go:16 while 1 goroutine sends in main.export at main.go:7, to another channel',
  closer:
    'main.main.func3 at main.go:27 waits for 2 goroutines in main.main.func1 at main.go:16 to end, and they wait for a next value',
  pipe: 'main.main at main.go:11 writes into an io.Pipe whose other end nobody serves',
}

describe('the stacks of a deadlock say together', () => {
  it.each(Object.entries(deadlocks))('why, the same in Go 1.19 and 1.27: %s', (name, expected) => {
    expect(factOf(`deadlock-${name}.go1.19.13`)).toBe(expected)
    expect(factOf(`deadlock-${name}.go1.27.0`)).toBe(expected)
  })
})

const races: Readonly<Record<string, string>> = {
  map: 'a map',
  counter: 'a variable read and set in one statement',
  err: 'a variable set by several goroutines',
  lazy: 'a variable that is checked first and set then',
  result: 'a result read before its goroutine has ended',
  buffer: 'a buffer filled again while it is still read',
  field: 'a field of main.Server',
  lib: 'a bytes.Buffer, which is made for one goroutine at a time,',
  wg: 'a WaitGroup',
  close: 'a channel closed while others send',
  atomic: 'a variable that only one side uses atomically',
  loop: 'a variable that the loop changes',
}

describe('the two stacks of a race say together', () => {
  it.each(Object.entries(races))('what is raced on: %s', (name, kind) => {
    expect(first(`race-${name}.go1.26.8`).facts?.[0]).toMatch(`~ race on ${kind}: `)
  })

  it('who does what where, with the goroutines of both', () => {
    const { facts, stacks } = first('race-field.go1.26.8')
    expect(facts).toEqual([
      '~ race on a field of main.Server: main.(*Server).allow reads at main.go:17, main.(*Server).reload wrote at main.go:12',
    ])
    expect(stacks?.map(({ state, startedAt }) => [state, startedAt?.line ?? 'main'])).toEqual([
      ['Read', 'main'],
      ['Previous write', 21],
    ])
  })
})

describe('a dump of a living program', () => {
  it('is grouped by equal stacks, each with its number and where it was started', () => {
    const { stacks, facts, place } = first('goroutine-dump.go1.26.8')
    expect(stacks?.map(({ count, state, startedAt }) => [count, state, startedAt?.function])).toEqual([
      [27, 'chan send', 'main.query'],
      [2, 'chan receive', 'main.main'],
      [1, 'running', undefined],
      [1, 'chan receive', 'main.main'],
      [1, 'sync.Mutex.Lock', 'main.main'],
    ])
    expect(facts?.[0]).toMatch(
      /^~ all stacks together: 27 goroutines in main\.\(\*client\)\.deliver at main\.go:34 cannot send/,
    )
    expect(place?.line).toBe(34)
  })

  it('reads the same from a profile that is grouped already', () => {
    const { stacks, place, message } = first('goroutine-profile.go1.26.8')
    expect(message).toBe('goroutine profile: total 32')
    expect(stacks?.[0]).toMatchObject({ count: 27, state: '' })
    expect(place?.line).toBe(34)
  })
})

it('every fixture is read here', () => {
  const tried = [
    ...Object.keys(deadlocks).flatMap(name => [`deadlock-${name}.go1.19.13`, `deadlock-${name}.go1.27.0`]),
    ...Object.keys(races).map(name => `race-${name}.go1.26.8`),
    'goroutine-dump.go1.26.8',
    'goroutine-profile.go1.26.8',
  ]
  expect(tried.sort()).toEqual(names.sort())
})
