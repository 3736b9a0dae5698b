// Reads the stacks of goroutines, whole or cut off at either end, with lines of other streams among them.

import type { Frame } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import type { Lines } from '../reader.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionIn } from './place.ts'
import { parseStackLine } from './stack-line.ts'

export interface Goroutine {
  /** `goroutine 1 [chan receive, 2 minutes]:`; '' for a stack whose head was cut off. */
  readonly header: string
  /** `running`, `chan receive, 2 minutes`; '' where unknown. */
  readonly state: string
  /** Innermost first; what created the goroutine comes last, its function named `created by main.main`. */
  readonly frames: readonly Frame[]
  /** The words that the frames were called with, `0xc000014270, {0x49b058, 0x3}`; '' where the text gives none. */
  readonly args: readonly string[]
  /** How many goroutines it stands for: more than one where the text was condensed. */
  readonly count: number
  /** For how many minutes the longest of them has waited; null where only its own header tells. */
  readonly longest: number | null
}

export interface Dump {
  /** In the order printed. */
  readonly goroutines: readonly Goroutine[]
  /** The first line after the dump; equal to its start when there is none. */
  readonly end: number
  readonly version: string | null
}

const created = 'created by '

/** Builds the frame of a function and the place printed below it. */
export function frameOf(name: string, file: string, line: number): Frame {
  const bare = name.startsWith(created) ? name.slice(created.length) : name
  return { function: name, file, line, own: isOwnFrame(bare, file) }
}

export function isCreator(frame: Frame): boolean {
  return frame.function.startsWith(created)
}

// The lines that begin something else: a dump never goes on behind them.
const beginsAnother =
  /^\s*(?:panic: |fatal error: |WARNING: DATA RACE|(?:Previous )?(?:read|write) at 0x|Traceback \(|=== |--- |FAIL\b|ok {2}\t|# )|^\S{0,12} ?\S{0,20} ?http: panic serving /

/** How many lines of other streams may stand between two lines of a dump. */
const mostForeign = 6

// goroutine 7 [chan send, 5 minutes]: and 99 more like this, up to 12 minutes
const more = / and (\d{1,9}) more like this(?:, up to (\d{1,9}) minutes)?$/

/** What a condensed dump adds to the header of a goroutine that stands for `count` more. */
export function moreLikeThis(count: number, longest: number | null): string {
  return ` and ${count} more like this${longest === null ? '' : `, up to ${longest} minutes`}`
}

interface OpenGoroutine extends Goroutine {
  readonly frames: Frame[]
  readonly args: string[]
}

function openGoroutine(line: string, state: string): OpenGoroutine {
  const [whole = '', others, longest] = more.exec(line) ?? []
  return {
    header: line.slice(0, line.length - whole.length),
    state,
    frames: [],
    args: [],
    count: 1 + Number(others ?? 0),
    longest: longest === undefined ? null : Number(longest),
  }
}

/** Reads the dump that starts on line `at`. */
export function readDump(lines: Lines, at: number): Dump {
  const goroutines: OpenGoroutine[] = []
  let end = at
  let foreign = 0
  let version: string | null = null
  let pending: { name: string; args: string; index: number } | null = null
  const addFrame = (frame: Frame) => {
    const open = goroutines.at(-1) ?? openGoroutine('', '')
    if (goroutines.length === 0) goroutines.push(open)
    open.frames.push(frame)
    open.args.push(pending?.args ?? '')
  }
  for (let index = at; index < lines.length && foreign <= mostForeign; index++) {
    const text = lines[index] ?? ''
    if (text.trim() === '') continue
    const line = parseStackLine(text)
    if (line === null) {
      if (beginsAnother.test(text.slice(0, 80))) break
      foreign++
      continue
    }
    if (line.kind === 'goroutine') {
      // Behind other output, a running goroutine is the next event: a process rarely prints two of them at once.
      if (foreign > 0 && goroutines.length > 0 && line.state.startsWith('running')) break
      goroutines.push(openGoroutine(line.header, line.state))
    }
    if (line.kind === 'function') {
      pending = { name: line.name, args: line.args, index }
      continue
    }
    if (line.kind === 'file') {
      addFrame(frameOf(pending?.name ?? '', line.file, line.line))
      version ??= versionIn(line.file)
    }
    pending = null
    foreign = 0
    end = index + 1
  }
  // The text ends between a function and its place.
  if (pending?.name.includes('.') && end > at && pending.index >= lines.length - 2) {
    addFrame(frameOf(pending.name, '', 0))
    end = pending.index + 1
  }
  return { goroutines, end, version }
}

const panicMarkers = new Set(['panic', 'runtime.gopanic', 'runtime.sigpanic'])

/**
 * The innermost own frame of a stack. Of one that panicked, below the outermost call of `panic`: what stands above
 * are deferred functions that ran afterwards. What created the goroutine counts only when nothing else is own.
 */
export function ownFrame(frames: readonly Frame[]): Frame | null {
  const marker = frames.findLastIndex(frame => panicMarkers.has(frame.function))
  const isOwn = (frame: Frame) => frame.own && frame.line > 0
  const behind = frames.slice(marker + 1)
  return (
    behind.find(frame => isOwn(frame) && !isCreator(frame)) ??
    frames.find(frame => isOwn(frame) && !isCreator(frame)) ??
    behind.find(isOwn) ??
    null
  )
}

export function placeOf(frame: Frame | null): Position | null {
  return frame === null ? null : { file: frame.file, line: frame.line, column: null, unit: 'bytes' }
}
