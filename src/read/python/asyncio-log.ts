// Reads what asyncio and aiohttp log about objects that were forgotten, and about steps that held up the loop.

import { type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { framesOf } from './failure-of-traceback.ts'
import { normalizePath } from './frame-line.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'
import { readStack } from './read-stack.ts'

const format = 'asyncio-log'

/** Each finds the message as its first group; a logger's prefix may stand before it. */
const messages: readonly RegExp[] = [
  // Task was destroyed but it is pending!
  /(?:^|[\s:\]])(Task was destroyed but it is pending!)\s*$/,
  // Executing <Task finished name='Task-2' coro=<report() done, defined at /srv/app/main.py:5> …> took 0.200 seconds
  /(?:^|[\s:\]])(Executing <.{1,2000}> took \d{1,9}\.\d{3} seconds)\s*$/,
  // Unclosed client session, Unclosed connector, Unclosed connection, Unclosed response
  /(?:^|[\s:\]])(Unclosed (?:client session|connector|connection|response|AIOKafkaProducer|AIOKafkaConsumer))\s*$/,
]

// task: <Task pending …>, client_session: <aiohttp.client.ClientSession object at 0x…>, connections: ['deque([…])']
const field =
  /^\s*(?:task|client_session|connector|connections|client_connection|client_response|producer|consumer): /
// source_traceback: Object created at (most recent call last):
const created = /^\s*source_traceback: Object created at \(most recent call last\):\s*$/
// coro=<deliver() running at /srv/app/main.py:5>, coro=<deliver() done, defined at /srv/app/main.py:4>
const coroutine = /coro=<([\w.<>]{1,200})\(\) (?:running at|done, defined at) ([^>\n]{1,1000}):(\d{1,9})>/
// <Handle report() at /srv/app/main.py:5>, <TimerHandle when=… report() at main.py:5 created at …>
const handle = /Handle (?:when=\S{1,40} )?([\w.<>]{1,200})\([^)\n]{0,500}\) at ([^>\n\s]{1,1000}):(\d{1,9})/

function messageIn(line: string): string | null {
  if (line.length > 10_000 || !/was destroyed|^.{0,200}Executing <|Unclosed /.test(line)) return null
  for (const pattern of messages) {
    const said = pattern.exec(line)?.[1]
    if (said !== undefined) return said
  }
  return null
}

/** The coroutine or callback that a repr shows, where it runs or is defined. */
function frameIn(text: string): Frame | null {
  const [, name = '', file = '', line = ''] = coroutine.exec(text) ?? handle.exec(text) ?? []
  if (file === '') return null
  return { function: name, file: normalizePath(file), line: Number(line), own: isOwnFrame(file, name) }
}

function read(lines: Lines, at: number): Block | null {
  const message = messageIn(lines[at] ?? '')
  if (message === null) return null
  const details: string[] = []
  let frames: readonly Frame[] = []
  let end = at + 1
  for (;;) {
    const line = lines[end] ?? ''
    if (created.test(line) && frames.length === 0) {
      const stack = readStack(lines, end + 1, '')
      frames = framesOf(stack.frames)
      end = Math.max(stack.end, end + 1)
    } else if (field.test(line)) {
      details.push(line.trim())
      end++
    } else break
  }
  const shown = [message, ...details].map(frameIn).find(frame => frame !== null)
  // Where it was created tells more than where its function is.
  if (shown && !frames.some(frame => frame.own)) frames = [shown, ...frames]
  const own = frames.find(frame => frame.own)
  const failure = failureOf({
    tool: 'python',
    format,
    message,
    details,
    frames,
    place: own ? { file: own.file, line: own.line, column: null, unit: 'code-points' } : null,
    version: versionFromPaths([...frames.map(frame => frame.file), message, ...details]),
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** Lines of the loggers `asyncio` and `aiohttp`, with the repr and the origin of the object that follow them. */
export const asyncioLog: Reader = { format, starts: line => messageIn(line) !== null, read }
