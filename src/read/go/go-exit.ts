// The end of a program that said what was wrong itself: a log line before `exit status 1`, or the last one of a log.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { parsePlace } from './place.ts'

const format = 'go-run'

// exit status 1     signal: killed     signal: segmentation fault (core dumped)
const ending = /^(?:exit status [1-9]\d*|signal: [a-z][a-z ]{2,40}(?: \(core dumped\))?)$/

// 2026/11/23 21:15:37 main.go:14: relay: sql: database is closed     21:15:37.123456 relay: …
const clock = /^(?:\d{4}\/\d\d\/\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})? /
const date = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/

// 2026/11/23 21:16:03 /home/dev/signup/user.go:17 constraint failed: UNIQUE constraint failed: users.email (2067)
// and below it: [0.261ms] [rows:0] INSERT INTO `users` …
const gorm = /^((?:[A-Za-z]:)?[^\s:]{1,500}\.go):(\d{1,9}) (\S.*)$/
const gormQuery = /^\[[\d.]+m?s\] \[rows:/

// Found 2 data race(s)     FAIL     make: *** [build] Error 1     compilation terminated.
const told =
  /^(?:Found \d+ data race|FAIL\b|PASS$|ok {2}\t|make(?:\[\d+\])?: |={10,}$|--- |=== |# |goroutine |coverage: |\s|compilation terminated)/

// strconv.Atoi: parsing "100 ": invalid syntax     dial tcp 127.0.0.1:43281: socket: too many open files
const saysError =
  /: .*\b(?:error|fail(?:ed|ure)?|cannot|can't|could not|invalid|no such|not found|refused|denied|timed? ?out|exceeded|cancell?ed|closed|unexpected|too many|missing|unknown|reset|EOF|broken|panic|unsupported|overflow|out of range|already|violat\w+|not permitted|unreachable|expired|untrusted)\b/i

// cache: no error rows found key=5     done: 0 errors
const saysNoError = /\b(?:no|without|0) (?:error|fail)/i

const longestLine = 4000

/** The failure that a log line states, without Go's log prefix. */
function failureFrom(line: string, at: number, end: number, details: readonly string[]): Failure {
  const text = line.slice(0, longestLine).replace(clock, '').trim()
  const placed = parsePlace(text)
  return failureOf({
    tool: 'go',
    format,
    message: placed?.text || text,
    details,
    place: placed?.place ?? null,
    at: { line: at + 1, lines: end - at },
  })
}

function readEnding(lines: Lines, at: number): Block | null {
  const line = (lines[at] ?? '').trim()
  const end = at + 1
  if (line.startsWith('signal: ')) {
    const failure = failureOf({ tool: 'go', format, message: line, at: { line: end, lines: 1 } })
    return { failures: [failure], end }
  }
  let above = at - 1
  while (above >= 0 && above > at - 4 && (lines[above] ?? '').trim() === '') above--
  const said = lines[above] ?? ''
  // Where a tool has ended like this, its own format has read what it said.
  if (said.trim() === '' || told.test(said) || ending.test(said)) return null
  // A panic ends like this as well, and what stands above may be of another stream.
  if (saysNoError.test(said) || (line !== 'exit status 1' && !saysError.test(said))) return null
  return { failures: [failureFrom(said, above, end, [line])], end }
}

function readGormError(lines: Lines, at: number): Block | null {
  const query = (lines[at + 1] ?? '').trim()
  if (!gormQuery.test(query)) return null
  const text = (lines[at] ?? '').slice(0, longestLine).replace(clock, '')
  const [, file, line, message] = gorm.exec(text) ?? []
  if (file === undefined || message === undefined || /^SLOW SQL/.test(message)) return null
  const place = { file, line: Number(line), column: null, unit: 'bytes' } as const
  const details = [query.slice(0, longestLine)]
  const failure = failureOf({ tool: 'go', format, message, details, place, at: { line: at + 1, lines: 2 } })
  return { failures: [failure], end: at + 2 }
}

/** A log that ends with an error: `log.Fatal` of a program that was not started by `go run`. */
function readLastLine(lines: Lines, at: number): Block | null {
  const line = (lines[at] ?? '').slice(0, longestLine)
  if (!saysError.test(line) || saysNoError.test(line)) return null
  for (let index = at + 1; index < lines.length; index++) {
    if ((lines[index] ?? '').trim() !== '') return null
  }
  return { failures: [failureFrom(line, at, at + 1, [])], end: at + 1 }
}

function readGoExit(lines: Lines, at: number): Block | null {
  if (date.test(lines[at] ?? '')) return readGormError(lines, at) ?? readLastLine(lines, at)
  return readEnding(lines, at)
}

/**
 * The last log line before `exit status 1` or of the text, without Go's log prefix; the place is what
 * `log.Lshortfile` printed. A program that was killed has nothing but its signal.
 */
export const goExit: Reader = {
  format,
  starts: line => {
    const first = line.charCodeAt(0)
    if (first >= 0x30 && first <= 0x39) return date.test(line)
    return line.length < 80 && ending.test(line.trim())
  },
  read: readGoExit,
}
