// Makes a failure of a printed stack and the message below it.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Position } from '../../model/position.ts'
import { echoOf } from './caret-line.ts'
import { normalizePath } from './frame-line.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'
import { raiseFactOf } from './raise-fact.ts'
import type { Message } from './read-message.ts'
import type { PrintedFrame } from './read-stack.ts'
import { tracebackFacts } from './traceback-facts.ts'

export const tracebackFormat = 'python-traceback'

type MessageParts = Pick<Message, 'message' | 'code' | 'details'>

/**
 * The failure of one traceback. Its place is the innermost own frame or, above a SyntaxError, the `File` line without
 * function; `message` null stands for a text cut off before the exception.
 */
export function failureOfTraceback(
  printed: readonly PrintedFrame[],
  message: MessageParts | null,
  at: Failure['at'],
): Failure {
  const last = printed.at(-1)
  const parsed = last && last.function === null ? last : null
  const calls = printed.filter(frame => frame !== parsed)
  const frames = framesOf(calls)
  const raised = parsed || !message ? null : raiseFactOf(frames)
  const facts = [...(raised === null ? [] : [raised]), ...tracebackFacts(frames, message?.message ?? '')]
  const shown =
    parsed ?? calls.findLast((_, index) => frames[frames.length - 1 - index]?.own === true) ?? null
  return failureOf({
    tool: 'python',
    format: tracebackFormat,
    message: message?.message ?? 'Traceback (most recent call last):',
    code: message?.code ?? null,
    details: message?.details ?? [],
    ...(facts.length === 0 ? {} : { facts }),
    frames,
    place: shown ? positionOf(shown) : null,
    echo: shown?.source != null ? echoOf(shown.source, shown.carets, parsed ? 'code-points' : 'cells') : null,
    version: versionFromPaths(printed.map(frame => frame.file)),
    at,
  })
}

/** The model's frames, innermost first, of printed ones, outermost first. */
export function framesOf(printed: readonly PrintedFrame[]): readonly Frame[] {
  const frames = printed.map((frame, index): Frame => {
    const name = frame.function ?? ''
    const source = frame.source?.trim()
    return {
      function: name,
      file: normalizePath(frame.file),
      line: frame.line,
      own: isOwnFrame(frame.file, name) && !startsWorker(frame, printed[index + 1]),
      ...(source === undefined ? {} : { source }),
    }
  })
  return frames.reverse()
}

/** A worker process is started with `python -c 'from multiprocessing.spawn import spawn_main; …'`. */
function startsWorker(frame: PrintedFrame, inner: PrintedFrame | undefined): boolean {
  return frame.file === '<string>' && inner !== undefined && /multiprocessing[/\\]\w+\.py$/.test(inner.file)
}

/** The column stays unknown: the printed source has lost its indentation. */
function positionOf(frame: PrintedFrame): Position {
  return { file: normalizePath(frame.file), line: frame.line, column: null, unit: 'code-points' }
}
