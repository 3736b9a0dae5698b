// Reads a chain of tracebacks with its exception groups and remote tracebacks, and relates its links.

import type { Failure } from '../../model/failure.ts'
import type { Lines } from '../reader.ts'
import { failureOfTraceback } from './failure-of-traceback.ts'
import { insideMargin } from './margin.ts'
import { isLogLine } from './other-stream.ts'
import { findException, readMessage } from './read-message.ts'
import { readStack } from './read-stack.ts'
import { foldInto, type Link, relateNext } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

export interface Chain {
  /** The root first; several when a handler failed too, or for the leaves of a group. */
  readonly failures: readonly Failure[]
  readonly end: number
}

/** One traceback: what it comes to once its group or remote traceback is unfolded. */
interface Unit extends Chain {
  readonly remote: boolean
}

/** CPython prints at most 10 levels of groups. */
const deepest = 12
/** How far below a traceback the next link of its chain may begin. */
const reach = 12

/** Reads the chain that begins on line `at`: a header, a frame or an exception. Null when no exception is there. */
export function readChain(lines: Lines, at: number, margin: string, depth = 0): Chain | null {
  const first = readUnit(lines, at, margin, depth)
  if (!first) return null
  let roots = first.failures
  let { end, remote } = first
  for (;;) {
    const link = findLink(lines, end, margin)
    if (!link) return { failures: roots, end }
    const unit = readUnit(lines, link.at, margin, depth)
    if (!unit) return { failures: roots, end }
    const [next, ...others] = unit.failures
    if (next && unit.failures.length === 1) roots = relateNext(roots, next, remote ? 'remote' : link.link)
    else if (next) roots = [...roots, next, ...others]
    remote = unit.remote
    end = unit.end
  }
}

function readUnit(lines: Lines, at: number, chainMargin: string, depth: number): Unit | null {
  const header = parseTracebackHeader(lines[at] ?? '')
  const margin = header?.margin ?? chainMargin
  const stack = readStack(lines, header ? at + 1 : at, margin)
  const exception = findException(lines, stack.end, margin)
  const message = exception < 0 ? null : readMessage(lines, exception, margin)
  if (!message) {
    // A stack alone is a failure only under its header, and not when other frames follow, as in a log of stacks.
    if (!header || stack.frames.length === 0) return null
    const failure = failureOfTraceback(stack.frames, null, { line: at + 1, lines: stack.end - at })
    return { failures: [failure], end: stack.end, remote: false }
  }
  const failure = failureOfTraceback(stack.frames, message, { line: at + 1, lines: message.end - at })
  const remote = readRemote(lines, message.at + 1, margin, depth)
  if (remote) return { ...remote, remote: true }
  const group = readGroup(lines, message.end, margin, depth)
  if (!group) return { failures: [failure], end: message.end, remote: false }
  const [leaf, ...leaves] = group.failures
  // A member that was never raised has no frames of its own; it stands where the group does.
  const placed = leaves.map(other =>
    other.place ? other : { ...foldInto(other, failure), consequences: other.consequences },
  )
  const failures = leaf ? [foldInto(leaf, failure), ...placed] : [failure]
  return { failures, end: group.end, remote: false }
}

// `"""`, or `'''` where the pool's own manager thread failed or the message has the other
const isFence = (text: string | null): boolean => text !== null && /^(?:"""|''')$/.test(text.trim())

/** The traceback of another process, between two lines of `"""` or `'''`. */
function readRemote(lines: Lines, at: number, margin: string, depth: number): Chain | null {
  if (depth > deepest || !isFence(insideMargin(lines[at], margin))) return null
  if (!parseTracebackHeader(lines[at + 1] ?? '')) return null
  const chain = readChain(lines, at + 1, margin, depth + 1)
  if (!chain) return null
  let end = chain.end
  for (let index = end; index < lines.length && index < end + reach; index++) {
    if (isFence(insideMargin(lines[index], margin))) end = index + 1
    if (end > index) break
  }
  return { failures: chain.failures, end }
}

/** The members of an exception group, each below `+---------------- 1 ----------------`. */
function readGroup(lines: Lines, at: number, margin: string, depth: number): Chain | null {
  if (depth > deepest || !margin.endsWith('| ')) return null
  const base = margin.slice(0, -2)
  const member = `${base}  | `
  const failures: Failure[] = []
  let index = at
  //   +-+---------------- 1 ----------------
  if (!lines[index]?.startsWith(`${base}+-+--`)) return null
  while (index < lines.length) {
    const line = lines[index] ?? ''
    const opens =
      line.startsWith(`${base}+-+--`) || (line.startsWith(`${base}  +--`) && / (?:\d+|\.\.\.) -/.test(line))
    if (opens) {
      const chain = readChain(lines, index + 1, member, depth + 1)
      if (chain) failures.push(...chain.failures)
      index = Math.max(chain?.end ?? 0, index + 1)
    } else if (line.startsWith(`${base}  +--`)) {
      return { failures, end: index + 1 }
    } else if (line.startsWith(member.trimEnd()) || line.startsWith(`${base}   `)) {
      index++
    } else {
      break
    }
  }
  return { failures, end: index }
}

/** The sentence that joins two tracebacks, and where the second begins. */
function findLink(lines: Lines, from: number, margin: string): { link: Link; at: number } | null {
  let link: Link | null = null
  for (let index = from; index < lines.length && index < from + reach; index++) {
    const text = insideMargin(lines[index], margin)
    if (text === null) continue
    if (link && (parseTracebackHeader(text) || /RemoteTraceback:\s*$/.test(text))) return { link, at: index }
    // The above exception was the direct cause of the following exception:
    if (text.startsWith('The above exception was the direct cause')) link = 'cause'
    // During handling of the above exception, another exception occurred:
    else if (text.startsWith('During handling of the above exception')) link = 'context'
    else if (text.trim() !== '' && !isLogLine(text)) {
      // An exception that was raised without frames: only its line is printed.
      return link && index > from ? { link, at: index } : null
    }
  }
  return null
}
