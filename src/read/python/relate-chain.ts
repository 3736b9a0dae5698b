// Decides, of two exceptions in one chain, which is the failure and which its consequence.

import type { Failure, Frame } from '../../model/failure.ts'

/** `cause`: raised from it; `context`: raised while handling it; `remote`: raised again in the parent process. */
export type Link = 'cause' | 'context' | 'remote'

/** What a programmer gets wrong inside an `except` block. */
const mistakes = new Set([
  'NameError',
  'UnboundLocalError',
  'AttributeError',
  'TypeError',
  'KeyError',
  'IndexError',
])

/** Raised inside libraries by looking something up; what the library makes of it tells more. */
const lookups = new Set([
  'KeyError',
  'IndexError',
  'LookupError',
  'AttributeError',
  'StopIteration',
  'ValueError',
  'TypeError',
])

/** Of an endless chain only so many links are kept beside the root. */
const mostLinks = 100

/** The operating system's part of a failed connection. */
const systemErrors = /^(?:Connection\w+Error|TimeoutError|timeout|gaierror|OSError|BrokenPipeError)$/

// pymysql.err.OperationalError: (2003, "Can't connect to MySQL server …"), redis.exceptions.ConnectionError: Error 111 …
const database = /^[\w.]*(?:OperationalError|InterfaceError)\b|^redis\./

/**
 * Takes the next exception of a chain in. `roots` are the failures so far, the one that the chain goes on from
 * first; so is the result.
 */
export function relateNext(roots: readonly Failure[], next: Failure, link: Link): readonly Failure[] {
  const [root, ...others] = roots
  if (!root) return [next]
  if (link !== 'remote' && tellsMore(root, next)) return [replaceRoot(root, next), ...others]
  if (link === 'context' && isMistakeOfHandler(root, next)) return [next, root, ...others].slice(0, mostLinks)
  return [foldInto(root, next), ...others]
}

/** `next` as a consequence of `root`; a root without own frame takes over the place that `next` shows. */
export function foldInto(root: Failure, next: Failure): Failure {
  const consequences = [...root.consequences, { ...next, consequences: [] }, ...next.consequences].slice(
    0,
    mostLinks,
  )
  const own = ownFrames(next)
  const joined = { ...root, consequences, version: root.version ?? next.version, at: spanOf(root, next) }
  if (root.place !== null || next.place === null) return joined
  return { ...joined, place: next.place, echo: next.echo, frames: [...root.frames, ...own] }
}

/** `next` as the failure and `root`, which only led to it, below it; the place stays where it began. */
function replaceRoot(root: Failure, next: Failure): Failure {
  const consequences = [...next.consequences, { ...root, consequences: [] }, ...root.consequences].slice(
    0,
    mostLinks,
  )
  const joined = { ...next, consequences, version: next.version ?? root.version, at: spanOf(root, next) }
  if (root.place === null) return joined
  return { ...joined, place: root.place, echo: root.echo, frames: [...root.frames, ...ownFrames(next)] }
}

// AttributeError: 'ForkAwareLocal' object has no attribute 'connection'
const proxyLookup = /^AttributeError: 'ForkAwareLocal'/

function tellsMore(root: Failure, next: Failure): boolean {
  // How a proxy of multiprocessing finds out that it must connect; only together do the two tell what is gone.
  if (proxyLookup.test(root.message)) return false
  // Only the interpreter turns these two into the other: the first is how, the second is what.
  if (
    /^Stop(?:Async)?Iteration$/.test(root.code ?? '') &&
    /(?:generator|coroutine) raised/.test(next.message)
  )
    return true
  // A task is cancelled by somebody's order; what comes of it tells why, or what went wrong while it ended.
  if (root.code === 'CancelledError' && next.code !== 'CancelledError') return true
  if (root.place !== null || wordsOf(root) === wordsOf(next)) return false
  if (lookups.has(root.code ?? '')) return !mistakes.has(next.code ?? '') || next.frames[0]?.own === false
  return systemErrors.test(root.code ?? '') && database.test(next.message)
}

/** A slip in the reader's own `except` block, as opposed to an error raised there on purpose. */
function isMistakeOfHandler(root: Failure, next: Failure): boolean {
  if (next.code === null || !mistakes.has(next.code) || next.message === root.message) return false
  const frame = innermost(next)
  if (!frame?.own) return false
  if (next.code === 'NameError' || next.code === 'UnboundLocalError') return true
  const raised = /^raise ([\w.]+)/.exec(frame.source ?? '')?.[1]
  return raised === undefined || raised.slice(raised.lastIndexOf('.') + 1) !== next.code
}

/** `os.environ["X"]` fails inside `os`, but it is the caller's lookup. */
function innermost(failure: Failure): Frame | undefined {
  const [first, second] = failure.frames
  return first && !first.own && first.function === '__getitem__' ? second : first
}

function wordsOf(failure: Failure): string {
  const colon = failure.message.indexOf(': ')
  return colon < 0 ? '' : failure.message.slice(colon + 2)
}

function ownFrames(failure: Failure): readonly Frame[] {
  return failure.frames.filter(frame => frame.own)
}

function spanOf(first: Failure, second: Failure): Failure['at'] {
  const line = Math.min(first.at.line, second.at.line)
  const end = Math.max(first.at.line + first.at.lines, second.at.line + second.at.lines)
  return { line, lines: end - line }
}
