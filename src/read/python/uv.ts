// Reads uv's errors: the line that says what failed, its causes below, and the output of a build among them.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { findBuildCause, lastWords } from './build-causes.ts'
import { unknownPackage } from './built-package.ts'
import { foldInto } from './relate-chain.ts'
import { concludeUv } from './solver-words.ts'

const uvFormat = 'uv'

// error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided.     × Failed to build `x==1`
const opening =
  /^(?:error: | {0,4}× )(?:No solution found when resolving|Failed to (?:build|fetch|download|parse|prepare|extract|install|spawn|resolve|determine|read|inspect|create|query|unpack|generate)\b|The build backend returned|Request failed after|The (?:lockfile|requested interpreter|interpreter at|Python request)\b|Unable to find lockfile|No (?:virtual environment|interpreter|`pyproject\.toml`|`project`) |Couldn't parse requirement|File not found: |Distribution .{1,200} can't be installed|Project virtual environment|Package `.{1,200}` |Querying Python |Could not (?:acquire|connect)|Missing )/

//   × No solution found when resolving dependencies:
//   ╰─▶ Because …          cause: Because …          Caused by: …          hint: …
const cause = /^\s*(?:├─▶|╰─▶|cause: |Caused by: )\s*(.*)$/

/** The most lines of an explanation; a build's output counts as well. */
const longest = 3000

/** uv's own errors; what other tools print behind `error: ` is left to them. */
export const uv: Reader = {
  format: uvFormat,
  starts: line =>
    line.length < 10_000 && (line.startsWith('error: ') || line.includes('× ')) && opening.test(line),
  read: readUv,
}

function readUv(lines: Lines, at: number): Block | null {
  const first = lines[at] ?? ''
  if (!opening.test(first)) return null
  const end = findEnd(lines, at)
  const below = lines.slice(at + 1, end).map(line => line.replace(/^\s*[├│╰]?(?:─▶)? ?/, '').trimEnd())
  const message = first.replace(/^\s*× /, '').trim()
  const output = below.findIndex(line => /^\s*\[(?:stderr|stdout)\]$/.test(line))
  const words = lines.slice(at + 1, output < 0 ? end : at + 1 + output)
  const details = joinParagraphs(words)
  const package_ = nameBuilt(message)
  const inner = output < 0 ? [] : cutMargin(lines.slice(at + 1 + output, end))
  const hint = inner.findIndex(line => /^\s*(?:hint|help): /.test(line))
  const last = lastWords(hint < 0 ? inner : inner.slice(0, hint))
  const said = failureOf({
    tool: 'python',
    format: uvFormat,
    message,
    details,
    facts: [
      ...concludeUv(details.join(' ')),
      ...(output < 0 ? [] : [`~ build: ${package_}`, `~ while building the package ${package_}`]),
      ...(last === null ? [] : [`~ the build of ${package_} ended with: ${last}`]),
    ],
    at: { line: at + 1, lines: end - at },
  })
  const found = output < 0 ? null : findBuildCause(inner, at + 1 + output)
  return { failures: [found ? joinCause(found, said) : said], end }
}

function joinCause(found: Failure, said: Failure): Failure {
  const facts = [...(said.facts ?? []), ...(found.facts ?? [])]
  return { ...foldInto({ ...found, format: uvFormat, facts }, said), at: said.at }
}

// Failed to build `psycopg2==2.9.9`     Failed to build `orders-service @ file:///srv/orders`
function nameBuilt(message: string): string {
  return (
    /^(?:error: )?Failed to (?:build|download and build) `([A-Za-z0-9][\w.-]{0,200}?)(?:==| @|`)/.exec(
      message,
    )?.[1] ?? unknownPackage
  )
}

/** An error goes on over indented lines and, with blank lines between, `[stderr]`, tracebacks and hints. */
function findEnd(lines: Lines, at: number): number {
  let end = at + 1
  let inOutput = false
  for (let index = at + 1; index < lines.length && index < at + longest; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (/^\s*\[(?:stderr|stdout)\]$/.test(line)) inOutput = true
    const goesOn =
      /^\s/.test(line) ||
      cause.test(line) ||
      inOutput ||
      /^(?:hint|help): /.test(line) ||
      /^(?:\d+ )?\| |^\d+ \|/.test(line)
    if (!goesOn || opening.test(line)) break
    if (/^\s*(?:hint|help): /.test(line)) inOutput = false
    end = index + 1
  }
  return end
}

/** Causes and sentences that a narrow terminal broke, each in one line. */
function joinParagraphs(lines: Lines): readonly string[] {
  const joined: string[] = []
  for (const line of lines.slice(0, 400)) {
    const [, words] = cause.exec(line) ?? []
    const text = line.trim()
    if (text === '') continue
    const starts =
      words !== undefined || joined.length === 0 || /^(?:And |hint: |help: |\d+ \||\|)/.test(text)
    if (starts) joined.push(words ?? text)
    else joined.push(`${joined.pop()} ${text}`)
  }
  return joined
}

function cutMargin(lines: Lines): Lines {
  const margins = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length)
  const margin = margins.reduce((least, one) => Math.min(least, one), 40)
  return lines.map(line => line.slice(Math.min(margin, line.length)))
}
