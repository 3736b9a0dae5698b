// What the readers make of captured IPython and Jupyter output.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'ipython-7.txt',
    [
      "python-traceback NameError: name 'undefined_name' is not defined @ <ipython-input-1-2946765554e4>:1 # x = undefined_name",
      'python-traceback 3.8.18 JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ <ipython-input-2-d4e46f088f62>:1 # import json; json.loads("{")',
      'python-traceback 3.8.18 JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ /srv/app/lib.py:4 # return json.loads(x)',
      '  <- RuntimeError: bad',
      'python-syntax SyntaxError: invalid syntax @ <ipython-input-5-1197c20a9c92>:1 # x = «=» 1',
      'python-traceback KeyError: \'k\' @ <ipython-input-6-c0c5c78d7285>:2 # return a["k"]',
    ],
  ],
  [
    'ipython-8.txt',
    [
      "python-traceback NameError: name 'undefined_name' is not defined @ Cell In[1]:1 # x = undefined_name",
      'python-traceback 3.11.7 JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ Cell In[2]:1 # import json; json.loads("{")',
      'python-traceback 3.11.7 JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ /srv/app/lib.py:4 # return json.loads(x)',
      '  <- RuntimeError: bad',
      'python-syntax SyntaxError: invalid syntax @ Cell In[5]:1 # x = «=» 1',
      'python-traceback KeyError: \'k\' @ Cell In[6]:2 # return a["k"]',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
