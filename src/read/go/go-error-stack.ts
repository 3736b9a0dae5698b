// An error followed by the stack that was taken with it: pkg/errors with `%+v`, zap's stacktrace.

import { type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { frameOf, ownFrame, placeOf } from './goroutine-dump.ts'
import { versionIn } from './place.ts'
import { parseStackLine } from './stack-line.ts'

const format = 'go-error-stack'

// main.load     example.com/shop/store.(*DB).Open     main.main.func1
const functionLine = /^[\w%~.*()[\]/@·-]+\.[\w.·()*[\]-]+$/

// \t/home/dev/quotes/main.go:31
const fileLine = /^\s+\S.{0,2000}\.(?:go|s):\d+$/

const clock = /^(?:\d{4}\/\d\d\/\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})? /

function isFunction(line: string): boolean {
  return line.length < 1000 && functionLine.test(line.trim())
}

function readGoErrorStack(lines: Lines, at: number): Block | null {
  const name = lines[at - 1] ?? ''
  if (!isFunction(name)) return null
  const said = (lines[at - 2] ?? '').trim()
  const frames: Frame[] = []
  let version: string | null = null
  let index = at
  while (
    index < lines.length &&
    isFunction(lines[index - 1] ?? '') &&
    fileLine.test((lines[index] ?? '').slice(0, 2100))
  ) {
    const parsed = parseStackLine(lines[index] ?? '')
    if (parsed?.kind !== 'file') break
    frames.push(frameOf((lines[index - 1] ?? '').trim(), parsed.file, parsed.line))
    version ??= versionIn(parsed.file)
    index += 2
  }
  if (frames.length === 0) return null
  const first = said === '' ? at - 1 : at - 2
  const end = index - 1
  const failure = failureOf({
    tool: 'go',
    format,
    message: said === '' ? name.trim() : said.slice(0, 4000).replace(clock, ''),
    place: placeOf(ownFrame(frames)),
    frames,
    version,
    at: { line: first + 1, lines: end - first },
  })
  return { failures: [failure], end }
}

/** The message is the line above the stack, whose functions stand without arguments. */
export const goErrorStack: Reader = {
  format,
  starts: line => (line.startsWith('\t') || line.startsWith('    ')) && fileLine.test(line.slice(0, 2100)),
  read: readGoErrorStack,
}
