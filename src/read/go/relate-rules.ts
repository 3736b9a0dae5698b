// What follows from what among Go failures: one rule for each clear case.

import type { Failure } from '../../model/failure.ts'
import { isOneSlip } from '../../model/one-slip.ts'
import { isLinkConsequence } from './go-link.ts'

/** The index of the failure that another one follows from; null when the rule does not say. */
export type FindRoot = (failure: Failure, index: number) => number | null
/** Looks at all failures once, and gives what answers for each of them. */
type Rule = (failures: readonly Failure[]) => FindRoot

const isBuild = (failure: Failure | undefined): failure is Failure => failure?.format === 'go-build'
const fileOf = (failure: Failure): string => failure.place?.file ?? ''
const tooMany = 'too many errors'

/** The nearest failure before `index` that fits; looks back a bounded way. */
function lastBefore(
  failures: readonly Failure[],
  index: number,
  fits: (failure: Failure) => boolean,
): number | null {
  for (let i = index - 1; i >= Math.max(0, index - 100); i--) {
    const failure = failures[i]
    if (failure !== undefined && fits(failure)) return i
  }
  return null
}

/** `too many errors` follows the errors that it counts. */
const tooManyErrors: Rule = failures => (failure, index) =>
  isBuild(failure) && failure.message === tooMany
    ? lastBefore(failures, index, other => isBuild(other) && other.message !== tooMany)
    : null

// syntax error: unexpected ) at end of statement     expected ';', found o     missing ',' before newline in argument list
// invalid character U+FF08 '（' in identifier
const syntax =
  /^(?:syntax error: |expected |missing ',' |invalid character |illegal |non-declaration statement )/

/** Behind the first syntax error of a file the parser is out of step. */
const syntaxCascade: Rule = failures => {
  const first = new Map<string, number>()
  for (const [index, failure] of failures.entries()) {
    if (isBuild(failure) && syntax.test(failure.message) && !first.has(fileOf(failure)))
      first.set(fileOf(failure), index)
  }
  return failure =>
    isBuild(failure) && syntax.test(failure.message) ? (first.get(fileOf(failure)) ?? null) : null
}

/** One name, or one that a slip has made of it. Two short names that differ by a letter are just two names. */
function isSameName(a: string, b: string): boolean {
  return a === b || (Math.min(a.length, b.length) >= 3 && isOneSlip(a, b))
}

// undefined: total
const undefinedName = /^undefined: (\w+)$/
// declared and not used: total     total declared but not used     total declared and not used
const unusedName = /^declared and not used: (\w+)$|^(\w+) declared (?:but|and) not used$/
// "encoding/json" imported and not used     "github.com/go-chi/chi/v5" imported as chi and not used
const unusedImport = /^"([^"]{1,300})" imported (?:as (\w+) )?and not used$/
// imported and not used: "os"     imported and not used: "github.com/go-chi/chi/v5" as chi
const unusedImportBefore120 = /^imported and not used: "([^"]{1,300})"(?: as (\w+))?$/

function isUnusedImport(message: string): boolean {
  return unusedImport.test(message) || unusedImportBefore120.test(message)
}

function unusedNameOf(message: string): string | null {
  const [, after, before] = unusedName.exec(message) ?? []
  if (after !== undefined || before !== undefined) return after ?? before ?? null
  const [, path, alias] = unusedImport.exec(message) ?? unusedImportBefore120.exec(message) ?? []
  return path === undefined ? null : (alias ?? path.slice(path.lastIndexOf('/') + 1))
}

/** A name misspelled or out of scope where it is used leaves the declared one unused. */
const unusedBesideUndefined: Rule = failures => {
  const undefinedIn = new Map<string, { name: string; index: number }[]>()
  for (const [index, failure] of failures.entries()) {
    const name = isBuild(failure) ? undefinedName.exec(failure.message)?.[1] : undefined
    if (name === undefined) continue
    const names = undefinedIn.get(fileOf(failure)) ?? []
    if (names.length < 20) names.push({ name, index })
    undefinedIn.set(fileOf(failure), names)
  }
  return failure => {
    const unused = isBuild(failure) ? unusedNameOf(failure.message) : null
    if (unused === null) return null
    return undefinedIn.get(fileOf(failure))?.find(({ name }) => isSameName(name, unused))?.index ?? null
  }
}

