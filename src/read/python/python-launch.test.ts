// What the readers make of captured messages of interpreters and servers.

import { expect, test } from 'vitest'
import { fixture, readPython, tellFailures } from './fixtures/read-fixture.ts'

// A failure a line: format, version, message, place, echo with the marked part; below it `|` details, `<-` consequences.
const cases: readonly (readonly [file: string, told: readonly string[]])[] = [
  [
    'celery-no-broker-3.13.txt',
    [
      'python-launch consumer: Cannot connect to redis://127.0.0.1:6390/0: Error 111 connecting to 127.0.0.1:6390. Connection refused..',
    ],
  ],
  ['django-csrf-3.12.txt', ['python-launch Forbidden (CSRF cookie not set.): /pay/']],
  [
    'gunicorn-3.12.txt',
    [
      "python-launch Failed to find attribute 'application' in 'wsgi'.",
      '  <- [ERROR] Worker (pid:7) exited with code 4.',
      '  <- [ERROR] Shutting down: Master',
      '  <- [ERROR] Reason: App failed to load.',
    ],
  ],
  [
    'uvicorn-startup-3.13.txt',
    [
      'python-launch ERROR:    Application startup failed. Exiting.',
      "python-launch WARNING:  You must pass the application as an import string to enable 'reload' or 'workers'.",
    ],
  ],
  [
    'uvicorn-3.12.txt',
    ['python-launch ERROR:    Error loading ASGI app. Attribute "api" not found in module "app.main".'],
  ],
]

test.each(cases)('reads %s', (file, told) => {
  expect(tellFailures(readPython(fixture(file)))).toEqual(told)
})

test.each([
  ["python: can't open file '/srv/app/main.py': [Errno 2] No such file or directory"],
  ['/usr/bin/python3: No module named app'],
  ["/usr/bin/env: 'python': No such file or directory"],
  ['bash: python: command not found'],
  ["Failed to find attribute 'application' in 'wsgi'."],
])('takes %s as it stands', line => {
  expect(readPython(line).map(failure => failure.message)).toEqual([line])
})

test.each([
  ['[2026-11-23 21:09:00 +0000] [6] [CRITICAL] WORKER TIMEOUT (pid:7)', '[CRITICAL] WORKER TIMEOUT (pid:7)'],
  ['run.sh: line 1:     5 Killed                  python app.py', 'Killed                  python app.py'],
])('takes the message out of %s', (line, message) => {
  expect(readPython(line).map(failure => failure.message)).toEqual([message])
})
