// A goroutine profile as text, `/debug/pprof/goroutine?debug=1`: equal stacks stand there once, with their number.

import { type Frame, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { findDumpFact } from './dump-facts.ts'
import { frameOf, type Goroutine, ownFrame, placeOf } from './goroutine-dump.ts'
import { groupGoroutines, stacksOf } from './group-goroutines.ts'
import { filePath, versionIn } from './place.ts'

const format = 'goroutine-profile'

// goroutine profile: total 100002
const heading = /^goroutine profile: total \d{1,9}$/
// 93000 @ 0x47db8e 0x41491c 0x414517
const stack = /^(\d{1,9}) @(?: 0x[0-9a-f]{1,16}){1,200}$/
// #	0x4d9ca4	main.(*client).deliver+0x24	/srv/shop/main.go:34
const frame = /^#\s+0x[0-9a-f]{1,16}\s+(\S.{0,1000})\+0x[0-9a-f]{1,16}\s+(\S.{0,1000}):(\d{1,9})$/

interface Profile {
  readonly goroutines: readonly Goroutine[]
  readonly end: number
}

function readStacks(lines: Lines, from: number): Profile {
  const goroutines: (Goroutine & { readonly frames: Frame[]; readonly args: string[] })[] = []
  let index = from
  for (; index < lines.length; index++) {
    const line = (lines[index] ?? '').slice(0, 5000).trim()
    // # labels: {"handler":"orders"}
    if (line === '' || line.startsWith('# labels:')) continue
    const count = stack.exec(line)?.[1]
    if (count !== undefined) {
      goroutines.push({ header: line, state: '', frames: [], args: [], count: Number(count), longest: null })
      continue
    }
    const [, name, file, number] = frame.exec(line) ?? []
    const open = goroutines.at(-1)
    if (name === undefined || file === undefined || open === undefined) break
    open.frames.push(frameOf(name, filePath(file), Number(number)))
    open.args.push('')
  }
  return { goroutines, end: index }
}

function readGoroutineProfile(lines: Lines, at: number): Block | null {
  const { goroutines, end } = readStacks(lines, at + 1)
  const groups = groupGoroutines(goroutines)
  if (groups.length === 0) return null
  const fact = findDumpFact(groups)
  const first = fact?.group ?? groups.find(({ own }) => own !== null) ?? groups[0] ?? null
  const frames = first?.frames ?? []
  const failure = failureOf({
    tool: 'go',
    format,
    message: (lines[at] ?? '').trim(),
    place: placeOf(fact?.frame ?? ownFrame(frames)),
    frames,
    ...(fact === null ? {} : { facts: [fact.text] }),
    stacks: stacksOf(groups, first),
    version: frames.map(({ file }) => versionIn(file)).find(version => version !== null) ?? null,
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** The message is the heading; the frames are those of the stack that most stand in. States are not printed. */
export const goroutineProfile: Reader = {
  format,
  starts: line => line.startsWith('goroutine profile: ') && heading.test(line.trim()),
  read: readGoroutineProfile,
}
