// What one line of a log says: the error that it carries, and where the program wrote it.

import type { Position } from '../model/position.ts'
import { parsePlace } from './go/place.ts'

export interface LogLine {
  readonly message: string
  /** The line that wrote it, where the log tells it. */
  readonly place: Position | null
}

/** A longer line is a payload; it is not taken apart. */
const longestLine = 8000

// 2026/11/23 21:16:28 main.go:41: sync failed: dial tcp 127.0.0.1:5432: connect: connection refused
const clock = /^(?:\d{4}\/\d\d\/\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})? /

// time=2026-11-27T10:00:00Z level=ERROR source=/app/main.go:31 msg="sync failed" err="Get \"http://127.0.0.1:9/\": EOF"
const quotedError = /(?:^|\s)err(?:or)?="((?:[^"\\]|\\.){1,2000})"/
const sourceField = /(?:^|\s)(?:source|caller|file)="?([^\s"=]{1,500}\.go:\d{1,9})"?(?=\s|$)/

/**
 * The error of a line in key=value form, which is quoted there; the text behind the file and line that Go's
 * `log.Lshortfile` prints; else the line itself. Takes linear time.
 */
export function readLogLine(line: string): LogLine {
  const whole = { message: line.trim(), place: null }
  if (line.length > longestLine) return whole
  const [, quoted] = quotedError.exec(line) ?? []
  if (quoted !== undefined) {
    const [, source = ''] = sourceField.exec(line) ?? []
    return {
      message: quoted.replace(/\\(["\\])/g, '$1').trim(),
      place: parsePlace(`${source}: `)?.place ?? null,
    }
  }
  if (!clock.test(line)) return whole
  const placed = parsePlace(line.replace(clock, ''))
  return placed === null || placed.text === '' ? whole : { message: placed.text, place: placed.place }
}
