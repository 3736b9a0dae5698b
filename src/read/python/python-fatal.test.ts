// What the readers make of captured faulthandler dumps.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'deadlock-3.12.txt',
    [
      'python-fatal 3.12 Timeout (0:00:03)! @ /srv/ledger/ledger/accounts.py:15',
      '  | Thread 0x00007f19727fb6c0: accounts.py:15 in transfer',
      '  | Thread 0x00007f1973b60b80: main.py:18 in main',
    ],
  ],
  [
    'segfault-3.12.txt',
    [
      'python-fatal 3.12 Fatal Python error: Segmentation fault @ /app/native/wrap.py:9',
      '  <- Segmentation fault      python -X faulthandler -m native.main',
    ],
  ],
  [
    'segfault-3.13.txt',
    [
      'python-fatal 3.13.0 Fatal Python error: Segmentation fault @ /srv/app/main.py:5',
      '  | Thread 0x00007f1ece3476c0: main.py:3 in idle',
    ],
  ],
  [
    'segfault-recursion-3.11.txt',
    ['python-fatal Fatal Python error: Segmentation fault @ /srv/app/main.py:14'],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
