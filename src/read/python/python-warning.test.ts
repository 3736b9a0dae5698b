// What the readers make of captured warnings.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'warnings-3.13.txt',
    [
      "python-warning SyntaxWarning: invalid escape sequence '\\d' @ /srv/app/main.py:2 # PATTERN = '\\d+'",
      "python-warning ResourceWarning: unclosed file <_io.TextIOWrapper name='/etc/hostname' mode='r' encoding='UTF-8'> @ /srv/app/main.py:4 # open('/etc/hostname')",
      'python-warning DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC). @ /srv/app/main.py:5 # return datetime.datetime.utcnow()',
    ],
  ],
  [
    'pandas-copy-3.13.txt',
    [
      'python-warning SettingWithCopyWarning: @ /srv/app/main.py:5 # paid["total"] = 0',
      '  | A value is trying to be set on a copy of a slice from a DataFrame.',
      '  | Try using .loc[row_indexer,col_indexer] = value instead',
      '  | See the caveats in the documentation: https://pandas.pydata.org/pandas-docs/stable/user_guide/indexing.html#returning-a-view-versus-a-copy',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
