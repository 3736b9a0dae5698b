// Reads the block that pip prints of a failed build: the cause inside it is the failure, pip's own line its consequence.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines } from '../reader.ts'
import { findBuildCause, lastWords, pipFormat } from './build-causes.ts'
import { nameBuiltPackage, unknownPackage } from './built-package.ts'
import { foldInto } from './relate-chain.ts'

// `  error: subprocess-exited-with-error`, `ERROR: Command errored out with exit status 1:` (pip 19.2 to 21),
// `    Complete output from command python setup.py egg_info:` (before)
const opening =
  /^\s*(?:error: subprocess-exited-with-error|ERROR: Command errored out with exit status \d+:?.*|Complete output from command .*)$/
// `      [end of output]`, older: `    ----------------------------------------`
const closing = /^\s*(?:\[end of output\]|-{30,})\s*$/
// `  ╰─> [10 lines of output]`, older: `  Complete output (10 lines):`
const output = /^\s*(?:╰─> \[(\d{1,6}) lines of output\]|Complete output(?: \((\d{1,6}) lines\))?:)/

/** The most lines of a build's output that are looked through. */
const longest = 5000
/** Builds in builds: of what a build needs, and of what that needs. */
const deepest = 4

export function isBuildBlock(lines: Lines, at: number): boolean {
  return opening.test(lines[at] ?? '')
}

/** Reads such a block, which `isBuildBlock` found. */
export function readPipBuild(lines: Lines, at: number, depth = 0): Block {
  const { from, to } = findOutput(lines, at)
  const head =
    to < 0
      ? readFrame(lines, at + 1)
      : lines
          .slice(at + 1, from)
          .map(stripFrame)
          .filter(text => text !== '')
  const end = to < 0 ? at + 1 : endOfNote(lines, to + 1)
  const inner = to < 0 ? [] : lines.slice(from, to).map(line => line.replace(/^\s{0,8}[│|]? ?/, ''))
  const nested = depth < deepest ? inner.findIndex(line => opening.test(line)) : -1
  const block = nested < 0 ? null : readPipBuild(inner, nested, depth + 1).failures[0]
  const cause = block ? moveDown(block, from) : findBuildCause(inner, from)
  const said = failureOf({
    tool: 'python',
    format: pipFormat,
    message: (lines[at] ?? '').trim(),
    // × Preparing metadata (pyproject.toml) did not run successfully.
    details: head,
    facts: block?.facts ?? (to < 0 ? [] : conclude(lines, at, end, head, inner, cause)),
    at: { line: at + 1, lines: end - at },
  })
  if (!cause) return { failures: [said], end }
  const joined = foldInto({ ...cause, facts: [...(said.facts ?? []), ...(cause.facts ?? [])] }, said)
  return { failures: [{ ...joined, at: { line: at + 1, lines: end - at } }], end }
}

/**
 * `~ while building the package psycopg2`, `~ while getting what the package psycopg2 is built with`; then what came last:
 * `~ the build of orders-native ended with: orders-native needs libpq 15 or later`.
 */
function conclude(
  lines: Lines,
  at: number,
  end: number,
  head: Lines,
  inner: Lines,
  cause: Failure | null,
): readonly string[] {
  const name = nameBuiltPackage(lines, at, end, head)
  if (name === unknownPackage && cause === null) return []
  // × pip subprocess to install build dependencies did not run successfully.     × installing build dependencies did not …
  const needs = head.some(line =>
    /install(?:ing)? build dependencies did not|pip install --ignore-installed/.test(line),
  )
  const words = lastWords(inner)
  return [
    // The short one is for entries that explain any build: it makes them less specific than all others.
    `~ build: ${name}`,
    needs ? `~ while getting what the package ${name} is built with` : `~ while building the package ${name}`,
    ...(cause?.code ? [`~ an exception that the setup code of the package ${name} raised`] : []),
    ...(words === null ? [] : [`~ the build of ${name} ended with: ${words}`]),
  ]
}

function findOutput(lines: Lines, at: number): { from: number; to: number } {
  let from = at + 1
  for (let index = at + 1; index < lines.length && index < at + longest; index++) {
    const line = lines[index] ?? ''
    const header = output.exec(line)
    if (header) {
      from = index + 1
      // The count tells where the output ends, whatever stands in it; where lines were wrapped or lost it is wrong.
      const told = from + Number(header[1] ?? header[2] ?? 'NaN')
      if (closing.test(lines[told] ?? '')) return { from, to: told }
    } else if (closing.test(line)) return { from, to: index }
    else if (index > at + 1 && opening.test(line) && indentOf(line) <= indentOf(lines[at] ?? '')) break
  }
  return { from, to: -1 }
}

//   × git clone --filter=blob:none --quiet https://… /tmp/pip-req-build-x did not run successfully.
//   │ exit code: 128
//   ╰─> See above for output.
function readFrame(lines: Lines, from: number): Lines {
  let end = from
  while (end < from + 8 && /^\s*(?:[×│╰].*)?$/.test(lines[end] ?? 'x')) end++
  return lines
    .slice(from, end)
    .map(stripFrame)
    .filter(text => text !== '')
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
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

function moveDown(failure: Failure, by: number): Failure {
  return { ...failure, at: { ...failure.at, line: failure.at.line + by } }
}
