// The source line that an output shows with a failure, and whether a file still holds it.

import type { Failure } from './failure.ts'

/** The line as printed: echoed with the message, or below the frame that the place is of; undefined where none is. */
export function printedLine({ echo, frames, place }: Failure): string | undefined {
  return echo?.source ?? frames.find(f => f.own && f.line === place?.line && f.file === place.file)?.source
}

/** Whether `line` of a file is what the tool saw: a file edited since, or another of the same name, is not. */
export function isAsPrinted(line: string | undefined, printed: string | undefined): line is string {
  return line !== undefined && (printed === undefined || line.trim() === printed.trim())
}

/** Leading blanks of a line, a tab as one. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
