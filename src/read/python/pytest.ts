// Reads pytest's report: the sections of failures and errors; the summary only where nothing else is left of it.

import { type Failure, failureOf } from '../../model/failure.ts'
import type { Block, Lines, Reader } from '../reader.ts'
import { parseExceptionLine } from './exception-line.ts'
import { normalizePath } from './frame-line.ts'
import { isLogLine } from './other-stream.ts'
import { isOwnFrame } from './own-frame.ts'
import { pytestFormat, readPytestItem } from './pytest-item.ts'

// ================= FAILURES =================, ====== short test summary info ======
const section = /^={3,} (.{1,200}?) ={3,}\s*$/
// ____________________ test_negative ____________________, ____ ERROR at setup of test_fixture ____
const itemHeader = /^_{3,} (\S.{0,400}?) _{3,}\s*$/
// FAILED tests/x.py::test_x - AssertionError: assert 1 == 2
const summaryLine = /^(?:FAILED|ERROR) (\S+?\.py(?:::\S.*?)?)(?: - (.+))?$/
// ==== 2 failed, 1 error in 0.73s ====, 2 failed, 1 error in 0.73s, !!!! Interrupted: 1 error during collection !!!!
const totals =
  /^(?:=+ )?\d+ (?:failed|passed|errors?|skipped|warnings?|deselected|xfailed|xpassed)\b.{0,200} in [\d.]+s/
// /srv/app/main.py:5: assert None == 2: `--tb=line`
const oneLine = /^(\S[^:]*\.py|[A-Za-z]:\\[^:]*\.py):(\d{1,9}): (\S.*)$/
// ImportError while loading conftest '/srv/tests/conftest.py'.
const conftest = /^(?:ImportError|[\w.]+) while loading conftest '.+'\.?$/
// pytest: error: unrecognized arguments: --cov, python -m pytest: error: …
const usage = /^(?:\S{1,200} -m )?(?:pytest|py\.test|__main__\.py): error: \S/
// ERROR: file or directory not found: tests/x.py, ERROR: not found: /srv/tests/x.py::test_y
const notFound = /^ERROR: (?:file or directory not found: |not found: |found no collectors for )\S/

type Where = 'items' | 'summary' | 'other'

function whereOf(title: string): Where {
  if (title === 'FAILURES' || title === 'ERRORS') return 'items'
  return title === 'short test summary info' ? 'summary' : 'other'
}

function mayStart(line: string): boolean {
  if (line.startsWith('===')) return /^={3,} (?:FAILURES|ERRORS|short test summary info) ={3,}/.test(line)
  if (line.startsWith('___')) return itemHeader.test(line)
  // `E                        [100%]` is progress.
  if (line.startsWith('E  ')) return /^E {3,}\S/.test(line) && !/\[ *\d+%\]\s*$/.test(line)
  return (
    ((line.startsWith('FAILED ') || line.startsWith('ERROR ')) &&
      line.includes('::') &&
      summaryLine.test(line)) ||
    (line.includes(' while loading conftest ') && conftest.test(line)) ||
    usage.test(line) ||
    notFound.test(line)
  )
}

function read(lines: Lines, at: number): Block | null {
  const line = lines[at] ?? ''
  if (usage.test(line) || notFound.test(line)) {
    const failure = failureOf({
      tool: 'python',
      format: pytestFormat,
      message: line.trim(),
      at: { line: at + 1, lines: 1 },
    })
    return { failures: [failure], end: at + 1 }
  }
  // Without a failure too: what was read need not be read again.
  return readReport(lines, at)
}

/** Reads on over items, sections and summary until the totals or the end of what is pytest's. */
function readReport(lines: Lines, at: number): Block {
  const items: { test: string; failure: Failure }[] = []
  const summary: Failure[] = []
  const nodes: string[] = []
  let where: Where = summaryLine.test((lines[at] ?? '').slice(0, 20_000)) ? 'summary' : 'items'
  let index = at
  let end = at + 1
  while (index < lines.length) {
    const line = lines[index] ?? ''
    const title = section.exec(line)?.[1]
    if (totals.test(line)) {
      end = index + 1
      break
    }
    if (title !== undefined) {
      // Another session begins.
      if (title === 'test session starts' && index > at) break
      where = whereOf(title)
      end = ++index
    } else if (where === 'items') {
      const headed = itemHeader.test(line) || conftest.test(line)
      const item = headed ? index + 1 : index
      const to = endOfItem(lines, item)
      const told = headed ? [] : readOneLines(lines, item, to.at)
      const test = itemHeader.exec(line)?.[1] ?? ''
      for (const failure of told.length > 0 ? told : readPytestItem(lines, item, to.at))
        items.push({ test, failure })
      end = to.closed ? to.at : Math.max(end, lastOfItem(lines, item, to.at))
      index = Math.max(to.at, index + 1)
    } else {
      const told = where === 'summary' ? readSummaryLine(line, index) : null
      if (told) summary.push(told)
      const node = where === 'summary' && line.length < 20_000 ? summaryLine.exec(line)?.[1] : undefined
      if (node !== undefined) nodes.push(node)
      const known = told !== null || line.trim() === '' || /^(?:FAILED|ERROR|SKIPPED|XFAIL|!|\s)/.test(line)
      if (where === 'summary' && !known && !isLogLine(line)) break
      end = ++index
    }
  }
  const failures = items.map(({ test, failure }) => withTestAsFrame(failure, test, nodes))
  return { failures: failures.length > 0 ? failures : summary, end: Math.max(end, at + 1) }
}

