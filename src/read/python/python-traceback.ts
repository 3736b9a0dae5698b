// Reads CPython's and PyPy's tracebacks, version 2.7 to 3.15, whole or cut off, and exceptions that stand alone.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { isBareException } from './exception-line.ts'
import { tracebackFormat } from './failure-of-traceback.ts'
import { parseFrameLine } from './frame-line.ts'
import { readChain } from './read-chain.ts'
import { readLoggingError } from './read-logging-error.ts'
import { foldInto } from './relate-chain.ts'
import { headerText, parseTracebackHeader } from './traceback-header.ts'

/** Lines that say where an exception surfaced; its traceback follows within a few lines. */
const surfacings: readonly RegExp[] = [
  // Exception in thread worker-1:, Exception in callback fail()
  /(?:^|[\s:])(Exception in (?:thread|threading|callback|default|ASGI|worker)\b.{0,400})$/,
  // Exception ignored in: <function Client.__del__ at 0x7f4e17f17420>, Exception ignored while calling deallocator …
  /^\s*(Exception ignored .{0,1000})$/,
  // Task exception was never retrieved
  /(?:^|[\s:])((?:Task|Future) exception was never retrieved)\s*$/,
  // Process SpawnPoolWorker-1:, Exception in initializer:, unhandled exception during asyncio.run() shutdown
  /^\s*(Process \w{0,40}(?:Process|Worker)-[\d:]{1,20}:)\s*$/,
  /(?:^|[\s:])(Exception in initializer:|unhandled exception during asyncio\.run\(\) shutdown)\s*$/,
  // Error in atexit._run_exitfuncs:, Error in sys.excepthook:
  /^\s*(Error in (?:atexit\._run_exitfuncs|sys\.excepthook|sys\.unraisablehook):)\s*$/,
]

/** How far below such a line the traceback may begin: `future: <Task …>` stands between. */
const reach = 6

function surfacingOf(line: string): string | null {
  if (line.length > 2000 || !/Exception i|exception (?:was never|during)|Error in |Process /.test(line))
    return null
  for (const pattern of surfacings) {
    const said = pattern.exec(line)?.[1]
    if (said !== undefined) return said.trimEnd()
  }
  return null
}

/** Reads the block below a line that says where the exception surfaced; that line becomes its consequence. */
function readSurfacing(lines: Lines, at: number, said: string): Block | null {
  const details: string[] = []
  for (let index = at + 1; index < lines.length && index <= at + reach; index++) {
    const line = lines[index] ?? ''
    if (!parseTracebackHeader(line) && !parseFrameLine(line) && !isBareException(line)) {
      details.push(line.trim())
      continue
    }
    const block = readBlock(lines, index)
    const [root, ...others] = block?.failures ?? []
    if (!block || !root) return null
    const surfacing = failureOf({
      tool: 'python',
      format: tracebackFormat,
      message: said,
      details,
      at: { line: at + 1, lines: index - at },
    })
    return { failures: [foldInto(root, surfacing), ...others], end: block.end }
  }
  return null
}

function readBlock(lines: Lines, at: number): Block | null {
  const line = lines[at] ?? ''
  const header = parseTracebackHeader(line)
  if (header) return readChain(lines, at, header.chainMargin) ?? { failures: [], end: at + 1 }
  const frame = parseFrameLine(line)
  if (frame) {
    if (frame.function === null) return null
    return (
      readChain(lines, at, line.slice(0, Math.max(0, frame.indent - 2))) ?? {
        failures: [],
        end: endOfFrames(lines, at),
      }
    )
  }
  return readChain(lines, at, '')
}

/** Frames that no exception follows, as in a log of stacks: passed over in one step, so that time stays linear. */
function endOfFrames(lines: Lines, at: number): number {
  let end = at + 1
  while (end < lines.length && /^\s+\S/.test(lines[end] ?? '')) end++
  return end
}

function mayStart(line: string): boolean {
  return (
    line.includes(headerText) ||
    line.includes('--- Logging error ---') ||
    (line.includes('File "') && parseFrameLine(line) !== null) ||
    surfacingOf(line) !== null ||
    /^[\w.]*RemoteTraceback:/.test(line) ||
    isBareException(line)
  )
}

function read(lines: Lines, at: number): Block | null {
  const line = lines[at] ?? ''
  if (line.includes('--- Logging error ---')) return readLoggingError(lines, at)
  const said = surfacingOf(line)
  return said === null ? readBlock(lines, at) : readSurfacing(lines, at, said)
}

/** Tracebacks; a chain becomes its root failure with the rest as consequences, a group one failure a leaf. */
export const pythonTraceback: Reader = { format: tracebackFormat, starts: mayStart, read }