// label total defined and not used
const unusedLabel = /^label (\w+) defined and not used$/

/** `total: = 1` is a label: the name is then undefined, and the rest of its line an expression without use. */
const labelByMistake: Rule = failures => {
  const labels = new Map<string, number>()
  for (const [index, failure] of failures.entries()) {
    const name = isBuild(failure) ? unusedLabel.exec(failure.message)?.[1] : undefined
    if (name === undefined) continue
    labels.set(`${fileOf(failure)} ${name}`, index)
    labels.set(`${fileOf(failure)}:${failure.place?.line}`, index)
  }
  return failure => {
    if (!isBuild(failure) || labels.size === 0 || unusedLabel.test(failure.message)) return null
    const name = undefinedName.exec(failure.message)?.[1]
    if (name !== undefined) return labels.get(`${fileOf(failure)} ${name}`) ?? null
    const isUseless = failure.message.endsWith(' is not used')
    return isUseless ? (labels.get(`${fileOf(failure)}:${failure.place?.line}`) ?? null) : null
  }
}

// could not import example.com/shop/store (open /tmp/b001/x.a: no such file or directory)
const noImport = /^could not import (\S+)/

/** What could not be imported is not used either, and could not because that package has errors of its own. */
const importFailed: Rule = failures => {
  const failed = new Map<string, number>()
  for (const [index, failure] of failures.entries()) {
    if (isBuild(failure) && noImport.test(failure.message))
      failed.set(`${fileOf(failure)}:${failure.place?.line}`, index)
  }
  return (failure, index) => {
    if (!isBuild(failure)) return null
    if (isUnusedImport(failure.message))
      return failed.get(`${fileOf(failure)}:${failure.place?.line}`) ?? null
    const path = noImport.exec(failure.message)?.[1]
    return path === undefined
      ? null
      : lastBefore(
          failures,
          index,
          other => isBuild(other) && isInPackage(other, path) && !noImport.test(other.message),
        )
  }
}

/** Whether a failure stands in a file of the package, going by the end of its path. */
function isInPackage(failure: Failure, path: string): boolean {
  const folder = fileOf(failure).split('/').slice(0, -1).join('/')
  return folder !== '' && `/${path.replace(/_test$/, '')}`.endsWith(`/${folder}`)
}

// FAIL	example.com/shop [build failed]     FAIL    package/name [setup failed]
const notRun = /^FAIL\s+(\S+) \[(?:build|setup) failed\]$/
const builds = new Set(['go-build', 'go-module', 'go-link'])

/** A package whose tests were not built follows the error in it, or else the last one printed. */
const testsNotBuilt: Rule = failures => (failure, index) => {
  const path = failure.format === 'go-test' ? notRun.exec(failure.message)?.[1] : undefined
  if (path === undefined) return null
  return (
    lastBefore(failures, index, other => builds.has(other.format) && isInPackage(other, path)) ??
    lastBefore(failures, index, other => builds.has(other.format))
  )
}

// --- FAIL: TestTotal/one
const verdict = /^--- FAIL: ([^/\s]+)/

function mentions(failure: Failure, test: string): boolean {
  return failure.frames.some(
    frame => frame.function.endsWith(`.${test}`) || frame.function.includes(`.${test}.func`),
  )
}

/** A test that panicked or raced has failed because of that. */
const testCrashed: Rule = failures => (failure, index) => {
  const test = failure.format === 'go-test' ? verdict.exec(failure.message)?.[1] : undefined
  if (test === undefined) return null
  if (failure.details.some(line => line.includes('race detected during execution of test'))) {
    return (
      lastBefore(failures, index, other => other.format === 'go-race' && mentions(other, test)) ??
      lastBefore(failures, index, other => other.format === 'go-race')
    )
  }
  const next = failures[index + 1]
  if (next?.format !== 'go-panic') return null
  const isNextLine = next.at.line <= failure.at.line + failure.at.lines + 1
  return isNextLine || mentions(next, test) ? index + 1 : null
}

