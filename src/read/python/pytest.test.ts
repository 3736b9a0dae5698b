// What the readers make of captured pytest reports.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'pytest-3.11.txt',
    [
      "pytest fixture 'db' not found @ /srv/app/main.py:10 # def test_fixture(db):",
      'pytest AssertionError: assert None == 2 @ main.py:5 # assert compute(-1) == 2',
      '  | +  where None = compute(-1)',
      "pytest Failed: DID NOT RAISE <class 'ValueError'> @ main.py:8 # with pytest.raises(ValueError):",
    ],
  ],
  [
    'pytest-async-3.13.txt',
    [
      'pytest async def functions are not natively supported.',
      '  | You need to install a suitable plugin for your async framework, for example:',
      '  | - anyio',
      '  | - pytest-asyncio',
      '  | - pytest-tornasync',
      '  | - pytest-trio',
      '  | - pytest-twisted',
    ],
  ],
  [
    'pytest-collecting-3.11.txt',
    [
      "pytest 3.11.7 ModuleNotFoundError: No module named 'nosuch' @ col/test_i.py:1 # import nosuch",
      'pytest SyntaxError: invalid syntax @ /srv/app/col/test_s.py:1 # def f(«:»',
    ],
  ],
  [
    'pytest-line-3.11.txt',
    [
      "pytest fixture 'db' not found @ /srv/app/test_app.py:13 # def test_nofix(db):",
      "pytest KeyError: 'setup'",
      'pytest AssertionError: should be two @ /srv/app/test_app.py:4',
      'pytest AssertionError: assert [1, 2, 3] == [1, 2, 4] @ /srv/app/test_app.py:7',
      'pytest RuntimeError: bad config @ /srv/app/app.py:8',
      'pytest Failed: DID NOT RAISE ValueError @ /srv/app/test_app.py:11',
      'pytest Failed: not yet @ /srv/app/test_app.py:16',
      'pytest ExceptionGroup: many (2 sub-exceptions) @ /srv/app/test_app.py:23',
      "pytest KeyError: 'x' @ /srv/app/test_app.py:26",
      "pytest AssertionError: assert 'b' in {'a': 1} @ /srv/app/test_app.py:30",
    ],
  ],
  [
    'pytest-long-3.11.txt',
    [
      "pytest fixture 'db' not found @ /srv/app/test_app.py:13 # def test_nofix(db):",
      'pytest KeyError: \'setup\' @ test_app.py:19 # raise KeyError("setup")',
      'pytest AssertionError: should be two @ test_app.py:4 # assert compute(-1) == 2, "should be two"',
      '  | assert None == 2',
      '  | +  where None = compute(-1)',
      'pytest AssertionError: assert [1, 2, 3] == [1, 2, 4] @ test_app.py:7 # assert a == [1, 2, 4]',
      '  | At index 2 diff: 3 != 4',
      '  | Use -v to get more diff',
      'pytest 3.11.7 json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ app.py:6 # return «json.loads(text)»',
      '  <- RuntimeError: bad config',
      'pytest Failed: DID NOT RAISE ValueError @ test_app.py:11 # with pytest.raises(ValueError):',
      'pytest Failed: not yet @ test_app.py:16 # pytest.fail("not yet")',
      'pytest ValueError: a @ /srv/app/test_app.py:23 # raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])',
      '  <- ExceptionGroup: many (2 sub-exceptions)',
      'pytest TypeError: b @ /srv/app/test_app.py:23 # raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])',
      'pytest KeyError: \'x\' @ test_app.py:26 # {}["x"]',
      "pytest AssertionError: assert 'b' in {'a': 1} @ test_app.py:30 # assert \"b\" in d",
    ],
  ],
  [
    'pytest-parametrize-3.13.txt',
    ["pytest In tests/test_slug.py::test_slug: function uses no argument 'expected'"],
  ],
  [
    'pytest-scope-3.12.txt',
    [
      'pytest 3.12 ScopeMismatch: You tried to access the function scoped fixture tmp_path with a session scoped request object. Requesting fixture stack: @ tests/conftest.py:6',
      '  | Requested fixture:',
    ],
  ],
  [
    'pytest-short-3.11.txt',
    [
      "pytest fixture 'db' not found @ /srv/app/test_app.py:13 # def test_nofix(db):",
      'pytest KeyError: \'setup\' @ test_app.py:19 # raise KeyError("setup")',
      'pytest AssertionError: should be two @ test_app.py:4 # assert compute(-1) == 2, "should be two"',
      '  | assert None == 2',
      '  | +  where None = compute(-1)',
      'pytest AssertionError: assert [1, 2, 3] == [1, 2, 4] @ test_app.py:7 # assert a == [1, 2, 4]',
      '  | At index 2 diff: 3 != 4',
      '  | Use -v to get more diff',
      'pytest 3.11.7 json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) @ app.py:6 # return «json.loads(text)»',
      '  <- RuntimeError: bad config',
      'pytest Failed: DID NOT RAISE ValueError @ test_app.py:11 # with pytest.raises(ValueError):',
      'pytest Failed: not yet @ test_app.py:16 # pytest.fail("not yet")',
      'pytest ValueError: a @ /srv/app/test_app.py:23 # raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])',
      '  <- ExceptionGroup: many (2 sub-exceptions)',
      'pytest TypeError: b @ /srv/app/test_app.py:23 # raise ExceptionGroup("many", [ValueError("a"), TypeError("b")])',
      'pytest KeyError: \'x\' @ test_app.py:26 # {}["x"]',
      "pytest AssertionError: assert 'b' in {'a': 1} @ test_app.py:30 # assert \"b\" in d",
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
