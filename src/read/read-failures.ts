// Text to failures: peel what wraps it, then let the formats read it block by block.

import { type Failure, failureOf } from '../model/failure.ts'
import { peel, type Stream } from './envelope/peel.ts'
import { readers, relate } from './formats.ts'
import { readLogLine } from './log-line.ts'
import { knowImports } from './python/modules/import-facts.ts'

/** Of a text longer than somebody would paste, only so many lines that speak of a failure are tried as messages. */
const mostBareLines = 200

function readStream({ lines, at }: Stream): Failure[] {
  const failures: Failure[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    let end = index + 1
    for (const reader of readers) {
      if (!reader.starts(line)) continue
      const block = reader.read(lines, index)
      if (block === null) continue
      failures.push(...block.failures.map(failure => placeIn(failure, at)))
      end = Math.max(end, block.end)
      break
    }
    index = end
  }
  return failures
}

/** Line numbers of the stream to those of the input. */
function placeIn(failure: Failure, at: Stream['at']): Failure {
  return { ...failure, at: { ...failure.at, line: at(failure.at.line - 1) } }
}

/** Everything that failed in `text`, root causes with their consequences folded in, in the order printed. */
export function readFailures(text: string): readonly Failure[] {
  const failures = peel(text).flatMap(readStream)
  return relate(failures).map(knowImports)
}

// \t*T does not implement I (missing method M)     \t\thave m(int)
const continues = /^[ \t]+\S/

// 2026/11/27 10:00:00 http: superfluous response.WriteHeader call from main.show (main.go:14)
const speaksOfFailure =
  /error|fail|fatal|panic|cannot|can't|unable|refused|denied|not permitted|time[d ]*out|exceeded|cancell?ed|closed|unexpected|EOF|invalid|not found|no such|unknown|missing|reset|broken|unsupported|superfluous|too (?:many|large|long)|already|mismatch|x509: |tls: |!BADKEY|malformed|expired|unreachable/i

/**
 * The lines of a text that no format claimed, each as a message of an unknown tool. Indented lines below one
 * continue it; should only they be known, they are its consequences.
 */
export function readBareLines(text: string): readonly Failure[] {
  const failures: Failure[] = []
  const streams = peel(text)
  const isLong = streams.reduce((count, { lines }) => count + lines.length, 0) > mostBareLines
  for (const { lines, at } of streams) {
    let isOpen = false
    for (const [index, line] of lines.entries()) {
      if (isLong && !speaksOfFailure.test(line)) continue
      const { message, place } = readLogLine(line)
      const bare = failureOf({
        tool: null,
        format: 'text',
        message,
        place,
        at: { line: at(index), lines: 1 },
      })
      const above = isOpen && continues.test(line) ? failures.at(-1) : undefined
      if (message === '') isOpen = false
      else if (above !== undefined) failures[failures.length - 1] = continueFailure(above, bare)
      else {
        if (failures.length === mostBareLines) return failures.map(knowImports)
        isOpen = !continues.test(line)
        failures.push(bare)
      }
    }
  }
  return failures.map(knowImports)
}

function continueFailure(above: Failure, bare: Failure): Failure {
  if (above.details.length >= mostBareLines) return above
  return {
    ...above,
    details: [...above.details, bare.message],
    consequences: [...above.consequences, bare],
    at: { ...above.at, lines: above.at.lines + 1 },
  }
}
