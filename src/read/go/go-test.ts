// Failed tests, benchmarks, examples and fuzz targets of go test.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { parsePlace } from './place.ts'
import { linesAbove, linesBelow } from './test-section.ts'

const format = 'go-test'
const mostDetails = 120

// --- FAIL: TestTotal/one (0.00s)     --- FAIL: BenchmarkTotal     --- FAIL: TestA (0.10 seconds)
const verdict = /^\s*(--- FAIL: (\S+))(?: \([\d.]+ ?s(?:econds)?\))?$/

// FAIL	example.com/shop [build failed]     FAIL    package/name [setup failed]
const notRun = /^FAIL\s+\S+ \[(?:build|setup) failed\]$/

const noTests = 'testing: warning: no tests to run'

// got:     what an example printed stands at the margin
const exampleHead = /^got:$/
const exampleEnd = /^(?:FAIL\b|--- |=== |ok {2}\t|exit status \d|PASS$|panic: )/

/** The place of the first message that is the reader's own: `slug_test.go:16` */
function placeIn(messages: readonly string[]): Position | null {
  for (const message of messages) {
    const place = parsePlace(message)?.place
    if (place !== undefined && place.file !== 'testing.go' && place.file.endsWith('.go')) return place
  }
  return null
}

//     --- PASS: TestTotal/none (0.00s)     of subtests that stand among the failed ones
function skipPassed(lines: Lines, from: number): number {
  let index = from
  while (/^\s+--- (?:PASS|SKIP): /.test(lines[index] ?? '')) index++
  return index
}

//         	Error:      	Not equal:      of testify, which lays out its messages with tabs
function withoutTabs(line: string): string {
  return line
    .split('\t')
    .map(part => part.trim())
    .filter(part => part !== '')
    .join(' ')
}

interface One {
  readonly failure: Failure
  readonly end: number
  readonly isLeaf: boolean
}

function readVerdict(lines: Lines, at: number): One | null {
  const [, message, name] = verdict.exec((lines[at] ?? '').slice(0, 1000)) ?? []
  if (message === undefined || name === undefined) return null
  let end = linesBelow(lines, at)
  if (exampleHead.test(lines[end] ?? '') && end === at + 1) {
    while (end < lines.length && end - at < mostDetails && !exampleEnd.test(lines[end] ?? '')) end++
  }
  const below = lines.slice(at + 1, end)
  const messages = (below.some(line => line.trim() !== '') ? below : linesAbove(lines, at, name))
    .map(withoutTabs)
    .filter(line => line !== '')
  const failure = failureOf({
    tool: 'go',
    format,
    message,
    details: messages.slice(0, mostDetails),
    place: placeIn(messages),
    at: { line: at + 1, lines: end - at },
  })
  const next = /^\s+--- FAIL: /.test(lines[skipPassed(lines, end)] ?? '') && messages.length === 0
  return { failure, end, isLeaf: !next }
}

/** A verdict with those of its subtests below: a parent that only says so is a consequence of the first one. */
function readVerdicts(lines: Lines, at: number): Block | null {
  const failures: Failure[] = []
  const parents: Failure[] = []
  let index = at
  do {
    const one = readVerdict(lines, index)
    if (one === null) break
    if (one.isLeaf) failures.push({ ...one.failure, consequences: parents.splice(0).reverse() })
    else parents.push(one.failure)
    index = skipPassed(lines, one.end)
  } while (/^\s+--- FAIL: /.test(lines[index] ?? ''))
  return failures.length === 0 ? null : { failures, end: index }
}

function readGoTest(lines: Lines, at: number): Block | null {
  const line = (lines[at] ?? '').trim()
  if (line === noTests || notRun.test(line)) {
    return {
      failures: [failureOf({ tool: 'go', format, message: line, at: { line: at + 1, lines: 1 } })],
      end: at + 1,
    }
  }
  return readVerdicts(lines, at)
}

/**
 * `--- FAIL: TestX`, without its duration; what the test said is in the details, the place is that of its first message.
 * `FAIL pkg [build failed]` is read as well: alone, it is all there is to explain.
 */
export const goTest: Reader = {
  format,
  starts: line => {
    if (line.startsWith('FAIL')) return notRun.test(line.slice(0, 1000).trimEnd())
    if (line.startsWith('testing: ')) return line.trimEnd() === noTests
    return line.includes('--- FAIL: ') && verdict.test(line.slice(0, 1000))
  },
  read: readGoTest,
}
