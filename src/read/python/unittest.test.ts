// What the readers make of captured unittest reports.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'unittest-3.13.txt',
    [
      'unittest ValueError: invalid literal for int() with base 10: \'x\' @ /srv/app/main.py:5 # def test_parse(self): «int("x")»',
      'unittest AssertionError: -1 != 5 @ /srv/app/main.py:4 # def test_add(self): «self.assertEqual(add(2, 3), 5)»',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
