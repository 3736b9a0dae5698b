// Folds failures of one Python text that are only consequences of another one in it.

import type { Failure } from '../../model/failure.ts'
import { foldInto } from './relate-chain.ts'

/** Whether `later` is only a consequence of `earlier`, which stands before it in the text. */
type Rule = (earlier: Failure, later: Failure) => boolean

/** What is printed at most so many lines after a failure may belong to it. */
const near = 12

const isNear = (earlier: Failure, later: Failure): boolean =>
  later.at.line - (earlier.at.line + earlier.at.lines) <= near

// RuntimeWarning: coroutine 'fetch' was never awaited
const neverAwaited = /^RuntimeWarning: coroutine .+ was never awaited/
// TypeError: 'coroutine' object is not subscriptable, TypeError: object of type 'coroutine' has no len()
const aboutCoroutines = /\bcoroutines?\b/
// RuntimeError: asyncio.run() cannot be called from a running event loop
const aboutLoops = /\bevent loop\b/i

// Exception ignored in: <function Client.__del__ at 0x7f4e17f17420>
const ignoredDel = /^Exception ignored .*__del__/
const ignored = /^Exception ignored /

const pipAftermath =
  /^(?:ERROR: (?:No matching distribution found|Could not install requirement|Cannot find command|ResolutionImpossible|Failed building wheel|Could not build wheels|Failed to build|Command errored out)|error: (?:metadata-generation-failed|failed-wheel-build-for-install|legacy-install-failure|subprocess-exited-with-error))/

// WARNING: pip is configured with locations that require TLS/SSL, however the ssl module in Python is not available.
const withoutSsl = /^WARNING: pip is configured with locations that require TLS/

const launchAftermath =
  /\bWorker \(pid:\s?\d+\) exited with code|\bReason: (?:App failed to load|Worker failed to boot)|Shutting down: Master|^ERROR:\s+Application startup failed/

const rules: readonly Rule[] = [
  (earlier, later) =>
    neverAwaited.test(later.message) &&
    !neverAwaited.test(earlier.message) &&
    (aboutCoroutines.test(earlier.message) || (aboutLoops.test(earlier.message) && isNear(earlier, later))),
  // The object was never finished, so that its __del__ fails as well.
  (earlier, later) =>
    surfacedAs(later, ignoredDel) &&
    isNear(earlier, later) &&
    earlier.frames.some(frame => /(?:^|\.)__init__$/.test(frame.function)),
  (earlier, later) =>
    earlier.code === 'BrokenPipeError' && later.code === 'BrokenPipeError' && surfacedAs(later, ignored),
  // The worker's own traceback stands above what the parent saw of it.
  (earlier, later) =>
    later.code === 'BrokenProcessPool' &&
    earlier.format === 'python-traceback' &&
    earlier.code !== later.code,
  (earlier, later) => earlier.format === 'pip' && later.format === 'pip' && pipAftermath.test(later.message),
  // Before it gives up, an older pip builds the same package twice.
  (earlier, later) =>
    earlier.format === 'pip' &&
    later.format === 'pip' &&
    later.message === earlier.message &&
    earlier.facts?.[0] === later.facts?.[0],
  (earlier, later) => later.format === 'pip' && withoutSsl.test(earlier.message),
  (earlier, later) =>
    later.format === 'python-launch' && launchAftermath.test(later.message) && earlier.code !== null,
  (earlier, later) =>
    later.format === 'python-launch' &&
    launchAftermath.test(later.message) &&
    earlier.format === later.format,
  // run.sh: line 1:     5 Segmentation fault      python -X faulthandler -m native.main
  (earlier, later) =>
    earlier.format === 'python-fatal' &&
    later.format === 'python-launch' &&
    /^(?:Segmentation fault|Aborted)\b/.test(later.message),
]

/** So many failures back a consequence looks for its cause; keeps long logs linear. */
const lookBack = 8

/** The failures of one text in their order, those that another one explains folded under it; the rest untouched. */
export function relatePython(failures: readonly Failure[]): readonly Failure[] {
  const kept: Failure[] = []
  for (const failure of failures) {
    const index = failure.tool === 'python' ? causeOf(failure, kept) : -1
    const cause = kept[index]
    if (cause) kept[index] = foldInto(cause, failure)
    else kept.push(foldWarningsBefore(kept, failure))
  }
  return kept
}

/** Whether `warning` only tells beforehand what `failure` then says of the same code. */
function isWarnedOf(warning: Failure, failure: Failure): boolean {
  // PydanticDeprecatedSince20: Pydantic V1 style `@root_validator` validators are deprecated. …
  if (failure.code === 'PydanticUserError') return warning.code?.startsWith('PydanticDeprecated') === true
  return (
    neverAwaited.test(warning.message) &&
    !neverAwaited.test(failure.message) &&
    aboutCoroutines.test(failure.message)
  )
}

/** A coroutine that nobody awaits may be told before the error of who took it for its result. */
function foldWarningsBefore(kept: Failure[], failure: Failure): Failure {
  const last = kept.at(-1)
  if (last === undefined || failure.tool !== 'python' || !isWarnedOf(last, failure)) return failure
  kept.pop()
  return foldWarningsBefore(kept, foldInto(failure, last))
}

function causeOf(failure: Failure, kept: readonly Failure[]): number {
  for (let index = kept.length - 1; index >= 0 && index >= kept.length - lookBack; index--) {
    const earlier = kept[index]
    if (earlier?.tool === 'python' && rules.some(rule => rule(earlier, failure))) return index
  }
  return -1
}

function surfacedAs(failure: Failure, pattern: RegExp): boolean {
  return failure.consequences.some(consequence => pattern.test(consequence.message))
}
