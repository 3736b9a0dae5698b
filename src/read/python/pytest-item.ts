// Reads the body of one failed pytest item: its frames, its `E` lines, in any `--tb` style.

import { type Failure, type Frame, failureOf } from '../../model/failure.ts'
import type { Lines } from '../reader.ts'
import { echoOf, isCaretLine } from './caret-line.ts'
import { parseExceptionLine } from './exception-line.ts'
import { normalizePath } from './frame-line.ts'
import { isOwnFrame } from './own-frame.ts'
import { versionFromPaths } from './python-version.ts'
import { readChain } from './read-chain.ts'
import { type Link, relateNext } from './relate-chain.ts'
import { parseTracebackHeader } from './traceback-header.ts'

export const pytestFormat = 'pytest'

// `E       assert None == 2`, `E   ModuleNotFoundError: No module named 'x'`
const errorLine = /^E(?:\s{1,3}(.*))?$/
// `main.py:5: AssertionError`, `tests/test_x.py:10: `, `tests/test_x.py:5: in test_negative`
const placeLine = /^((?:[A-Za-z]:)?[^\s:][^:]*\.\w{1,4}|<[^>]+>):(\d{1,9}):(?: (?:in (.+)|([\w.]+)))?\s*$/
// `file /srv/app/main.py, line 10` above a test whose fixture is missing
const fileLine = /^file (.+), line (\d{1,9})\s*$/
// `tests/conftest.py:6:  def database(tmp_path)` below a ScopeMismatch
const fixtureLine = /^([^\s:][^:]*\.py):(\d{1,9}): {1,2}def (\w+)\(/
// `>       assert compute(-1) == 2`
const currentLine = /^>(\s+\S.*)$/
// `    def test_negative():`
const definition = /^\s*(?:async )?def (\w+)\(/

/** A source line as printed, and the marks below it. */
interface Source {
  readonly raw: string
  readonly carets: string | null
}

const noSource = (): Source | null => null

interface Shown {
  readonly frame: Frame
  readonly raw: string | null
  readonly carets: string | null
}

/** One exception of the item: pytest prints a chain as several, with CPython's sentence between. */
interface Part {
  shown: Shown[]
  errors: string[]
  raised: string | null
  plain: string[]
}

const emptyPart = (): Part => ({ shown: [], errors: [], raised: null, plain: [] })

/** The failures of an item whose body fills the lines from `from` to `to`; usually one. */
export function readPytestItem(lines: Lines, from: number, to: number): readonly Failure[] {
  const at = { line: from + 1, lines: to - from }
  let roots: readonly Failure[] = []
  let link: Link = 'context'
  let part = emptyPart()
  let source = noSource()
  let name = ''
  const close = () => {
    const failure = failureOfPart(part, at)
    if (failure) roots = relateNext(roots, failure, link)
    part = emptyPart()
  }
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? ''
    // ----------------------------- Captured stdout call -----------------------------
    if (/^-{3,} Captured .+ -{3,}$/.test(line)) break
    const header = line.startsWith('E ') ? null : parseTracebackHeader(line)
    if (header) {
      const chain = readChain(lines.slice(0, to), index, header.chainMargin)
      if (!chain) continue
      roots = [...roots, ...chain.failures.map(failure => ({ ...failure, format: pytestFormat }))]
      index = chain.end - 1
      continue
    }
    const place = line.length < 2000 ? (placeLine.exec(line) ?? fixtureLine.exec(line)) : null
    const error = errorLine.exec(line)
    if (error) part.errors.push(error[1] ?? '')
    else if (place) {
      const [, file = '', number = '', inFunction, raised] = place
      const styleShort = inFunction !== undefined && !fixtureLine.test(line)
      // In the short style the source follows its place, in the long one it stands above.
      const below = styleShort ? sourceBelow(lines, index + 1, to) : null
      const shown = styleShort ? below : source
      part.shown.push(showFrame(file, Number(number), inFunction ?? name, shown))
      part.raised = raised ?? part.raised
      if (below) index += below.carets === null ? 1 : 2
      source = noSource()
      name = ''
    } else if (currentLine.test(line)) {
      source ??= { raw: ` ${line.slice(1)}`, carets: null }
    } else if (source && isCaretLine(line)) source = { ...source, carets: line }
    else if (line.startsWith('The above exception was the direct cause')) {
      close()
      link = 'cause'
    } else if (line.startsWith('During handling of the above exception')) {
      close()
      link = 'context'
    } else {
      const missing = fileLine.exec(line)
      if (missing)
        part.shown.push(showFrame(missing[1] ?? '', Number(missing[2]), '', indentedSource(lines[index + 1])))
      name = definition.exec(line)?.[1] ?? name
      const said = /^\S/.test(line) || part.plain.length > 0
      if (said && line.trim() !== '' && !/^(?:_ ){4}|^Traceback:|^Hint: |^file /.test(line))
        part.plain.push(line.trim())
    }
  }
  close()
  return roots
}

function indentedSource(line: string | undefined): Source | null {
  return line?.startsWith('  ') ? { raw: line, carets: null } : null
}

function sourceBelow(lines: Lines, at: number, to: number): Source | null {
  const raw = lines[at] ?? ''
  // `    ???` stands for a source that is not there.
  if (at >= to || !/^\s{2,}\S/.test(raw) || raw.trim() === '???') return null
  const next = lines[at + 1] ?? ''
  return { raw, carets: at + 1 < to && isCaretLine(next) ? next : null }
}

function showFrame(file: string, line: number, name: string, source: Source | null): Shown {
  const text = source?.raw.trim()
  return {
    frame: {
      function: name,
      file: normalizePath(file),
      line,
      own: isOwnFrame(file, name),
      ...(text === undefined ? {} : { source: text }),
    },
    raw: source?.raw ?? null,
    carets: source?.carets ?? null,
  }
}

function failureOfPart(part: Part, at: Failure['at']): Failure | null {
  const said = part.errors.length > 0 ? messageOf(part.errors, part.raised) : plainMessage(part.plain)
  if (!said) return null
  const syntax = part.errors.some(text => text.includes('File "')) ? readSyntax(part.errors) : null
  if (syntax) return { ...syntax, format: pytestFormat, at }
  const shown = [...part.shown].reverse()
  const own = shown.find(candidate => candidate.frame.own)
  return failureOf({
    tool: 'python',
    format: pytestFormat,
    ...said,
    place: own ? { file: own.frame.file, line: own.frame.line, column: null, unit: 'code-points' } : null,
    echo: own?.raw != null ? echoOf(own.raw, own.carets, 'cells') : null,
    frames: shown.map(candidate => candidate.frame),
    version: versionFromPaths(shown.map(candidate => candidate.frame.file)),
    at,
  })
}

// E     File "/srv/tests/test_x.py", line 3
function readSyntax(errors: readonly string[]): Failure | null {
  const start = errors.findIndex(text => text.includes('File "'))
  const margin = /^\s*/.exec(errors[start] ?? '')?.[0].slice(2) ?? ''
  return readChain(errors, start, margin)?.failures[0] ?? null
}

/** `assert None == 2` becomes `AssertionError: assert None == 2`, as its traceback would say. */
function messageOf(
  errors: readonly string[],
  raised: string | null,
): Pick<Failure, 'message' | 'code' | 'details'> {
  const [first = '', ...rest] = errors.map(text => text.trim()).filter(text => text !== '')
  const parsed = parseExceptionLine(first)
  const named =
    parsed && (parsed.typical || parsed.code === raised || parsed.message === raised) ? parsed : null
  const asserted = !named && (raised === 'AssertionError' || /^assert\b/.test(first))
  return {
    message: asserted ? `AssertionError: ${first}` : first,
    code: asserted ? 'AssertionError' : (named?.code ?? null),
    details: rest,
  }
}

function plainMessage(plain: readonly string[]): Pick<Failure, 'message' | 'code' | 'details'> | null {
  const [message, ...details] = plain
  if (message === undefined) return null
  return { message, code: null, details }
}
