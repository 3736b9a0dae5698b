// Goroutines with equal stacks, counted; and how they are named in one line.

import type { Frame, StackGroup } from '../../model/failure.ts'
import { type Goroutine, isCreator, ownFrame } from './goroutine-dump.ts'
import { readWait, type Wait } from './goroutine-wait.ts'
import { systemStack } from './stack-line.ts'

/** Goroutines that stand at the same places, started by the same statement. */
export interface GoroutineGroup {
  readonly wait: Wait
  /** Innermost first, without what created them. */
  readonly frames: readonly Frame[]
  readonly startedAt: Frame | null
  /** The innermost own frame; null when the reader's own code only started them, or is not there at all. */
  readonly own: Frame | null
  readonly count: number
  /** Minutes that the longest of them has waited. */
  readonly minutes: number | null
  /** Those that were read one by one, the first ones only. */
  readonly members: readonly Goroutine[]
}

/** So many of a group are kept to be compared with others. */
const mostMembers = 64

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

function keyOf({ kind, state }: Wait, frames: readonly Frame[]): string {
  return `${kind === 'other' ? state : kind}\n${frames.map(f => `${f.function} ${f.file}:${f.line}`).join('\n')}`
}

/** The goroutines of a dump in groups, in the order in which each group was first printed. */
export function groupGoroutines(goroutines: readonly Goroutine[]): readonly GoroutineGroup[] {
  const groups = new Map<
    string,
    GoroutineGroup & { members: Goroutine[]; count: number; minutes: number | null }
  >()
  for (const goroutine of goroutines) {
    if (goroutine.header === systemStack || goroutine.frames.length === 0) continue
    const wait = readWait(goroutine.state, goroutine.frames)
    const key = keyOf(wait, goroutine.frames)
    const minutes = later(wait.minutes, goroutine.longest)
    const group = groups.get(key)
    if (group !== undefined) {
      group.count += goroutine.count
      group.minutes = later(group.minutes, minutes)
      if (group.members.length < mostMembers) group.members.push(goroutine)
      continue
    }
    const own = ownFrame(goroutine.frames)
    const last = goroutine.frames.at(-1)
    groups.set(key, {
      wait,
      frames: goroutine.frames.filter(frame => !isCreator(frame)),
      startedAt: last !== undefined && isCreator(last) ? last : null,
      own: own === null || isCreator(own) ? null : own,
      count: goroutine.count,
      minutes,
      members: [goroutine],
    })
  }
  return [...groups.values()]
}

/** How many groups and how many frames of each a failure carries. */
const mostGroups = 60
const mostFrames = 40

/**
 * The groups as a failure carries them: `first` first, then those with own code, the largest first. What the runtime
 * and libraries started for themselves is left out as long as there is anything else.
 */
export function stacksOf(
  groups: readonly GoroutineGroup[],
  first: GoroutineGroup | null,
): readonly StackGroup[] {
  const isOwn = (group: GoroutineGroup) => group.own !== null || group.startedAt?.own === true
  const own = groups.filter(isOwn)
  const shown = (own.length > 0 ? own : groups).filter(({ frames }) => frames.length > 0)
  return [...shown]
    .sort(
      (a, b) =>
        Number(b === first) - Number(a === first) ||
        Number(b.own !== null) - Number(a.own !== null) ||
        b.count - a.count,
    )
    .slice(0, mostGroups)
    .map(({ wait, count, minutes, frames, startedAt }) => ({
      state: wait.state,
      count,
      minutes,
      frames: frames.slice(0, mostFrames),
      startedAt:
        startedAt === null ? null : { ...startedAt, function: startedAt.function.slice(startedBy.length) },
    }))
}

const startedBy = 'created by '

/** `pool.(*Pool).Run.func1` of `example.com/mail/pool.(*Pool).Run.func1`. */
export function shortName(functionName: string): string {
  const name = functionName.startsWith(startedBy) ? functionName.slice(startedBy.length) : functionName
  const bracket = name.search(/[[(]/)
  const path = bracket === -1 ? name : name.slice(0, bracket)
  return name.slice(path.lastIndexOf('/') + 1)
}

/** `pool.go:28` */
export function shortPlace({ file, line }: Frame): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`
}
