// A structured log record: the texts in it that tell of a failure, as the lines that would have been printed.

import { goStackLines, isBareStack } from './go-stack.ts'
import { isRecord } from './is-record.ts'
import { pythonFrameLines, pythonStackLines } from './python-stack.ts'
import { isTelling } from './telling.ts'

interface Field {
  readonly key: string
  readonly lines: readonly string[]
  /** The object that it is a field of. */
  readonly beside: unknown
}

export interface RecordTexts {
  /** Whole texts of more than one line, each to be read by itself: tracebacks, goroutine dumps, a tool's output. */
  readonly blocks: readonly (readonly string[])[]
  /** What else the record says, a line each: the message and the error. */
  readonly said: readonly string[]
}

/** Where loggers put the message, and where the error, most telling first. */
const messageKeys = ['msg', 'message', 'event', 'MESSAGE', 'textPayload', '@m', 'log']
const errorKeys = ['error', 'err', 'panic', 'recovered', 'exception', 'exc', 'reason', 'cause']

/** Where the output of a program stands, even when it is one line. */
export const outputKeys: ReadonlySet<string> = new Set([
  'output',
  'stderr',
  'stdout',
  'stack',
  'stacktrace',
  'stack_trace',
  'traceback',
  'exc_info',
  'text',
])

/** How deep fields may nest: loguru's `record.exception.value`, slog's groups. */
const deepest = 4

export function readRecord(record: Readonly<Record<string, unknown>>): RecordTexts | null {
  const message = firstText(record, messageKeys)
  const error = firstText(record, errorKeys)
  const found: Field[] = []
  collect(record, '', null, 0, found)
  if (message === null && error === null && found.length === 0) return null
  const panicked = 'panic' in record || 'recovered' in record
  // Zap adds where the line was logged; where another field has the stack of the failure itself, that tells more.
  const told = found.filter(
    ({ key, lines }) => found.length === 1 || key !== 'stacktrace' || !isBareStack(lines),
  )
  const blocks = told.map(({ lines, beside }) =>
    goStackLines(pythonFrameLines(lines, beside), { message, error, panicked }),
  )
  // Beside a text that tells all, the message and the error would only say it again.
  if (blocks.some(lines => isTelling(lines.slice(0, 60).join('\n')))) return { blocks, said: [] }
  const said: string[] = []
  for (const text of [message, error]) {
    if (text === null || (text === '' && text !== message) || text.includes('\n')) continue
    if (!blocks.some(lines => lines.some(line => line.includes(text)))) said.push(text)
  }
  return { blocks, said }
}

function firstText(record: Readonly<Record<string, unknown>>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = record[key]
    if (typeof value === 'string') return value
    // {"error":{"type":"KeyError","message":"'id'"}}
    if (isRecord(value) && typeof value.message === 'string') return value.message
  }
  return null
}

function collect(value: unknown, key: string, beside: unknown, depth: number, found: Field[]): void {
  if (typeof value === 'string') {
    if (value.includes('\n') || outputKeys.has(key)) {
      const lines = value.split('\n')
      while (lines.at(-1) === '') lines.pop()
      if (lines.length > 1 || (lines.length === 1 && outputKeys.has(key))) found.push({ key, lines, beside })
    }
    return
  }
  if (typeof value !== 'object' || value === null || depth >= deepest) return
  const lines = Array.isArray(value) ? (pythonStackLines(value) ?? zerologStackLines(value)) : null
  if (lines) {
    found.push({ key, lines, beside })
    return
  }
  for (const [name, field] of Object.entries(value)) {
    // Local variables that structlog shows with each frame are no output.
    if (name !== 'locals') collect(field, name, value, depth + 1, found)
  }
}

// "stack":[{"func":"load","line":"38","source":"main.go"}]
function zerologStackLines(frames: readonly unknown[]): readonly string[] | null {
  const lines: string[] = []
  for (const frame of frames) {
    if (!isRecord(frame) || typeof frame.func !== 'string' || typeof frame.source !== 'string') return null
    // pkgerrors leaves out the package.
    lines.push(
      frame.func.includes('.') ? frame.func : `(...).${frame.func}`,
      `\t${frame.source}:${String(frame.line)}`,
    )
  }
  return lines.length > 0 ? lines : null
}
