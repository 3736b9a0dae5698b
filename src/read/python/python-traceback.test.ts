// What the readers make of captured tracebacks.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'django-no-table-3.12.txt',
    [
      'python-traceback 3.12 sqlite3.OperationalError: no such table: store_order @ /app/store/management/commands/report.py:10 # for order in Order.objects.order_by("id"):',
      '  <- django.db.utils.OperationalError: no such table: store_order',
    ],
  ],
  [
    'exception-group-3.13.txt',
    [
      "python-traceback 3.13.0 ValueError: invalid literal for int() with base 10: 'x' @ /srv/app/main.py:4 # return int(s)",
      '  <- ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)',
    ],
  ],
  [
    'exception-ignored-3.13.txt',
    [
      'python-traceback ValueError: url is required @ /srv/app/main.py:3 # if not url: «raise ValueError("url is required")»',
      "  <- AttributeError: 'Client' object has no attribute 'conn'",
      '  <- Exception ignored in: <function Client.__del__ at 0x7f4e17f17420>',
    ],
  ],
  [
    'flask-context-3.11.txt',
    [
      'python-traceback 3.11.7 RuntimeError: Working outside of application context. @ /srv/app/main.py:2 # print(«current_app.config»["DEBUG"])',
      '  | This typically means that you attempted to use functionality that needed',
      '  | the current application. To solve this, set up an application context',
      '  | with app.app_context(). See the documentation for more information.',
    ],
  ],
  [
    'frozen-dataclass-3.12.txt',
    [
      "python-traceback dataclasses.FrozenInstanceError: cannot assign to field 'value' @ /app/rates/update.py:9 # «rate.value» = value",
    ],
  ],
  [
    'fstring-2.7.txt',
    [
      'python-traceback 2.7 SyntaxError: invalid syntax @ /home/dev/billing/billing/report.py:25 # rows.append(f"{country} {cents / 100.0:10.2f}«"»)',
    ],
  ],
  [
    'generator-stopiteration-3.12.txt',
    [
      'python-traceback RuntimeError: generator raised StopIteration @ /app/feed/pages.py:7 # header = «next(lines)».split(";")',
      '  <- StopIteration',
    ],
  ],
  [
    'logged-traceback-3.13.txt',
    ['python-traceback KeyError: \'amount\' @ /srv/app/main.py:5 # return «order["amount"]» * 100'],
  ],
  [
    'logging-error-3.13.txt',
    [
      'python-traceback 3.13.0 TypeError: not enough arguments for format string @ /srv/app/logerr.py:4 # logging.info("a %s %s", 1)',
      "  | Message: 'a %s %s'",
      '  | Arguments: (1,)',
      '  <- --- Logging error ---',
      'python-traceback ZeroDivisionError: division by zero @ /srv/app/logerr.py:7 # «1/0»',
    ],
  ],
  [
    'mistake-in-handler-3.13.txt',
    [
      'python-traceback NameError: name \'logger\' is not defined @ /srv/app/main.py:5 # «logger».error("bad b")',
      'python-traceback ZeroDivisionError: division by zero @ /srv/app/main.py:3 # return «a / b»',
    ],
  ],
  [
    'nested-groups-3.11.txt',
    [
      'python-traceback 3.11.7 ValueError: a @ /srv/app/grp.py:2 # async def a(): «raise ValueError("a")»',
      '  <- ExceptionGroup: unhandled errors in a TaskGroup (3 sub-exceptions)',
      'python-traceback KeyError: \'z\' @ /srv/app/grp.py:4 # try: «{}["z"]»',
      '  <- RuntimeError: b',
      'python-traceback TypeError: t @ /srv/app/grp.py:7 # raise ExceptionGroup("inner", [TypeError("t"), OSError("o")])',
      '  <- ExceptionGroup: inner (2 sub-exceptions)',
      'python-traceback OSError: o @ /srv/app/grp.py:7 # raise ExceptionGroup("inner", [TypeError("t"), OSError("o")])',
    ],
  ],
  [
    'never-awaited-3.12.txt',
    [
      'python-traceback 3.12 TypeError: \'coroutine\' object is not subscriptable @ /app/quotes/service.py:6 # return amount * «rate[currency]» / rate["EUR"]',
      "  <- RuntimeWarning: coroutine 'fetch_rates' was never awaited",
    ],
  ],
  [
    'none-subscript-3.13.txt',
    [
      'python-traceback TypeError: \'NoneType\' object is not subscriptable @ /srv/app/main.py:6 # print(«user["name"]»)',
    ],
  ],
  [
    'notes-3.13.txt',
    [
      'python-traceback ValueError: bad value @ /srv/app/notes.py:7 # raise e',
      '  | note one',
      '  | note two',
      '  | indented',
    ],
  ],
  [
    'numpy-float-3.10.txt',
    [
      "python-traceback 3.10 AttributeError: module 'numpy' has no attribute 'float'. @ /app/scoring/features.py:5 # return np.array(rows, dtype=np.float)",
      '  | `np.float` was a deprecated alias for the builtin `float`. To avoid this error in existing code, use `float` by itself. Doing this will not modify any behavior and is safe. If you specifically wanted the numpy scalar type, use `np.float64` here.',
      '  | The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:',
      "  | https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations. Did you mean: 'cfloat'?",
    ],
  ],
  [
    'pydantic-3.12.txt',
    [
      'python-traceback 3.12 pydantic_core._pydantic_core.ValidationError: 2 validation errors for Order @ /home/dev/consumer/consumer/run.py:7 # return «Order.model_validate_json(body)»',
      '  | quantity',
      "  | Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='two', input_type=str]",
      '  | For further information visit https://errors.pydantic.dev/2.14/v/int_parsing',
      '  | email',
      "  | Field required [type=missing, input_value={'sku': 'MUG-2', 'quantity': 'two'}, input_type=dict]",
      '  | For further information visit https://errors.pydantic.dev/2.14/v/missing',
    ],
  ],
  [
    'pymysql-refused-3.12.txt',
    [
      'python-traceback 3.12 pymysql.err.OperationalError: (2003, "Can\'t connect to MySQL server on \'127.0.0.1\' ([Errno 111] Connection refused)") @ /srv/legacy/legacy/sync.py:5 # connection = «pymysql.connect(host="127.0.0.1", port=3306, user="sync", password="x", database="erp", connect_timeout=2)»',
      '  <- ConnectionRefusedError: [Errno 111] Connection refused',
    ],
  ],
  [
    'raise-from-3.13.txt',
    [
      'python-traceback KeyError: \'DB_URL\' @ /srv/app/main.py:5 # return «os.environ["DB_URL"]»',
      '  <- ConfigError: cannot load configuration',
    ],
  ],
  [
    'recursion-3.13.txt',
    [
      'python-traceback RecursionError: maximum recursion depth exceeded @ /srv/app/main.py:3 # def __repr__(self): return f"Node(«{self}»)"',
    ],
  ],
  [
    'remote-traceback-3.13.txt',
    [
      "python-traceback 3.13.0 TypeError: can't multiply sequence by non-int of type 'float' @ /srv/app/main.py:3 # return sum(«r[\"price\"] * 1.2» for r in rows)",
      "  <- TypeError: can't multiply sequence by non-int of type 'float'",
    ],
  ],
  [
    'requests-refused-3.11.txt',
    [
      'python-traceback 3.11.7 ConnectionRefusedError: [Errno 111] Connection refused @ /srv/app/main.py:3 # return «requests.get(f"http://127.0.0.1:59999/users/{uid}", timeout=2)».json()',
      "  <- urllib3.exceptions.NewConnectionError: HTTPConnection(host='127.0.0.1', port=59999): Failed to establish a new connection: [Errno 111] Connection refused",
      "  <- urllib3.exceptions.MaxRetryError: HTTPConnectionPool(host='127.0.0.1', port=59999): Max retries exceeded with url: /users/7 (Caused by NewConnectionError(\"HTTPConnection(host='127.0.0.1', port=59999): Failed to establish a new connection: [Errno 111] Connection refused\"))",
      "  <- requests.exceptions.ConnectionError: HTTPConnectionPool(host='127.0.0.1', port=59999): Max retries exceeded with url: /users/7 (Caused by NewConnectionError(\"HTTPConnection(host='127.0.0.1', port=59999): Failed to establish a new connection: [Errno 111] Connection refused\"))",
    ],
  ],
  [
    'spawn-without-guard-3.12.txt',
    [
      'python-traceback 3.12 RuntimeError: @ /home/dev/thumbs/thumbs.py:7 # with «multiprocessing.get_context("spawn").Pool(1)» as pool:',
      '  | An attempt has been made to start a new process before the',
      '  | current process has finished its bootstrapping phase.',
      '  | This probably means that you are not using fork to start your',
      '  | child processes and you have forgotten to use the proper idiom',
      '  | in the main module:',
      "  | if __name__ == '__main__':",
      '  | freeze_support()',
      '  | ...',
      '  | The "freeze_support()" line can be omitted if the program',
      '  | is not going to be frozen to produce an executable.',
    ],
  ],
  [
    'sqlalchemy-rollback-3.12.txt',
    [
      'python-traceback 3.12 sqlalchemy.exc.PendingRollbackError: This Session\'s transaction has been rolled back due to a previous exception during flush. To begin a new transaction with this Session, first issue Session.rollback(). Original exception was: (sqlite3.IntegrityError) UNIQUE constraint failed: users.email @ /app/users/load.py:17 # print(«session.query(User).count()», "users")',
      '  | [SQL: INSERT INTO users (email) VALUES (?)]',
      "  | [parameters: ('ana@example.org',)]",
      '  | (Background on this error at: https://sqlalche.me/e/21/gkpj) (Background on this error at: https://sqlalche.me/e/21/7s2a)',
    ],
  ],
  [
    'syntax-in-import-3.13.txt',
    ["python-traceback SyntaxError: '[' was never closed @ /srv/app/settings.py:2 # HOSTS = «[»'a', 'b'"],
  ],
  [
    'task-never-retrieved-3.13.txt',
    [
      'python-traceback KeyError: \'order_id\' @ /srv/app/main.py:3 # return «{}["order_id"]»',
      '  <- Task exception was never retrieved',
    ],
  ],
  [
    'thread-exception-3.13.txt',
    [
      "python-traceback 3.13.0 AttributeError: 'NoneType' object has no attribute 'upper' @ /srv/app/main.py:5 # print(«item.upper»())",
      '  <- Exception in thread worker-1:',
    ],
  ],
  [
    'result-not-unpickled-3.13.txt',
    [
      "python-traceback 3.13.0 TypeError: Declined.__init__() missing 1 required positional argument: 'code' @ /srv/app/main.py:15 # print(\u00ablist(pool.map(charge, [7]))\u00bb)",
      '  <- concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.',
    ],
  ],
  [
    'initializer-3.13.txt',
    [
      'python-traceback 3.13.0 ValueError: no database address @ /srv/app/main.py:5 # raise ValueError("no database address")',
      '  <- Exception in initializer:',
      '  <- concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.',
    ],
  ],
  [
    'process-arguments-3.13.txt',
    [
      'python-traceback 3.13.0 TypeError: charge() takes 1 positional argument but 4 were given',
      '  <- Process Process-1:',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
const table: readonly (readonly [title: string, text: string, told: readonly string[]])[] = [
  [
    'a traceback whose first lines are cut off',
    '    total = load(path)\n  File "app.py", line 3, in load\n    return row["id"]\nKeyError: \'id\'\n',
    ['python-traceback KeyError: \'id\' @ app.py:3 # return row["id"]'],
  ],
  [
    'a traceback whose last line is cut off',
    'Traceback (most recent call last):\n  File "app.py", line 3, in load\n    return row["id"]\n',
    ['python-traceback Traceback (most recent call last): @ app.py:3 # return row["id"]'],
  ],
  ['an exception alone', "KeyError: 'id'", ["python-traceback KeyError: 'id'"]],
  ['no exception in a log line', 'INFO: nothing\nERROR: nothing\nerror handling done\nErrors: 0', []],
  [
    'log lines between the frames',
    [
      'Traceback (most recent call last):',
      '  File "app.py", line 9, in <module>',
      '2024-03-12 06:25:24,000 INFO [worker] order 5000 reserved',
      '    main()',
      'INFO:     127.0.0.1:5 - "GET / HTTP/1.1" 200',
      '  File "app.py", line 3, in main',
      '    return row["id"]',
      '2024-03-12 06:25:25,000 INFO [worker] order 5001 reserved',
      "KeyError: 'id'",
      '2024-03-12 06:25:25,000 INFO [worker] order 5001 reserved',
    ].join('\n'),
    ['python-traceback KeyError: \'id\' @ app.py:3 # return row["id"]'],
  ],
  [
    'a traceback indented as a whole',
    '      Traceback (most recent call last):\n        File "app.py", line 3, in load\n          return row["id"]\n                 ~~~^^^^^^\n      KeyError: \'id\'\n',
    ['python-traceback KeyError: \'id\' @ app.py:3 # return «row["id"]»'],
  ],
  [
    'no stack that nothing was raised from',
    'Stack (most recent call last):\n  File "app.py", line 3, in load\n    log()\ndone\n',
    [],
  ],
]

test.each(table)('sees %s', (_, text, told) => {
  expect(tellFailures(readPython(text))).toEqual(told)
})

test('gives frames innermost first, with their source', () => {
  const [failure] = readPython(fixture('remote-traceback-3.13.txt'))
  expect(failure?.frames.map(frame => `${frame.function} ${frame.line} ${frame.own}`)).toEqual([
    '<genexpr> 3 true',
    'total 3 true',
    '_process_worker 253 false',
  ])
  expect(failure?.frames[0]?.source).toBe('return sum(r["price"] * 1.2 for r in rows)')
})

test.each([
  'Traceback (most recent call last):\n'.repeat(20_000),
  '  File "a.py", line 1, in f\n'.repeat(40_000),
  `Traceback (most recent call last):\n${'x\n'.repeat(40_000)}`,
  '  + Exception Group Traceback (most recent call last):\n  | E: x\n  +-+---------------- 1 ----------------\n'.repeat(
    5000,
  ),
  `${' '.repeat(500_000)}File "${'"'.repeat(500_000)}`,
  `E${'a.'.repeat(500_000)}Error: x`,
  `KeyError: x\n\n${'The above exception was the direct cause of the following exception:\n\nKeyError: x\n\n'.repeat(9000)}`,
])('takes linear time on hostile text %#', text => {
  const start = performance.now()
  readPython(text)
  expect(performance.now() - start).toBeLessThan(3000)
})
