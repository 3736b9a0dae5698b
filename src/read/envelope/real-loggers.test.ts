// What real loggers and Go's -json flag printed comes out as the text that they were given.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { peel } from './peel.ts'

const folder = new URL('fixtures/', import.meta.url)

function peelFixture(name: string): readonly (readonly string[])[] {
  return peel(readFileSync(new URL(name, folder), 'utf8')).map(stream => stream.lines)
}

const named = (part: string): readonly string[] => readdirSync(folder).filter(name => name.startsWith(part))

const causes = [
  'Traceback (most recent call last):',
  '  File "/srv/orders/app.py", line 16, in place',
  '  File "/srv/orders/app.py", line 11, in total',
  "KeyError: 'cents'",
  '',
  'The above exception was the direct cause of the following exception:',
  '',
  'Traceback (most recent call last):',
  '  File "/srv/orders/app.py", line 18, in place',
  'ValueError: bad order',
]

const python = ['structlog', 'python-json-logger', 'loguru'].flatMap(named)

test.each(python)('%s: both tracebacks, one after the other', name => {
  const [lines = [], ...more] = peelFixture(name)
  expect(lines.filter(line => causes.includes(line))).toEqual(causes)
  expect(more).toEqual([])
})

const panic = ['panic: assignment to entry in nil map', '', 'goroutine 1 [running]:', 'main.f()']
const go = ['slog-json', 'slog-text', 'zerolog'].flatMap(named)

test.each(go)('%s: the recovered panic above its stack', name => {
  const dump = peelFixture(name).find(lines => lines.includes('main.f()'))
  expect(dump?.filter(line => panic.includes(line))).toEqual(panic)
})

test('The stack of pkg/errors that zerolog takes apart stands below its error.', () => {
  const [stack] = peelFixture('zerolog-1.35.txt')
  expect(stack?.slice(0, 3)).toEqual(['boom', '(...).main', '\tmain.go:38'])
})

test('The stack that zap adds stands below the error, in a record and on the console.', () => {
  const records = peelFixture('zap-1.28.txt')
  expect(records[0]?.[0]).toBe('panic: assignment to entry in nil map')
  expect(records[0]).toContain('\t/srv/orders/main.go:31')
  expect(peelFixture('zap-console-1.28.txt')).toEqual([
    [
      expect.stringMatching(/request failed$/),
      'panic: assignment to entry in nil map',
      'main.main',
      '\t/srv/orders/main.go:35',
      'runtime.main',
      '\t/usr/local/go/src/runtime/proc.go:290',
    ],
  ])
})

test('The events of go test are the text of the test, also where it printed no line end.', () => {
  const [lines = []] = peelFixture('go-test-json-go1.26.8.txt')
  const at = lines.indexOf('no newline')
  expect(lines.slice(at + 1, at + 3)).toEqual([
    '--- FAIL: TestB (0.00s)',
    'panic: assignment to entry in nil map [recovered, repanicked]',
  ])
})

test('The events of go build are its messages.', () => {
  expect(peelFixture('go-build-json-go1.26.8.txt')).toEqual([
    ['# example.com/gt/b', 'b/b.go:3:12: undefined: undefinedx', 'b/b.go:3:30: declared and not used: y'],
  ])
})

test('The diagnostics of go vet are lines, and what else it printed stays.', () => {
  expect(peelFixture('go-vet-json-go1.26.8.txt')).toEqual([
    [
      '# example.com/gt/v',
      '/srv/gt/v/v.go:5:24: fmt.Printf format %d has arg "x" of wrong type string',
      '/srv/gt/v/v.go:5:49: fmt.Printf format %s has arg 3 of wrong type int',
    ],
    ['{}', '# example.com/gt/b', 'vet: b/b.go:3:12: undefined: undefinedx'],
  ])
})
