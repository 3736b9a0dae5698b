// For tests only: reads a captured output and tells its failures in short lines that a case table can hold.

import { readFileSync } from 'node:fs'
import type { Failure } from '../../model/failure.ts'
import { pythonReaders } from './readers.ts'
import { relatePython } from './relate.ts'

/** The failures of a whole text, by all Python readers, as the pipeline reads them. */
export function readPython(text: string): readonly Failure[] {
  const lines = text.split(/\r?\n/)
  const failures: Failure[] = []
  let at = 0
  while (at < lines.length) {
    let end = at + 1
    for (const reader of pythonReaders) {
      const block = reader.starts(lines[at] ?? '') ? reader.read(lines, at) : null
      if (!block) continue
      failures.push(...block.failures)
      end = block.end
      break
    }
    at = end
  }
  return relatePython(failures)
}

/** The text of a file in `fixtures/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
}

/**
 * One line for a failure and one for each consequence, marked `<-`:
 * `python-traceback 3.13.0 KeyError: 'id' @ main.py:3 | return «row["id"]»`.
 */
export function tellFailures(failures: readonly Failure[]): string[] {
  return failures.flatMap(failure => [
    tell(failure),
    ...failure.details.map(detail => `  | ${detail}`),
    ...failure.consequences.map(consequence => `  <- ${consequence.message}`),
  ])
}

function tell(failure: Failure): string {
  const version = failure.version === null ? '' : ` ${failure.version}`
  const place = failure.place ? ` @ ${failure.place.file}:${failure.place.line}` : ''
  const column = failure.place?.column ? `:${failure.place.column}` : ''
  return `${failure.format}${version} ${failure.message}${place}${column}${tellEcho(failure)}`
}

function tellEcho({ echo }: Failure): string {
  if (!echo) return ''
  if (!echo.marked) return ` # ${echo.source}`
  const points = [...echo.source]
  const [start, end] = echo.marked
  return ` # ${points.slice(0, start).join('')}«${points.slice(start, end).join('')}»${points.slice(end).join('')}`
}
