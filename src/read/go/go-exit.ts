// The end of a program that said what was wrong itself: a log line before `exit status 1`.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { parsePlace } from './place.ts'

const format = 'go-run'

// exit status 1     signal: killed     signal: segmentation fault (core dumped)
const ending = /^(?:exit status [1-9]\d*|signal: [a-z][a-z ]{2,40}(?: \(core dumped\))?)$/

// 2026/11/23 21:15:37 main.go:14: relay: sql: database is closed     2026/11/23 21:15:37.123456 [ERROR] …
const clock = /^(?:(?:\d{4}\/\d\d\/\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})? )/

// Found 2 data race(s)     FAIL     make: *** [build] Error 1     compilation terminated.
const told =
  /^(?:Found \d+ data race|FAIL\b|PASS$|ok {2}\t|make(?:\[\d+\])?: |={10,}$|--- |=== |# |goroutine |coverage: |\s|compilation terminated)/

function readGoExit(lines: Lines, at: number): Block | null {
  const line = (lines[at] ?? '').trim()
  const end = at + 1
  let above = at - 1
  while (above >= 0 && above > at - 4 && (lines[above] ?? '').trim() === '') above--
  const said = lines[above] ?? ''
  const isKilled = line.startsWith('signal: ')
  if (isKilled) {
    return { failures: [failureOf({ tool: 'go', format, message: line, at: { line: end, lines: 1 } })], end }
  }
  // Where a tool has ended like this, its own format has read what it said.
  if (said.trim() === '' || told.test(said) || ending.test(said)) return null
  const text = said.slice(0, 4000).replace(clock, '').trim()
  const placed = parsePlace(text)
  const failure = failureOf({
    tool: 'go',
    format,
    message: placed?.text || text,
    details: [line],
    place: placed?.place ?? null,
    at: { line: above + 1, lines: end - above },
  })
  return { failures: [failure], end }
}

/**
 * The last log line before `exit status 1`, without Go's log prefix; the place is what `log.Lshortfile` printed. A
 * program that was killed has nothing but its signal.
 */
export const goExit: Reader = {
  format,
  starts: line => line.length < 80 && ending.test(line.trim()),
  read: readGoExit,
}
