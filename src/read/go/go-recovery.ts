// Panics that gin's recovery middleware has caught and logged, in a shape of its own.

import { type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { ownFrame, placeOf } from './goroutine-dump.ts'
import { isOwnFrame } from './own-frame.ts'
import { filePath, versionIn } from './place.ts'

const format = 'go-recovery'

// 2026/11/27 12:24:47 [Recovery] 2026/11/27 - 12:24:47 panic recovered:
const heading = 'panic recovered:'

// /home/dev/ginapp/main.go:15 (0x6605a7)
const fileLine = /^(\S.{0,1000}\.(?:go|s)):(\d{1,9}) \(0x[0-9a-f]+\)$/
// \tgetOrder: c.JSON(200, order.ID)     \t(*Context).Next: c.handlers[c.index](c)
const sourceLine = /^\s+(\S{1,300}): (.*)$/

/** The request that gin prints before the value, in debug mode only, ends with a blank line. */
const mostLines = 60

function findFrames(lines: Lines, from: number): number | null {
  for (let index = from; index < Math.min(lines.length, from + mostLines); index++) {
    if (fileLine.test((lines[index] ?? '').slice(0, 1100))) return index
  }
  return null
}

function readFrames(lines: Lines, from: number): { frames: readonly Frame[]; end: number } {
  const frames: Frame[] = []
  let index = from
  while (index < lines.length) {
    const [, printed, line] = fileLine.exec((lines[index] ?? '').slice(0, 1100)) ?? []
    if (printed === undefined) break
    const file = filePath(printed)
    const [, name = '', source] = sourceLine.exec((lines[index + 1] ?? '').slice(0, 2000)) ?? []
    // The names have no package, so the file alone tells whose it is.
    const frame = { function: name, file, line: Number(line), own: isOwnFrame('', file) }
    frames.push(source === undefined ? frame : { ...frame, source })
    index += name === '' ? 1 : 2
  }
  return { frames, end: index }
}

function readGoRecovery(lines: Lines, at: number): Block | null {
  const start = findFrames(lines, at + 1)
  if (start === null) return null
  let above = start - 1
  while (above > at && (lines[above] ?? '').trim() === '') above--
  if (above === at) return null
  // A value of several lines: its first one stands below the heading or below the request's blank line.
  let first = above
  while (first - 1 > at && (lines[first - 1] ?? '').trim() !== '') first--
  const { frames, end } = readFrames(lines, start)
  const failure = failureOf({
    tool: 'go',
    format,
    message: (lines[first] ?? '').trim().slice(0, 4000),
    details: lines.slice(first + 1, above + 1).map(line => line.trim()),
    place: placeOf(ownFrame(frames)),
    frames,
    version: frames.map(frame => versionIn(frame.file)).find(version => version !== null) ?? null,
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** The message is the panic's value, without `panic: ` as gin prints none. */
export const goRecovery: Reader = {
  format,
  starts: line => line.includes(heading) && line.length < 1000 && line.trimEnd().endsWith(heading),
  read: readGoRecovery,
}
