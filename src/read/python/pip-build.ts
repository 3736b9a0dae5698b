// Finds what really failed in a package's build, inside the block that pip prints of it.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines } from '../reader.ts'
import { readChain } from './read-chain.ts'
import { foldInto } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

const pipFormat = 'pip'

// `  error: subprocess-exited-with-error`, `ERROR: Command errored out with exit status 1:` (pip 19.2 to 21),
// `    Complete output from command python setup.py egg_info:` (before)
const opening =
  /^\s*(?:error: subprocess-exited-with-error|ERROR: Command errored out with exit status \d+:?.*|Complete output from command .*)$/
// `      [end of output]`, older: `    ----------------------------------------`
const closing = /^\s*(?:\[end of output\]|-{30,})\s*$/
// `  ╰─> [10 lines of output]`, older: `  Complete output (10 lines):`
const output = /^\s*(?:╰─> \[\d+ lines of output\]|Complete output(?: \(\d+ lines\))?:)/

/** The most lines of a build's output that are looked through. */
const longest = 5000

/** What a build says when it fails, the surest first. */
const causes: readonly RegExp[] = [
  // speedups.c:1:10: fatal error: Python.h: No such file or directory
  /^\S+:\d+:\d+: (fatal error: .+)$/,
  // error: [Errno 2] No such file or directory: 'gcc', error: Microsoft Visual C++ 14.0 or greater is required. …
  /^(error: (?!command ')\S.*)$/,
  // Error: pg_config executable not found.
  /^(Error: \S.*)$/,
  // error: command '/usr/bin/gcc' failed with exit code 1
  /^(error: command .+)$/,
  // speedups.c:3:5: error: unknown type name 'PyObj'
  /^\S+:\d+:\d+: (error: .+)$/,
  // Exception: Can not find valid pkg-config name., ERROR: Could not find a version that satisfies …
  /^(ERROR: \S.*)$/,
  /^(\/bin\/sh: .+: (?:command )?not found)$/,
]

export function isBuildBlock(lines: Lines, at: number): boolean {
  return opening.test(lines[at] ?? '')
}

/** Reads such a block; the cause is the failure and pip's own line its consequence. */
export function readPipBuild(lines: Lines, at: number): Block {
  let from = at + 1
  let to = -1
  for (let index = at + 1; index < lines.length && index < at + longest; index++) {
    const line = lines[index] ?? ''
    if (output.test(line)) from = index + 1
    else if (closing.test(line)) {
      to = index
      break
    } else if (index > at + 1 && opening.test(line)) break
  }
  const said = failureOf({
    tool: 'python',
    format: pipFormat,
    message: (lines[at] ?? '').trim(),
    // × Preparing metadata (pyproject.toml) did not run successfully.
    details:
      to < 0
        ? []
        : lines
            .slice(at + 1, from)
            .map(stripFrame)
            .filter(text => text !== ''),
    at: { line: at + 1, lines: 1 },
  })
  const end = to < 0 ? at + 1 : endOfNote(lines, to + 1)
  const cause =
    to < 0
      ? null
      : causeIn(
          lines.slice(from, to).map(line => line.replace(/^\s{0,8}[│|]? ?/, '')),
          from,
        )
  if (!cause) return { failures: [{ ...said, at: { line: at + 1, lines: end - at } }], end }
  return { failures: [{ ...foldInto(cause, said), at: { line: at + 1, lines: end - at } }], end }
}

//   note: This error originates from a subprocess, and is likely not a problem with pip.
function endOfNote(lines: Lines, from: number): number {
  let end = from
  for (let index = from; index < lines.length && index < from + 3; index++) {
    if (/^\s*note: /.test(lines[index] ?? '')) end = index + 1
  }
  return end
}

/** Frame characters aside: `× Preparing metadata …`, `│ exit code: 1`, `╰─> [10 lines of output]`. */
function stripFrame(line: string): string {
  return line.replace(/^[\s×│╰─>]+/, '').trim()
}

function causeIn(inner: Lines, from: number): Failure | null {
  const text = inner.map(line => line.trimStart())
  const [surest, ...others] = causes
  const fatal = surest && findCause(text, surest, from)
  if (fatal) return fatal
  for (let index = inner.length - 1; index >= 0; index--) {
    const header = parseTracebackHeader(inner[index] ?? '')
    // The first link of a chain comes first; look on upwards while links join.
    if (!header || isLinked(inner, index)) continue
    const root = readChain(inner, index, header.chainMargin)?.failures[0]
    if (root) return ofBuild(root, from)
  }
  for (const pattern of others) {
    const found = findCause(text, pattern, from)
    if (found) return found
  }
  return null
}

function isLinked(inner: Lines, index: number): boolean {
  const above = inner.slice(Math.max(0, index - 3), index).join(' ')
  return /The above exception was|During handling of the above/.test(above)
}

/** A build's frames are the package's; `<string>` is only how its setup.py was run. */
function ofBuild(root: Failure, from: number): Failure {
  const generated = root.place?.file.startsWith('<') === true
  return {
    ...root,
    format: pipFormat,
    place: generated ? null : root.place,
    echo: generated ? null : root.echo,
    frames: root.frames.map(frame => (frame.file.startsWith('<') ? { ...frame, own: false } : frame)),
    at: { ...root.at, line: root.at.line + from },
  }
}

function findCause(text: readonly string[], pattern: RegExp, from: number): Failure | null {
  for (let index = text.length - 1; index >= 0; index--) {
    const line = text[index] ?? ''
    const message = line.length < 10_000 ? pattern.exec(line)?.[1] : undefined
    if (message === undefined) continue
    const details = message === line.trimEnd() ? [] : [line.trimEnd()]
    return failureOf({
      tool: 'python',
      format: pipFormat,
      message: message.trimEnd(),
      details,
      at: { line: from + index + 1, lines: 1 },
    })
  }
  return null
}
