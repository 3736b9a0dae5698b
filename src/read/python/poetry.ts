// Reads what Poetry and Pipenv say when they give up: no level, no prefix, only sentences of their own.

import { failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { concludePoetry } from './solver-words.ts'

const poetryFormat = 'poetry'

/** Each a line of its own. */
const sentences: readonly RegExp[] = [
  // So, because orders depends on both acme-api (*) and acme-worker (*), version solving failed.
  /^(?:So, b|B)ecause .{1,2000}, version solving failed\.$/,
  // pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.
  /^(?:Error: )?pyproject\.toml changed significantly since poetry\.lock was last generated/,
  // poetry.lock is not up to date with pyproject.toml. Run `poetry lock [--no-update]` to fix it.
  /^(?:Error: )?poetry\.lock is not up to date with pyproject\.toml/,
  // Current Python version (3.11.7) is not allowed by the project (>=3.99).
  /^Current Python version \([\d.]{1,20}\) is not allowed by the project \(.{1,100}\)\.$/,
  // The currently activated Python version 3.8.18 is not supported by the project (^3.10).
  /^The currently activated Python version [\d.]{1,20} is not supported by the project \(.{1,100}\)\.$/,
  // The current project's supported Python range (>=3.8) is not compatible with some of the required packages Python requirement:
  /^The current project's (?:supported Python range|Python requirement) \(.{1,100}\) is not compatible with some of the required packages/,
  // Poetry could not find a pyproject.toml file in /srv/orders or its parents
  /^Poetry could not find a pyproject\.toml file in /,
  // Your Pipfile.lock (1a2b3c) is out of date. Expected: (4d5e6f).
  /^Your Pipfile\.lock \(\w{1,80}\) is out of date/,
  // Command not found: pytest
  /^Command not found: \S+$/,
]

/** The most lines of an explanation above its end. */
const farthest = 60

/** Poetry's and Pipenv's last words. */
export const poetry: Reader = {
  format: poetryFormat,
  starts: line => line.length < 4000 && sentences.some(sentence => sentence.test(line.trim())),
  read: readPoetry,
}

function readPoetry(lines: Lines, at: number): Block | null {
  const message = (lines[at] ?? '').trim()
  const solved = message.endsWith('version solving failed.')
  const from = solved ? findBecause(lines, at) : at
  const above = lines.slice(from, at).map(line => line.trim())
  let end = at + 1
  //   - acme-new requires Python >=3.99, so it will not be installable for Python >=3.8,<3.99
  while (!solved && /^\s+- \S|^Please /.test(lines[end] ?? '') && end < at + 40) end++
  const below = lines.slice(at + 1, end).map(line => line.trim().replace(/^- /, ''))
  const failure = failureOf({
    tool: 'python',
    format: poetryFormat,
    message,
    details: [...above, ...below],
    facts: concludePoetry([...above, message, ...below].join(' ')),
    at: { line: from + 1, lines: end - from },
  })
  return { failures: [failure], end }
}

/** Where the reasoning begins that ends on line `at`. */
function findBecause(lines: Lines, at: number): number {
  let from = at
  for (let index = at - 1; index >= 0 && index >= at - farthest; index--) {
    const line = (lines[index] ?? '').trim()
    if (!/^(?:Because|And |and |So, |\(\d+\))/.test(line)) break
    from = index
  }
  return from
}
