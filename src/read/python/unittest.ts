// Reads the failed tests that `python -m unittest` lists, each a header over a traceback.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { readChain } from './read-chain.ts'
import { foldInto } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

export const unittestFormat = 'unittest'

// `ERROR: test_parse (__main__.T.test_parse)`, `FAIL: test_add (tests.T) (n=1)`, `ERROR: setUpClass (tests.T)`
const header = /^(?:ERROR|FAIL): \S.{0,300} ?[([].{1,300}[)\]]\s*$/
// ======================================================================
const rule = /^[=-]{40,}\s*$/

/** The tests that failed, one failure a test; their places and causes by the rules of tracebacks. */
export const unittest: Reader = {
  format: unittestFormat,
  starts: line => (line.startsWith('ERROR: ') || line.startsWith('FAIL: ')) && header.test(line),
  read: readTest,
}

function readTest(lines: Lines, at: number): Block | null {
  // The first line of the test's doc string may stand between.
  const ruled = [at + 1, at + 2].find(index => /^-{40,}\s*$/.test(lines[index] ?? ''))
  if (ruled === undefined) return null
  let start = ruled + 1
  while (start < lines.length && (lines[start] ?? '').trim() === '') start++
  const said = lines[start] ?? ''
  // ImportError: Failed to import test module: test_orders
  const wrapped = !parseTracebackHeader(said) && parseTracebackHeader(lines[start + 1] ?? '') !== null
  const chain = readChain(lines, wrapped ? start + 1 : start, '')
  const [first, ...others] = chain?.failures ?? []
  if (!chain || !first) return null
  const { rest, end } = readRest(lines, chain.end)
  const root: Failure = { ...first, details: [...first.details, ...rest] }
  const message = said.trim()
  const wrapper = {
    tool: 'python',
    format: unittestFormat,
    message,
    at: { line: start + 1, lines: 1 },
  } as const
  const failures = [wrapped ? foldInto(root, failureOf(wrapper)) : root, ...others]
  return { failures: failures.map(failure => ({ ...failure, format: unittestFormat })), end }
}

/** What follows the exception down to the next rule: the difference of two lists, captured output. */
function readRest(lines: Lines, from: number): { rest: readonly string[]; end: number } {
  const rest: string[] = []
  let end = from
  for (let index = from; index < lines.length && index < from + 200; index++) {
    const line = lines[index] ?? ''
    if (rule.test(line)) return { rest, end: index }
    if (parseTracebackHeader(line)) break
    if (line.trim() === '') continue
    rest.push(line.trim())
    end = index + 1
  }
  // Without a rule below nobody knows where the test's own words end.
  return { rest: [], end: Math.min(from, end) }
}
