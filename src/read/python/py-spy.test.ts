// What the reader makes of a captured dump of py-spy.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'py-spy-deadlock-3.11.txt',
    [
      'py-spy 3.11.7 Process 15095: /opt/python/3.11.7/bin/python main.py @ main.py:17',
      '  | MainThread (idle): main.py:17 in reserve',
      '  | canceller (idle): main.py:10 in cancel',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
