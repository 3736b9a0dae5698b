// Reports of the race detector.

import { type Failure, type Frame, failureOf, type StackGroup } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { frameOf, ownFrame, placeOf } from './goroutine-dump.ts'
import { shortPlace } from './group-goroutines.ts'
import { versionIn } from './place.ts'
import { type Access, raceFact } from './race-kind.ts'
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

/** Two accesses and where their goroutines were started; some more where another report was mixed in. */
const mostSections = 8

const isPrevious = (heading: string) => heading.startsWith('Previous ')

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
    if (line === title || sections.length > mostSections) break
    if (access.test(line)) {
      // Two accesses are a report; a third one begins the next.
      if (sections.length > 0 && (!isPrevious(line) || sections.length > 1)) break
      sections.push({ heading: line, frames: [] })
    } else if (creation.test(line)) sections.push({ heading: line, frames: [] })
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
function shortPlaceOf(frames: readonly Frame[]): readonly string[] {
  const frame = ownFrame(frames)
  if (frame === null) return []
  return [`${frame.function}() ${shortPlace(frame)}`]
}

// by goroutine 7:     by main goroutine:     Goroutine 7 (running) created at:
const goroutineOf = /(?:by g|^G)oroutine (\d+)/

/** Where the goroutine of an access was started; null for the main goroutine. */
function startOf(section: Section, sections: readonly Section[]): Frame | null {
  const number = goroutineOf.exec(section.heading)?.[1]
  if (number === undefined) return null
  const start = sections.find(
    other => creation.test(other.heading) && goroutineOf.exec(other.heading)?.[1] === number,
  )
  return start === undefined ? null : (ownFrame(start.frames) ?? start.frames[0] ?? null)
}

// Previous write at 0x00c000016270 by     Atomic read at 0x00c000016270 by     Write of size 8 at 0x…
const accessLine = /^((?:previous )?(?:atomic )?(?:read|write)) (?:of size \d+ )?at (0x[0-9a-f]+)/i

function accessOf(section: Section | undefined, sections: readonly Section[]): Access | null {
  if (section === undefined) return null
  const [, what = '', address = ''] = accessLine.exec(section.heading) ?? []
  const own = ownFrame(section.frames) ?? section.frames[0]
  if (own === undefined) return null
  return {
    writes: what.toLowerCase().endsWith('write'),
    address,
    frames: section.frames,
    own,
    startedAt: startOf(section, sections),
  }
}

function stackOf(section: Section, sections: readonly Section[]): StackGroup {
  const state = accessLine.exec(section.heading)?.[1] ?? section.heading
  return { state, count: 1, minutes: null, frames: section.frames, startedAt: startOf(section, sections) }
}

function readGoRace(lines: Lines, at: number): Block | null {
  const isWhole = (lines[at] ?? '').trim() === title
  const { sections, end, version } = readReport(lines, isWhole ? at + 1 : at)
  const accesses = sections.filter(section => access.test(section.heading))
  if (accesses.length === 0 && !isWhole) return null
  const details = sections.flatMap(section => [section.heading, ...shortPlaceOf(section.frames)])
  const [first, second] = [accessOf(accesses[0], sections), accessOf(accesses[1], sections)]
  const fact = raceFact(first, second)
  const starts = accesses.map(section => startOf(section, sections))
  const own =
    ownFrame(accesses[0]?.frames ?? []) ??
    ownFrame(accesses[1]?.frames ?? []) ??
    starts.find(frame => frame?.own === true) ??
    null
  const last = Math.max(end, at + 1)
  const failure: Failure = failureOf({
    tool: 'go',
    format,
    message: title,
    details,
    place: placeOf(own),
    frames: accesses.flatMap(section => section.frames),
    facts: [fact],
    ...(accesses.length === 0 ? {} : { stacks: accesses.map(section => stackOf(section, sections)) }),
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
