// What the readers make of captured syntax errors.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'print-statement-3.13.txt',
    [
      'python-syntax SyntaxError: Missing parentheses in call to \'print\'. Did you mean print(...)? @ /srv/app/main.py:2 # «print "hello", sys.argv»',
    ],
  ],
  ['match-statement-3.8.txt', ['python-syntax SyntaxError: invalid syntax @ main.py:2 # match «x»:']],
  [
    'indentation-3.6.txt',
    ['python-syntax IndentationError: expected an indented block @ ind.py:2 # retur«n» 1'],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
