// Finds what really failed in the output of a package's build: of a compiler, a linker, a tool, or its setup code.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Lines } from '../reader.ts'
import { readChain } from './read-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

/** What pip and the builds below it print. */
export const pipFormat = 'pip'

interface Kind {
  /** The first group is the message. */
  readonly pattern: RegExp
  /** Which of several counts: compilers go on after the first error, whole builds end with the last one. */
  readonly which: 'first' | 'last'
}

const first = (pattern: RegExp): Kind => ({ pattern, which: 'first' })
const last = (pattern: RegExp): Kind => ({ pattern, which: 'last' })

/** What tells the cause whatever stands below it. */
const surest: readonly Kind[] = [
  // speedups.c:1:10: fatal error: Python.h: No such file or directory     gcc: fatal error: Killed signal terminated program cc1plus
  first(/^\S+: (fatal error: .+)$/),
  // speedups.c(1): fatal error C1083: Cannot open include file: 'Python.h': No such file or directory
  first(/^\S.{0,300}\(\d{1,9}\): (fatal error C\d+: .+)$/),
  // error: can't find Rust compiler     Cargo, the Rust package manager, is not installed or is not on PATH.
  first(/^(error: can't find Rust compiler|Cargo, the Rust package manager, is not installed .+)$/),
  // error: package `ring v0.17` cannot be built because it requires rustc 1.66.0 or newer, while the currently …
  first(/^(error: package `.+` cannot be built because it requires rustc .+)$/),
  // error: Microsoft Visual C++ 14.0 or greater is required. Get it with "Microsoft C++ Build Tools": https://…
  first(/^(error: (?:Microsoft Visual C\+\+ .+ is required\b.*|Unable to find vcvarsall\.bat))$/),
  // unable to execute 'gcc': No such file or directory
  first(/^(unable to execute '.+': .+)$/),
  // Error: pg_config executable not found.
  first(/^(Error: \S.{0,200} (?:executable )?not found\.?)$/),
  // Problem with the CMake installation, aborting build. CMake executable is cmake
  first(/^(Problem with the CMake installation, .+)$/),
  // ../meson.build:31:12: ERROR: Dependency "cairo" not found, tried pkgconfig
  first(/^\S+:\d+:\d+: (ERROR: .+)$/),
  // CMake Error at CMakeLists.txt:3 (find_package):     CMake Error: CMake was unable to find a build program …
  first(/^(CMake Error(?: at \S+:\d+ \(.+\):|: .+))$/),
  // speedups.c:3:5: error: unknown type name 'PyObj'     speedups.c(12): error C2065: 'x': undeclared identifier
  first(/^\S+:\d+:\d+: (error: .+)$/),
  first(/^\S.{0,300}\(\d{1,9}\): (error C\d+: .+)$/),
  // /usr/bin/ld: cannot find -lpq: No such file or directory
  first(/^\S*ld: (cannot find -l\S+.*)$/),
  // No package 'libpq' found     Package cairo was not found in the pkg-config search path.
  first(/^(No package '.+' found|Package \S+ was not found in the pkg-config search path\.?)$/),
  // LINK : fatal error LNK1181: cannot open input file 'libpq.lib'
  first(/^LINK : (fatal error LNK\d+: .+)$/),
  // configuration error: `project.name` must be pep508-identifier
  first(/^(configuration error: .+)$/),
]

/** What a build ends with, the surest first. */
const others: readonly Kind[] = [
  // error in orders-stats setup command: use_2to3 is invalid.
  first(/^(error in \S.* setup command: .+)$/),
  // error: [Errno 2] No such file or directory: 'gcc'
  last(/^([Ee]rror: (?!command '|Command '\[|`cargo )\S.*)$/),
  // error: `cargo metadata --manifest-path Cargo.toml` failed with code 101
  // error: command '/usr/bin/gcc' failed with exit code 1     error: Command '['gcc', …]' returned non-zero exit status 1.
  last(/^(error: (?:command|`cargo) .+)$/i),
  // ERROR: Could not find a version that satisfies the requirement setuptools>=61 (from versions: none)
  first(/^(ERROR: \S.*)$/),
  // /bin/sh: 1: pkg-config: not found
  last(/^(\/bin\/sh: .+: (?:command )?not found)$/),
]

/** A compiler that only tries out what there is: its errors are answers. */
const tryOut = /^(?:_configtest|conftest|.{0,200}\b(?:_configtest|conftest|CMakeScratch|testfile)\b)/

/** Exceptions that only say that a command failed; what it printed says why. */
const wrappers =
  /^(?:[\w.]+\.)?(?:CompileError|LinkError|DistutilsExecError|CalledProcessError|SystemExit|BackendUnavailable)\b/

/**
 * The cause in `inner`, the lines of a build's output without margin; `from` is the line, from 0, where they begin.
 * Null when nothing there looks like one.
 */
export function findBuildCause(inner: Lines, from: number): Failure | null {
  const text = inner.map(line => (line.length < 10_000 ? line.trim() : ''))
  const sure = findFirst(text, surest, from)
  if (sure) return sure
  const trace = findTraceback(inner, from)
  if (trace && !wrappers.test(trace.message)) return trace
  return findFirst(text, others, from) ?? trace
}

// The 'sklearn' PyPI package is deprecated, use 'scikit-learn'     orders needs libpq 15 or later
const complaint =
  /\b(?:deprecated|needs|requires?|not found|must be|cannot|can't|could not|couldn't|unable|unsupported|not supported|missing)\b/i
// running bdist_wheel     warning: no files found matching '*.h'     copying orders/missing.py -> build/lib
const atWork =
  /^\s*(?:running|creating|copying|adding|writing|reading|byte-compiling|warning:|\*|File "|gcc |cc )/i

/** The last line that says something: where a build has no known form of failure, it is the nearest to one. */
export function lastWords(inner: Lines): string | null {
  const end = inner.slice(-30)
  const line =
    end.find(text => text.length < 1000 && complaint.test(text) && !atWork.test(text)) ??
    inner.findLast(text => /\p{L}/u.test(text) && !/^\s*(?:\^|File "|raise |return )/.test(text))
  return line === undefined ? null : line.trim().slice(0, 300)
}

function findFirst(text: readonly string[], kinds: readonly Kind[], from: number): Failure | null {
  for (const { pattern, which } of kinds) {
    const test = (line: string) => pattern.test(line) && !tryOut.test(line)
    const index = which === 'first' ? text.findIndex(test) : text.findLastIndex(test)
    if (index < 0) continue
    const line = text[index] ?? ''
    const message = pattern.exec(line)?.[1] ?? line
    const place = message === line ? [] : [line]
    return failureOf({
      tool: 'python',
      format: pipFormat,
      message,
      details: [...place, ...linesBelow(text, index)],
      at: { line: from + index + 1, lines: 1 },
    })
  }
  return null
}

// Of these the lines below belong to the message:
// CMake Error at CMakeLists.txt:3 (find_package):     error in x setup command: 'install_requires' must be …
const goesOn = /^(?:CMake Error|error in |error: Multiple top-level|configuration error)/

function linesBelow(text: readonly string[], index: number): readonly string[] {
  if (!goesOn.test(text[index] ?? '')) return []
  const below: string[] = []
  for (let at = index + 1; at < text.length && below.length < 6; at++) {
    const line = text[at] ?? ''
    if (/^(?:Traceback |File "|Call Stack|DEFINITION:)/.test(line)) break
    if (line !== '') below.push(line)
  }
  return below
}

function findTraceback(inner: Lines, from: number): Failure | null {
  for (let index = inner.length - 1; index >= 0; index--) {
    const header = parseTracebackHeader(inner[index] ?? '')
    // The first link of a chain comes first; look on upwards while links join.
    if (!header || isLinked(inner, index)) continue
    const root = readChain(inner, index, header.chainMargin)?.failures[0]
    if (root) return ofBuild(root, from)
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
