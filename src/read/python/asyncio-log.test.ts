// What the reader makes of captured lines of the loggers `asyncio` and `aiohttp`.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'task-destroyed-3.13.txt',
    [
      'asyncio-log Task was destroyed but it is pending! @ /srv/app/main.py:4',
      "  | task: <Task pending name='Task-2' coro=<deliver() done, defined at /srv/app/main.py:4> wait_for=<Future pending cb=[Task.task_wakeup()]>>",
    ],
  ],
  [
    'task-destroyed-debug-3.11.txt',
    [
      'asyncio-log 3.11.7 Task was destroyed but it is pending! @ /srv/app/main.py:9',
      "  | task: <Task pending name='Task-2' coro=<deliver() done, defined at /srv/app/main.py:4> wait_for=<Future pending cb=[Task.task_wakeup()] created at /opt/python/3.11.7/lib/python3.11/asyncio/base_events.py:427> created at /opt/python/3.11.7/lib/python3.11/asyncio/tasks.py:384>",
    ],
  ],
  [
    'slow-step-3.12.txt',
    [
      "asyncio-log 3.12.1 Executing <Task finished name='Task-2' coro=<report() done, defined at /srv/app/main.py:5> result=None created at /opt/python/3.12.1/lib/python3.12/asyncio/tasks.py:420> took 0.200 seconds @ /srv/app/main.py:5",
    ],
  ],
  [
    'unclosed-session-3.13.txt',
    [
      'asyncio-log Unclosed client session',
      '  | client_session: <aiohttp.client.ClientSession object at 0x7fec13efeba0>',
    ],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})
