// Reads what a program's own command-line parser (argparse, optparse) prints before it exits with 2.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'

const format = 'command-line'

// orders.py: error: the following arguments are required: file
const errorLine = /^(\S[^:]{0,80}): error: (\S.*)$/
// usage: orders.py [-h] [--count COUNT] file, Usage: orders.py [options], ERROR: usage: pytest [options] …
const usageLine = /^(?:ERROR: )?[Uu]sage: \S/
/** How argparse and optparse begin what they say: such a line needs no usage above it. */
const known =
  /^(?:the following arguments are required: |unrecognized arguments: |ambiguous option: |one of the arguments .+ is required$|too few arguments$|no such option: |option \S+: (?:invalid|not allowed)|\S+ option (?:requires|does not take) |argument .{1,300}?: (?:invalid |expected |not allowed with argument |ignored explicit argument |unknown parser |required$))/

/** The most lines that a usage takes before the error. */
const mostUsage = 80

function isKnown(line: string): boolean {
  if (line.length > 2000 || !line.includes(': error: ')) return false
  return known.test(errorLine.exec(line)?.[2] ?? '')
}

/** The line of the error that ends the usage that begins `at`; -1 when none does. */
function errorBelow(lines: Lines, at: number): number {
  for (let index = at + 1; index <= at + mostUsage && index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.length <= 2000 && errorLine.test(line)) return index
    // The usage goes on indented; optparse leaves a line empty.
    if (line.trim() !== '' && !/^\s/.test(line)) return -1
  }
  return -1
}

function read(lines: Lines, at: number): Block | null {
  const line = lines[at] ?? ''
  const error = isKnown(line) ? at : errorBelow(lines, at)
  if (error < 0) return null
  const message = (lines[error] ?? '').trim()
  const place = { line: error + 1, lines: 1 }
  return {
    failures: [failureOf({ tool: 'python', format, message, at: place })],
    end: error + 1,
  }
}

/** `usage: …` with `prog: error: …` below, or that line alone where the words are argparse's own. */
export const commandLine: Reader = {
  format,
  starts: line => usageLine.test(line) || isKnown(line),
  read,
}