/** That gcc failed, and that ld did, follows from what they say is missing. */
const linkFailed: Rule = failures => {
  const isReason = (failure: Failure | undefined) =>
    failure?.format === 'go-link' && !isLinkConsequence(failure.message)
  const isOther = (failure: Failure | undefined) =>
    failure?.format === 'go-link' && isLinkConsequence(failure.message)
  return (failure, index) => {
    if (!isOther(failure)) return null
    let after = index + 1
    while (after < failures.length && after < index + 20 && isOther(failures[after])) after++
    if (isReason(failures[after])) return after
    const before = lastBefore(failures, index, isReason)
    if (before !== null) return before
    // Nothing says why: the first of them stands for all.
    return lastBefore(failures, index, isOther)
  }
}

// ld: skipping incompatible /home/dev/shop/librate.a when searching for -lrate
const skipped = /^ld: skipping incompatible .{1,1000} when searching for (-l\S+)$/
// ld: cannot find -lrate: No such file or directory
const notFound = /^ld: cannot find (-l[^\s:]+)/

/** A library that is there, but for another processor, is then reported as not found. */
const libraryOfOtherKind: Rule = failures => (failure, index) => {
  const name = failure.format === 'go-link' ? notFound.exec(failure.message)?.[1] : undefined
  if (name === undefined) return null
  return lastBefore(failures, index, other => skipped.exec(other.message.slice(0, 1200))?.[1] === name)
}

/** The places of the two accesses of a race, in no order. */
function racePlaces(failure: Failure): string {
  const { details } = failure
  return details
    .filter((_, index) => (details[index - 1] ?? '').includes(' at 0x'))
    .sort()
    .join('\n')
}

// ~ race on a variable read and set in one statement: main.(*Meter).Hit reads at …
const isWholeStatement = ({ facts = [] }: Failure) =>
  facts.some(fact => fact.includes(' read and set in one '))

/** The same two lines race again, seen from the other side; that a statement reads as well says more than two writes. */
const sameRace: Rule = failures => {
  const first = new Map<string, number>()
  for (const [index, failure] of failures.entries()) {
    const places = failure.format === 'go-race' ? racePlaces(failure) : ''
    if (places === '') continue
    const known = failures[first.get(places) ?? -1]
    if (known === undefined || (isWholeStatement(failure) && !isWholeStatement(known)))
      first.set(places, index)
  }
  return failure => (failure.format === 'go-race' ? (first.get(racePlaces(failure)) ?? null) : null)
}

// POST /signup 500 register ann@example.com: constraint failed: UNIQUE constraint failed: users.email (2067)
/** The caller logs again what was logged below, with its own words in front. */
const saidAgain: Rule = failures => (failure, index) => {
  const before = failures[index - 1]
  if (failure.format !== 'go-run' || before === undefined || before.tool !== 'go') return null
  return before.format !== 'go-test' && failure.message.endsWith(before.message) ? index - 1 : null
}

/** That the process ended follows from what it said before; that it was killed does not. */
const processEnded: Rule = failures => (failure, index) => {
  if (failure.format !== 'process-exit' || index === 0) return null
  const isKill = failure.facts?.some(fact => fact.includes('SIGKILL') || fact.includes('memory')) ?? false
  const before = lastBefore(failures, index, other => other.format === 'process-exit')
  return before ?? (isKill ? null : lastBefore(failures, index, other => other.format !== 'process-exit'))
}

export const rules: readonly Rule[] = [
  tooManyErrors,
  syntaxCascade,
  labelByMistake,
  unusedBesideUndefined,
  importFailed,
  testsNotBuilt,
  testCrashed,
  libraryOfOtherKind,
  linkFailed,
  sameRace,
  saidAgain,
  processEnded,
]
