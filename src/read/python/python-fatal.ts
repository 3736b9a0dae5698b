// Reads what the interpreter or faulthandler prints of the stacks when it dies, hangs or is asked.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { normalizePath } from './frame-line.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'

export const pythonFatalFormat = 'python-fatal'

// `Fatal Python error: Segmentation fault`, `Windows fatal exception: access violation`, `Timeout (0:00:03)!`
const opening =
  /^\s*((?:Fatal Python error|Windows fatal exception): .+|Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!)\s*$/
// `Thread 0x00007f1ece3476c0 (most recent call first):`, `Current thread 0x… [main] (most recent call first):`
const threadLine =
  /^\s*((?:Current thread|Thread) 0x[0-9a-fA-F]+(?: \[.{0,80}\])?) \(most recent call first\):\s*$/
// `  File "/srv/app/main.py", line 3 in idle`
const frameLine = /^\s{0,40}File "(.+)", line (\d{1,9}|\?\?\?) in (.+?)\s*$/
// `  <no Python frame>`, `  ...`
const noFrame = /^\s*(?:<no Python frame>|\.\.\.)\s*$/

/** How many lines of other streams may stand in a dump. */
const reach = 6

interface Thread {
  /** `Thread 0x…`; '' for frames without a header. */
  readonly name: string
  readonly current: boolean
  /** Innermost first, as printed. */
  readonly frames: readonly Frame[]
}

function parseFrame(line: string): Frame | null {
  if (line.length > 8192 || !line.includes('File "')) return null
  const match = frameLine.exec(line)
  if (!match) return null
  const [, file = '', number = '', name = ''] = match
  return { function: name, file: normalizePath(file), line: Number(number) || 0, own: isOwnFrame(file, name) }
}

/** Fatal errors and dumps of all threads; the stacks of the others become details. */
export const pythonFatal: Reader = {
  format: pythonFatalFormat,
  starts: line =>
    (line.includes('atal ') || line.includes('Timeout (') || line.includes('hread 0x')) &&
    line.length < 2000 &&
    (opening.test(line) || threadLine.test(line)),
  read: readFatal,
}

function readFatal(lines: Lines, at: number): Block | null {
  const opened = opening.exec(lines[at] ?? '')?.[1]
  const threads: { name: string; current: boolean; frames: Frame[] }[] = []
  const said: string[] = []
  let end = at + 1
  for (
    let index = opened === undefined ? at : at + 1;
    index < lines.length && index - end <= reach;
    index++
  ) {
    const line = lines[index] ?? ''
    const name = threadLine.exec(line)?.[1]
    const frame = parseFrame(line)
    if (opening.test(line)) break
    if (name !== undefined) threads.push({ name, current: name.startsWith('Current'), frames: [] })
    else if (frame) threads.at(-1)?.frames.push(frame)
    else if (threads.length === 0 && opened !== undefined && index === end && line.trim() !== '')
      said.push(line.trim())
    // Extension modules: numpy._core._multiarray_umath, … (total: 13)
    else if (!noFrame.test(line) && !line.startsWith('Extension modules:')) continue
    end = index + 1
  }
  if (opened === undefined && threads.every(thread => thread.frames.length === 0)) {
    return { failures: [], end }
  }
  return { failures: [failureOfDump(opened ?? null, threads, said, at, end)], end }
}

function failureOfDump(
  opened: string | null,
  threads: readonly Thread[],
  said: readonly string[],
  at: number,
  end: number,
): Failure {
  const shown = threadToShow(threads)
  const frames = shown?.frames ?? []
  const own = frames.find(frame => frame.own)
  const others = threads.filter(thread => thread !== shown && thread.frames.length > 0)
  return failureOf({
    tool: 'python',
    format: pythonFatalFormat,
    message: opened ?? `${shown?.name ?? 'Thread'} (most recent call first):`,
    details: [...said, ...others.map(tellThread)],
    ...(opened?.startsWith('Timeout') ? {} : factsOf(frames)),
    frames,
    place: own ? { file: own.file, line: own.line, column: null, unit: 'code-points' } : null,
    version: versionFromPaths(threads.flatMap(thread => thread.frames.map(frame => frame.file))),
    at: { line: at + 1, lines: end - at },
  })
}

/** Calls that a crash by recursion shows at least; faulthandler prints 100 frames of a stack. */
const manyCalls = 60

/** Where the interpreter was when it died; frames innermost first. */
function factsOf(frames: readonly Frame[]): { facts?: readonly string[] } {
  const [inner] = frames
  if (inner === undefined) return {}
  // File "/usr/local/lib/python3.12/ctypes/__init__.py", line 525 in string_at
  if (/[/\\]ctypes[/\\]\w+\.py$/.test(inner.file))
    return { facts: [`~ in a native call through ctypes: ${inner.function}`] }
  const key = ({ file, function: name }: Frame) => `${file} ${name}`
  const same = frames.filter(frame => key(frame) === key(inner)).length
  if (same >= manyCalls || (frames.length >= manyCalls && new Set(frames.map(key)).size <= 4))
    return { facts: [`~ in ${inner.function}, which calls itself without end`] }
  const library = frames.find(frame => packageOf(frame.file) !== null)
  const name = inner.own || library === undefined ? null : packageOf(library.file)
  return name === null ? {} : { facts: [`~ in the package ${name}`] }
}

// /srv/app/.venv/lib/python3.12/site-packages/numpy/linalg/_linalg.py
function packageOf(file: string): string | null {
  return /(?:site|dist)-packages[/\\]([\w.-]+?)(?:\.py)?(?:[/\\]|$)/.exec(file)?.[1] ?? null
}

/** The thread that crashed; in a dump of a program that hangs, the first that waits in the reader's own code. */
function threadToShow(threads: readonly Thread[]): Thread | undefined {
  return (
    threads.find(thread => thread.current) ??
    threads.find(thread => thread.frames[0]?.own) ??
    threads.find(thread => thread.frames.some(frame => frame.own)) ??
    threads[0]
  )
}

function tellThread(thread: Thread): string {
  const frame = thread.frames.find(candidate => candidate.own) ?? thread.frames[0]
  const file = frame?.file.slice(frame.file.lastIndexOf('/') + 1) ?? ''
  return `${thread.name}: ${file}:${frame?.line ?? 0} in ${frame?.function ?? ''}`
}
