// What the readers make of a program's own command-line parser.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

test('the line behind the usage is the failure', () => {
  expect(tellFailures(readPython(fixture('argparse-required-3.13.txt')))).toEqual([
    'command-line orders.py: error: the following arguments are required: file',
  ])
})

test.each([
  ['orders.py: error: unrecognized arguments: --bogus 1'],
  ["orders.py: error: argument --count: invalid int value: 'x'"],
  ['__main__.py: error: ambiguous option: --ver could match --verbose, --version'],
])('takes %s without its usage', line => {
  expect(readPython(line).map(failure => failure.message)).toEqual([line])
})

test.each([
  ['app.py: error: Source file found twice under different module names: "a" and "b.a"'],
  ['gcc: error: unrecognized command-line option'],
  ['Usage: tool [flags]\n\nFlags:\n  -v  more words'],
])('leaves %s to others', text => {
  expect(readPython(text)).toEqual([])
})