// In tests/test_slug.py::test_slug: function uses no argument 'expected'
const nodeInMessage = /^In (\S+\.py::\w+)/

/** A failure that pytest tells without any line: the test itself is its frame, line unknown. */
function withTestAsFrame(failure: Failure, test: string, nodes: readonly string[]): Failure {
  if (failure.frames.length > 0 || failure.place !== null) return failure
  const name = test.replace(/^ERROR at (?:setup|teardown) of /, '').replaceAll('.', '::')
  const node =
    nodeInMessage.exec(failure.message)?.[1] ?? nodes.find(id => name !== '' && id.endsWith(`::${name}`))
  const [file, ...path] = node?.split('::') ?? []
  if (file === undefined) return failure
  const inTest = {
    function: path.at(-1)?.replace(/\[.*$/, '') ?? '',
    file: normalizePath(file),
    line: 0,
    own: true,
  }
  return { ...failure, frames: [inTest] }
}

/** The next header, section or total; `closed` when there is one, so that all before it is the item's. */
function endOfItem(lines: Lines, from: number): { at: number; closed: boolean } {
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const first = line[0]
    if (first === '=' && (section.test(line) || totals.test(line))) return { at: index, closed: true }
    if (first === '_' && itemHeader.test(line)) return { at: index, closed: true }
    if (first !== undefined && line.includes(' while loading conftest ') && conftest.test(line))
      return { at: index, closed: true }
    if (first === '!' && /^!{3,} .+ !{3,}/.test(line)) return { at: index, closed: true }
    if (first !== undefined && first >= '0' && first <= '9' && totals.test(line))
      return { at: index, closed: true }
  }
  return { at: lines.length, closed: false }
}

/** The last line that is surely pytest's in an item that nothing closes. */
function lastOfItem(lines: Lines, from: number, to: number): number {
  let end = from
  for (let index = from; index < to; index++) {
    if (/^(?:E|>)\s|^\S[^:]*\.py:\d+:/.test(lines[index] ?? '')) end = index + 1
  }
  return end
}

function readOneLines(lines: Lines, from: number, to: number): readonly Failure[] {
  const failures: Failure[] = []
  for (let index = from; index < to; index++) {
    // `>       load("{")`: the long style, its beginning cut off.
    if (lines[index]?.startsWith('>  ')) return []
    const [, file, number, words] = oneLine.exec((lines[index] ?? '').slice(0, 4000)) ?? []
    if (file === undefined || words === undefined) continue
    failures.push(
      failureOf({
        tool: 'python',
        format: pytestFormat,
        ...worded(words),
        place: isOwnFrame(file, '')
          ? { file: normalizePath(file), line: Number(number), column: null, unit: 'code-points' }
          : null,
        at: { line: index + 1, lines: 1 },
      }),
    )
  }
  return failures
}

function readSummaryLine(line: string, index: number): Failure | null {
  const words = line.length < 20_000 ? summaryLine.exec(line)?.[2] : undefined
  if (words === undefined) return null
  return failureOf({
    tool: 'python',
    format: pytestFormat,
    ...worded(words),
    at: { line: index + 1, lines: 1 },
  })
}

function worded(words: string): Pick<Failure, 'message' | 'code'> {
  if (/^assert\b/.test(words)) return { message: `AssertionError: ${words}`, code: 'AssertionError' }
  const parsed = parseExceptionLine(words)
  return { message: words, code: parsed?.typical ? parsed.code : null }
}

/** Failed tests and collection errors, one failure each; `assert` lines are told as the AssertionError they raise. */
export const pytest: Reader = { format: pytestFormat, starts: mayStart, read }
