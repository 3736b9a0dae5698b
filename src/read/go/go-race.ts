// Reports of the race detector.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { frameOf, ownFrame, placeOf } from './goroutine-dump.ts'
import { versionIn } from './place.ts'
import { parseStackLine } from './stack-line.ts'

const format = 'go-race'
const title = 'WARNING: DATA RACE'

/** One of the stacks of a report, with the line that says whose it is. */
interface Section {
  readonly heading: string
  readonly frames: Frame[]
}

// Read at 0x00c000016270 by goroutine 7:     Previous write at 0x00c000016270 by main goroutine:
// Write of size 8 at …: older reports     Atomic read at …
const access = /^(?:Previous )?(?:atomic )?(?:read|write) (?:of size \d+ )?at 0x[0-9a-f]+ by .{1,80}:$/i
// Goroutine 7 (running) created at:     Goroutine 8 (finished) created at:
const creation = /^(?:Main g|G)oroutine(?: \d+)?(?: \(\w+\))? created at:$/
// ==================
const rule = /^={10,}$/

/** How many lines of other streams may stand between two lines of a report. */
const mostForeign = 10

interface Report {
  readonly sections: readonly Section[]
  readonly end: number
  readonly version: string | null
}

function readReport(lines: Lines, at: number): Report {
  const sections: Section[] = []
  let end = at
  let foreign = 0
  let functionName = ''
  let version: string | null = null
  for (let index = at; index < lines.length && foreign <= mostForeign; index++) {
    const line = (lines[index] ?? '').slice(0, 2000).trim()
    if (line === '') continue
    if (rule.test(line)) return { sections, end: index + 1, version }
    if (line === title) break
    if (access.test(line) || creation.test(line)) sections.push({ heading: line, frames: [] })
    else {
      const parsed = parseStackLine(line)
      if (parsed?.kind === 'function') {
        functionName = parsed.name
        continue
      }
      // `failed to restore the stack`, or output of the program itself
      if (parsed?.kind !== 'file') {
        foreign++
        continue
      }
      sections.at(-1)?.frames.push(frameOf(functionName, parsed.file, parsed.line))
      version ??= versionIn(parsed.file)
      functionName = ''
    }
    foreign = 0
    end = index + 1
  }
  return { sections, end, version }
}

/** `main.(*Server).watch() server.go:12`, of the innermost own frame. */
function shortPlace(frames: readonly Frame[]): readonly string[] {
  const frame = ownFrame(frames)
  if (frame === null) return []
  return [`${frame.function}() ${frame.file.slice(frame.file.lastIndexOf('/') + 1)}:${frame.line}`]
}

function readGoRace(lines: Lines, at: number): Block | null {
  const isWhole = (lines[at] ?? '').trim() === title
  const { sections, end, version } = readReport(lines, isWhole ? at + 1 : at)
  const accesses = sections.filter(section => access.test(section.heading))
  if (accesses.length === 0 && !isWhole) return null
  const details = sections.flatMap(section => [section.heading, ...shortPlace(section.frames)])
  const own = ownFrame(accesses[0]?.frames ?? []) ?? ownFrame(accesses[1]?.frames ?? [])
  const last = Math.max(end, at + 1)
  const failure: Failure = failureOf({
    tool: 'go',
    format,
    message: title,
    details,
    place: placeOf(own),
    frames: accesses.flatMap(section => section.frames),
    version,
    at: { line: at + 1, lines: last - at },
  })
  return { failures: [failure], end: last }
}

/**
 * `WARNING: DATA RACE`. Details are the headings of its stacks, each followed by the stack's own place; frames are the
 * first access's and then the previous one's; the place is the first access's.
 */
export const goRace: Reader = {
  format,
  starts: line => {
    if (line.includes(title)) return line.trim() === title
    return line.includes(' at 0x') && access.test(line.trim().slice(0, 200))
  },
  read: readGoRace,
}
