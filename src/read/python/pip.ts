// Reads pip's errors, and out of a failed build what really failed in it.

import { failureOf } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { pipFormat } from './build-causes.ts'
import { isBuildBlock, readPipBuild } from './pip-build.ts'
import { concludeConflict } from './pip-conflict.ts'
import { concludeTrouble, findTrouble } from './pip-network.ts'
import { concludeRequirement, originOf } from './pip-requirement.ts'
import { concludeVersions, ignoredVersions } from './pip-versions.ts'
import { readChain } from './read-chain.ts'
import { foldInto } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

/** What only pip says; other tools print `ERROR: ` too. */
const known: readonly RegExp[] = [
  // ERROR: Could not find a version that satisfies the requirement x (from versions: none)
  /^(?:Could not find a version|No matching distribution|Ignored the following )/,
  // ERROR: Cannot install a and b because these package versions have conflicting dependencies.
  /^(?:Cannot install|ResolutionImpossible|pip's (?:legacy )?dependency resolver|Double requirement|Cannot uninstall)/,
  // ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. …
  /^(?:THESE PACKAGES DO NOT MATCH|In --require-hashes mode|Hashes are required)/,
  // ERROR: Package 'x' requires a different Python: 3.8.18 not in '>=3.10'
  /^Package .{1,200} requires a different Python|^.{1,200} requires Python '/,
  // ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/usr/lib/x'
  /^(?:Could not install (?:packages|requirement)|Could not open requirements file|Could not build wheels|Could not find an activated)/,
  // ERROR: file:///home/dev/tools does not appear to be a Python project: neither 'setup.py' nor 'pyproject.toml' found.
  /does not appear to be a Python project|is not installable|is not a supported wheel|is not a valid (?:wheel|editable)|'build_editable' hook/,
  // ERROR: Cannot find command 'git' - do you have 'git' installed and in your PATH?
  /^(?:Cannot find command|Invalid wheel filename|(?:Editable|Unnamed) requirements are not allowed|Links are not allowed|Can't verify hashes)/,
  // ERROR: Failed building wheel for speedups, ERROR: Command errored out with exit status 1: …
  /^(?:Failed building wheel|Failed to build|Command errored out|Command ".{1,500}" failed|Invalid requirement|HTTP error \d)/,
  // ERROR: Can not perform a '--user' install. …, ERROR: You must give at least one requirement to install …
  /^(?:Can ?not perform a '--user'|You must give at least one requirement|Error \[WinError|Exception:$|Wheel '|Failed to (?:connect|activate)|unknown command ")/,
]

// Collecting flask, Processing ./pkg, Looking in links: wheelhouse, Obtaining file:///srv/app
const atWork =
  /^\s*(?:Collecting |Processing |Looking in |Requirement already satisfied|Obtaining |Building wheels? |Using cached |Downloading |Installing |Preparing metadata|Defaulting to user|Attempting uninstall|WARNING: Retrying)/

// `ERROR: …`, `  ERROR: Failed building wheel for x`
const errorLine = /^\s{0,8}ERROR: (\S.*)$/
// `error: externally-managed-environment`, `  error: subprocess-exited-with-error`
const namedError = /^\s{0,8}error: ([a-z]+(?:-[a-z]+)+)\s*$/

//     Complete output from command python setup.py egg_info:
const isOutputHeader = /^\s+Complete output from command /

// `      ╰─> …`, `× …`, `│ …`, `note: …`, `hint: …`, indented lines
// `Hint: = is not a valid operator. …`, `HINT: You are attempting to install a package literally named …`
const continuation = /^\s|^(?:×|╰─>|│|note:|hint:|Hint:|HINT:)/

// WARNING: pip is configured with locations that require TLS/SSL, however the ssl module in Python is not available.
const noSsl = 'WARNING: pip is configured with locations that require TLS/SSL'

/** What stands between a pip error and the lines that go on with it. */
const explained =
  /^(?:The conflict is caused by:|Additionally, some packages|To fix this you could|\d\. |Consider using|Check the permissions)/

// (from -r requirements.txt (line 1)), -r requirements.txt (line 2)
const requirement = /-r (\S+) \(line (\d{1,9})\)/g
// ERROR: Package 'x' requires a different Python: 3.8.18 not in '>=3.10'
const runningPython = /requires a different Python: (\d+\.\d+(?:\.\d+)?)/

/** pip's errors; its `WARNING:` lines are none. Of a failed build the cause inside it comes first. */
export const pip: Reader = {
  format: pipFormat,
  starts: line => {
    if (line.length > 100_000) return false
    if (line.includes('ERROR: ') || line.includes('error: '))
      return errorLine.test(line) || namedError.test(line)
    if (line.startsWith(noSsl)) return true
    return line.includes('Complete output from command ') && isOutputHeader.test(line)
  },
  read: readPip,
}

function readPip(lines: Lines, at: number): Block | null {
  const line = lines[at] ?? ''
  const words = errorLine.exec(line)?.[1]
  if (words !== undefined && !known.some(pattern => pattern.test(words)) && !isPipAtWork(lines, at, words))
    return null
  if (isBuildBlock(lines, at)) return readPipBuild(lines, at)
  if (words === 'Exception:') return readCrash(lines, at)
  const ignored = ignoredVersions.test(line) ? countIgnored(lines, at) : 0
  if (ignored > 0) return readNotFound(lines, at, at + ignored)
  const { details, end } = readDetails(lines, at)
  const message = line.trim()
  const trouble = findTrouble(lines, at, message)
  const failure = failureOf({
    tool: 'python',
    format: pipFormat,
    message,
    details: [...details, ...trouble],
    facts: [
      ...concludeConflict(details),
      ...concludeVersions(message, lines.slice(Math.max(0, at - 12), at)),
      ...concludeRequirement(message),
      ...concludeTrouble(trouble),
    ],
    place: placeOf([message, ...details]) ?? originOf([message, ...details]),
    version: runningPython.exec(message)?.[1] ?? null,
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [failure], end }
}

/** How many lines about ignored versions stand above pip's word that nothing fits; 0: that does not follow. */
function countIgnored(lines: Lines, at: number): number {
  let count = 1
  while (count < 5 && ignoredVersions.test(lines[at + count] ?? '')) count++
  return (lines[at + count] ?? '').startsWith('ERROR: Could not find a version') ? count : 0
}

/** `ERROR: Could not find a version …` on line `said`, and above it why there is none. */
function readNotFound(lines: Lines, at: number, said: number): Block {
  const around = lines.slice(at, said)
  const message = (lines[said] ?? '').trim()
  const failure = failureOf({
    tool: 'python',
    format: pipFormat,
    message,
    details: around,
    facts: concludeVersions(message, lines.slice(Math.max(0, at - 12), said)),
    at: { line: at + 1, lines: said + 1 - at },
  })
  return { failures: [failure], end: said + 1 }
}

/**
 * `ERROR: Exception:` and pip's own traceback: the root cause, with no place of the reader's in it. What pip's
 * libraries made of a system error tells more than that: `pip._vendor.urllib3.exceptions.ReadTimeoutError: …`.
 */
function readCrash(lines: Lines, at: number): Block | null {
  const header = parseTracebackHeader(lines[at + 1] ?? '')
  const chain = header && readChain(lines, at + 1, header.chainMargin)
  const root = chain?.failures[0]
  if (!chain || !root) return null
  const said = failureOf({
    tool: 'python',
    format: pipFormat,
    message: 'ERROR: Exception:',
    at: { line: at + 1, lines: 1 },
  })
  const wrapped = root.consequences.find(({ message }) => message.startsWith('pip._vendor.'))
  const lead = wrapped ? foldInto(wrapped, { ...root, consequences: [] }) : root
  const facts = ['~ pip crashed', ...(lead.facts ?? [])]
  return { failures: [{ ...foldInto(lead, said), format: pipFormat, facts }], end: chain.end }
}

/** An unknown `ERROR:` is pip's when pip was at work just before; other tools' forms are left to their readers. */
function isPipAtWork(lines: Lines, at: number, words: string): boolean {
  if (/^\s|^(?:usage:|file or directory|not found:)|\)\s*$/.test(words)) return false
  for (let index = at - 1; index >= 0 && index >= at - 30; index--) {
    if (atWork.test(lines[index] ?? '')) return true
  }
  return false
}

function readDetails(lines: Lines, at: number): { details: readonly string[]; end: number } {
  const details: string[] = []
  let end = at + 1
  for (let index = at + 1; index < lines.length && index < at + 80; index++) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    // foo 1.0 requires bar<2, but you have bar 3 which is incompatible.
    const goesOn =
      continuation.test(line) ||
      explained.test(line) ||
      / which is (?:incompatible|not installed)\.$/.test(line)
    if (
      !goesOn ||
      errorLine.test(line) ||
      namedError.test(line) ||
      atWork.test(line) ||
      /^\s*-{30,}$/.test(line)
    )
      break
    details.push(line.trim())
    end = index + 1
  }
  return { details, end }
}

/** The last line of a requirements file that pip names. */
function placeOf(said: readonly string[]): Position | null {
  let place: Position | null = null
  for (const text of said.slice(0, 40)) {
    for (const [, file = '', line = ''] of text.slice(0, 10_000).matchAll(requirement)) {
      place = {
        file: file.replaceAll('\\', '/').replace(/^\.\//, ''),
        line: Number(line),
        column: null,
        unit: 'code-points',
      }
    }
  }
  return place
}
