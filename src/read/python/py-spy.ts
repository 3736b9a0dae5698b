// Reads `py-spy dump`: the stacks of all threads of a running process.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { normalizePath } from './frame-line.ts'
import { isOwnFrame } from './own-frame.ts'

const format = 'py-spy'

// Process 15095: /usr/bin/python3.11 main.py
const process = /^Process \d{1,10}: \S.*$/
// Python v3.11.7 (/usr/bin/python3.11)
const interpreter = /^Python v(\d[\d.]{0,20}) \(.+\)$/
// Thread 15099 (idle): "canceller", Thread 0x7F3A (active+gil): "MainThread"
const threadLine = /^Thread (?:0x)?[0-9A-Fa-f]{1,20} \((idle|active)[^)\n]{0,20}\)(?:: "(.{0,200})")?\s*$/
//     cancel (main.py:10)
const frameLine = /^\s{4}(\S.{0,300}?) \(([^()\n]{1,1000}):(\d{1,9})\)\s*$/

/** py-spy cuts the paths of the standard library down to these. */
const library =
  /^(?:threading|queue|socket|selectors|ssl|subprocess|socketserver|runpy|sched|weakref|contextlib|functools|(?:asyncio|concurrent|multiprocessing|http|urllib|logging|json|email|unittest|importlib)\/.+)(?:\.py)?$/

interface Thread {
  readonly name: string
  readonly state: string
  readonly frames: Frame[]
}

function parseFrame(line: string): Frame | null {
  const [, name = '', file = '', number = ''] = frameLine.exec(line) ?? []
  if (file === '') return null
  const isOwn = isOwnFrame(file, name) && !library.test(file.replace(/\.py$/, ''))
  return { function: name, file: normalizePath(file), line: Number(number), own: isOwn }
}

function read(lines: Lines, at: number): Block | null {
  const version = interpreter.exec(lines[at + 1] ?? '')?.[1]
  if (version === undefined) return null
  const threads: Thread[] = []
  let end = at + 2
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    const header = threadLine.exec(line)
    const frame = header ? null : parseFrame(line)
    if (header) threads.push({ name: header[2] ?? '', state: header[1] ?? '', frames: [] })
    else if (frame) threads.at(-1)?.frames.push(frame)
    // Arguments and locals, with --locals:         Arguments:             order: 7
    else if (line.trim() !== '' && !/^\s{5,}\S/.test(line)) break
  }
  if (threads.length === 0) return null
  return { failures: [failureOfDump(lines[at]?.trim() ?? '', version, threads, at, end)], end }
}

function failureOfDump(
  message: string,
  version: string,
  threads: readonly Thread[],
  at: number,
  end: number,
): Failure {
  const shown =
    threads.find(({ state, frames }) => state === 'idle' && frames[0]?.own) ??
    threads.find(({ frames }) => frames.some(frame => frame.own)) ??
    threads[0]
  const own = shown?.frames.find(frame => frame.own)
  return failureOf({
    tool: 'python',
    format,
    message,
    details: threads.map(tellThread),
    facts: ['~ the stacks of all threads, by py-spy'],
    frames: shown?.frames ?? [],
    place: own ? { file: own.file, line: own.line, column: null, unit: 'code-points' } : null,
    version,
    at: { line: at + 1, lines: end - at },
  })
}

function tellThread({ name, state, frames }: Thread): string {
  const frame = frames.find(candidate => candidate.own) ?? frames[0]
  return `${name} (${state}): ${frame?.file ?? ''}:${frame?.line ?? 0} in ${frame?.function ?? ''}`
}

/** Stacks of a process that hangs or is slow; those of all threads become details. */
export const pySpy: Reader = {
  format,
  starts: line => line.startsWith('Process ') && line.length < 10_000 && process.test(line),
  read,
}
