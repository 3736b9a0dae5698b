// Reads what says in one line that a program or a server could not be started, or was stopped.

import { type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'

export const pythonLaunchFormat = 'python-launch'

/** Each finds the message as its first group. */
const messages: readonly RegExp[] = [
  // python: can't open file '/x/y.py': [Errno 2] No such file or directory
  /^(\S*(?:python|pypy)[\d.]*(?:\.exe)?: can't (?:open file|find '__main__' module) .+)$/,
  // /usr/bin/python3: No module named app, python: Error while finding module specification for 'app.main' (…)
  /^(\S*(?:python|pypy)[\d.]*(?:\.exe)?: (?:No module named|Error while finding module|error while loading shared|No code object|Importing ).+)$/,
  // /usr/bin/env: ‘python’: No such file or directory, env: python: No such file or directory
  /^((?:\S*\/)?env: [‘'"]?python[\d.]*(?:\\r)?[’'"]?: No such file or directory)$/,
  // bash: python: command not found, sh: 1: pip: not found, zsh: command not found: python3
  /^((?:\S*sh|\S+\.sh): (?:line \d+: |\d+: )?(?:command not found: )?(?:python|pip|pytest|uvicorn|gunicorn|flask|celery|poetry)[\d.]*(?:: (?:command )?not found|: No such file or directory)?)$/,
  // -bash: ./app.py: /usr/bin/python^M: bad interpreter: No such file or directory
  /^(\S*sh: .+: \S*python.{0,40}: bad interpreter: .+)$/,
  // bash: line 1: ./worker.py: cannot execute: required file not found
  /^(\S*sh: .{0,200}(?:\.py|\/(?:pip|python|pytest|gunicorn|uvicorn|flask|celery)[\d.]*): cannot execute: required file not found)$/,
  // Fatal error in launcher: Unable to create process using '"C:\\old\\python.exe" "C:\\old\\Scripts\\pip.exe" install x'
  /^((?:Fatal error in launcher: )?Unable to create process using .+|No Python at .+)$/,
  // ./app.py: line 1: import: command not found
  /^(\S+: (?:line )?\d+: (?:import|from|def): (?:command )?not found)$/,
  // 'python' is not recognized as an internal or external command, operable program or batch file.
  /^('(?:python|pip|py)[\d.]*' is not recognized as an internal or external command.*)$/,
  /^(Python was not found; run without arguments to install from the Microsoft Store.*)$/,
  // ERROR:    Error loading ASGI app. Attribute "api" not found in module "app.main".
  /^(ERROR:\s+Error loading ASGI app\..+)$/,
  // WARNING:  Invalid HTTP request received., ERROR:    Application startup failed. Exiting.
  /^((?:WARNING|ERROR):\s+(?:You must pass the application as an import string .*|Invalid HTTP request received\.|No supported WebSocket library detected\..*|Application startup failed\. Exiting\.))$/,
  // [2026-11-23 21:09:00,114: ERROR/MainProcess] consumer: Cannot connect to redis://localhost:6379//: Error 111 …
  /(consumer: Cannot connect to \S+: .+)$/,
  // ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use
  /^(ERROR:\s+\[Errno \d+\] .*(?:bind on address|address already in use).*)$/,
  // Failed to find attribute 'application' in 'wsgi'., Failed to parse 'app:' as an attribute name or function call.
  /^(Failed to (?:find attribute '.*' in '.*'|parse '.*' as an attribute name or function call)\.)$/,
  // [2026-11-23 21:09:00 +0000] [6] [CRITICAL] WORKER TIMEOUT (pid:7)
  /((?:\[CRITICAL\] )?WORKER TIMEOUT \(pid:\s?\d+\))$/,
  // [2026-11-23 21:09:00 +0000] [6] [ERROR] Worker (pid:7) was sent SIGKILL! Perhaps out of memory?
  /((?:\[(?:ERROR|WARNING)\] )?Worker \(pid:\s?\d+\) (?:was sent SIG\w+!.*|exited with code [1-9]\d*\.?))$/,
  // [2026-11-23 21:09:00 +0000] [6] [ERROR] Reason: App failed to load., Connection in use: ('127.0.0.1', 8020)
  /((?:\[ERROR\] )?(?:Reason: (?:App failed to load|Worker failed to boot)\.|Shutting down: Master|Connection in use: \(.+\)))$/,
  // WARNING django.security.csrf Forbidden (CSRF cookie not set.): /pay/
  /(Forbidden \((?:CSRF|Origin checking|Referer checking).*\): \/.*)$/,
  // Error: Could not locate a Flask application. Use the 'flask --app' option, …
  /^(Error: (?:Could not (?:locate a Flask application|import '.+')|Failed to find Flask application).*)$/,
  // Port 5000 is in use by another program. Either identify and stop that program, or start the server with …
  /^(Port \d+ is in use by another program\..*)$/,
  // FAILED: Can't locate revision identified by '1f0c'
  /^(FAILED: (?:Can't locate revision|Target database is not up to date|Multiple head revisions).*)$/,
  // CommandError: Couldn't import 'app': …, manage.py: error: unrecognized arguments: --x
  /^(CommandError: \S.*)$/,
  // Ran 0 tests in 0.000s
  /^(Ran 0 tests in \d[\d.]*s)$/,
  // run.sh: line 1:     5 Segmentation fault      python -X faulthandler -m native.main
  /^\S+: line \d+: {1,8}\d+ ((?:Segmentation fault|Killed|Aborted|Bus error)\b.{0,60}\bpython\S* .*)$/,
]

/** Literals of which one stands in every line that a pattern above takes: a cheap look before them. */
const literals =
  /python|pip|pytest|uvicorn|gunicorn|flask|celery|poetry|Python|not found|ASGI|Errno|Failed to |pid:|Reason: |Shutting|in use|Forbidden|Flask|FAILED: |CommandError|: Could not import|Unable to create process|Ran 0 tests|import string|HTTP request|WebSocket|startup failed|consumer: /

function messageIn(line: string): string | null {
  if (line.length > 2000 || !literals.test(line)) return null
  const text = line.trim()
  for (const pattern of messages) {
    const message = pattern.exec(text)?.[1]
    if (message !== undefined) return message
  }
  return null
}

function read(lines: Lines, at: number): Block | null {
  const message = messageIn(lines[at] ?? '')
  if (message === null) return null
  const frames = moduleFrames(message)
  const at1 = { line: at + 1, lines: 1 }
  return {
    failures: [failureOf({ tool: 'python', format: pythonLaunchFormat, message, frames, at: at1 })],
    end: at + 1,
  }
}

// … Attribute "api" not found in module "app.main"., Failed to find attribute 'application' in 'wsgi'.
const moduleNamed = /(?:not found in module "|Failed to find attribute '[^']*' in ')([\w.]+)["']/

/** The reader's module that a server names: a frame whose line is unknown. */
function moduleFrames(message: string): readonly Frame[] {
  const name = moduleNamed.exec(message)?.[1]
  if (name === undefined) return []
  return [{ function: '<module>', file: `${name.replaceAll('.', '/')}.py`, line: 0, own: true }]
}

/** Messages of the interpreter, the shell and the servers (uvicorn, gunicorn, Flask, Django) without a traceback. */
export const pythonLaunch: Reader = {
  format: pythonLaunchFormat,
  starts: line => messageIn(line) !== null,
  read,
}
