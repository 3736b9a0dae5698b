// Reads what `logging` prints when a log call itself fails.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines } from '../reader.ts'
import { failureOfTraceback, tracebackFormat } from './failure-of-traceback.ts'
import { readChain } from './read-chain.ts'
import { readStack } from './read-stack.ts'
import { foldInto } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

/**
 * `--- Logging error ---`, a traceback inside `logging`, then `Call stack:` with the reader's own call, `Message:`
 * and `Arguments:`. The own call is the place; the last two are details.
 */
export function readLoggingError(lines: Lines, at: number): Block | null {
  const header = parseTracebackHeader(lines[at + 1] ?? '')
  const chain = header && readChain(lines, at + 1, header.chainMargin)
  const [first, ...others] = chain?.failures ?? []
  if (!chain || !first) return null
  let root: Failure = first
  let end = chain.end
  // Call stack:
  if (/^\s*Call stack:\s*$/.test(lines[end] ?? '')) {
    const stack = readStack(lines, end + 1, header?.chainMargin ?? '')
    const call = failureOfTraceback(stack.frames, null, { line: end + 1, lines: stack.end - end })
    if (root.place === null) {
      root = {
        ...root,
        place: call.place,
        echo: call.echo,
        frames: [...root.frames, ...call.frames.filter(f => f.own)],
      }
    }
    end = stack.end
  }
  const details = [...root.details]
  // Message: 'order %s'
  // Arguments: (1, 2)
  while (end < lines.length && /^\s*(?:Message|Arguments): /.test(lines[end] ?? '')) {
    details.push((lines[end] ?? '').trim())
    end++
  }
  const said = failureOf({
    tool: 'python',
    format: tracebackFormat,
    message: '--- Logging error ---',
    at: { line: at + 1, lines: end - at },
  })
  return { failures: [foldInto({ ...root, details }, said), ...others], end }
}
