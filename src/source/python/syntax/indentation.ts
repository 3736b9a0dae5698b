// Lines that stand too far right or left: by one blank, by a tab, by a level, or without a body.

import { addPass, indentBody, indentLike } from '../words.ts'
import { type Candidate, type PythonText, repairing } from './repair.ts'
import type { LogicalLine } from './statements.ts'

/** The line at fault, and its statement among its neighbours. */
function statementAt(
  { lines }: PythonText,
  line: number,
): { readonly at: number; readonly own: LogicalLine } | null {
  const at = lines.findLastIndex(one => one.line <= line)
  const own = lines[at]
  return own === undefined ? null : { at, own }
}

function setIndent(
  text: string,
  own: LogicalLine,
  indent: string,
): { start: number; end: number; text: string } {
  const first = own.tokens[0]?.start ?? 0
  return { start: text.lastIndexOf('\n', first - 1) + 1, end: first, text: indent }
}

function endsWithColon(line: LogicalLine | undefined): boolean {
  return line?.tokens.at(-1)?.text === ':'
}

/** One level of this file: four blanks where nothing tells another. */
function unitOf({ lines }: PythonText): string {
  for (const [i, one] of lines.entries()) {
    const next = lines[i + 1]
    if (
      endsWithColon(one) &&
      next !== undefined &&
      next.indent.length > one.indent.length &&
      next.indent.startsWith(one.indent)
    )
      return next.indent.slice(one.indent.length)
  }
  return '    '
}

/** Indents that a statement at `at` may have: of the lines around it, nearest first, and one level below a head. */
function plausibleIndents(
  source: PythonText,
  at: number,
): readonly { readonly indent: string; readonly line: number }[] {
  const { lines } = source
  const [before, after] = [lines[at - 1], lines[at + 1]]
  const found: { indent: string; line: number }[] = []
  if (before !== undefined && endsWithColon(before))
    found.push({ indent: before.indent + unitOf(source), line: before.line })
  else if (before !== undefined) found.push({ indent: before.indent, line: before.line })
  if (after !== undefined && !endsWithColon(before)) found.push({ indent: after.indent, line: after.line })
  for (const one of lines.slice(Math.max(0, at - 30), at).reverse())
    found.push({ indent: one.indent, line: one.line })
  const seen = new Set<string>()
  return found.filter(({ indent }) => !seen.has(indent) && seen.add(indent))
}

export const wrongIndent = repairing(
  (source, { line }) => {
    const { text, lines } = source
    const found = statementAt(source, line)
    if (found === null) return []
    const { at, own } = found
    return plausibleIndents(source, at)
      .filter(({ indent }) => indent !== own.indent)
      .slice(0, 3)
      .flatMap(({ indent, line: like }): readonly Candidate[] => {
        // The lines below that stand as far right belong to it.
        let last = at
        while (lines[last + 1] !== undefined && lines[last + 1]?.indent === own.indent) last++
        const alone = [setIndent(text, own, indent)]
        const whole = lines.slice(at, last + 1).map(one => setIndent(text, one, indent))
        const candidates = [{ title: indentLike(like), changes: alone, line: own.line }]
        return last > at
          ? [...candidates, { title: indentLike(like), changes: whole, line: own.line }]
          : candidates
      })
  },
  { parsesAlready: true },
)

/** A head without a body: what stands below is to be its body, or there is none yet. */
export const missingBody = repairing(
  (source, { line }) => {
    const { text, lines } = source
    const at = lines.findLastIndex((one, i) => one.line <= line && endsWithColon(lines[i - 1]))
    const [head, own] = [lines[at - 1], lines[at]]
    if (head === undefined || own === undefined || at < 1) return []
    const unit = unitOf(source)
    const indented = setIndent(text, own, head.indent + unit)
    // All lines up to the next blank one or the next that stands further left.
    let last = at
    while (
      lines[last + 1] !== undefined &&
      lines[last + 1]?.indent === own.indent &&
      (lines[last + 1]?.line ?? 0) === (lines[last]?.line ?? 0) + 1
    )
      last++
    const block = lines.slice(at, last + 1).map(one => setIndent(text, one, head.indent + unit))
    const end = head.tokens.at(-1)?.end ?? 0
    const pass = [{ start: end, end, text: `\n${head.indent}${unit}pass` }]
    const candidates: Candidate[] = [
      {
        title: indentBody,
        changes: [indented],
        line: own.line,
        doubtful: true,
      },
    ]
    if (last > at) candidates.unshift({ title: indentBody, changes: block, line: own.line, doubtful: true })
    candidates.push({ title: addPass, changes: pass, line: head.line, doubtful: true })
    return candidates
  },
  { parsesAlready: true },
)

/** Tabs among blanks: the line stands where its neighbours do. */
export const tabsAndBlanks = repairing(
  (source, { line }) => {
    const { text } = source
    const found = statementAt(source, line)
    if (found === null) return []
    const { at, own } = found
    const blanks = source.lines.filter(({ indent }) => indent.includes(' ') && !indent.includes('\t')).length
    const tabs = source.lines.filter(({ indent }) => indent.includes('\t') && !indent.includes(' ')).length
    const wanted = blanks >= tabs ? /^ *$/ : /^\t*$/
    return plausibleIndents(source, at)
      .filter(({ indent }) => indent !== own.indent && wanted.test(indent))
      .slice(0, 3)
      .map(({ indent, line: like }) => ({
        title: indentLike(like),
        changes: [setIndent(text, own, indent)],
        line: own.line,
      }))
  },
  { parsesAlready: true },
)

/** `return` at the level of the class or the module: it stands too far left. */
export const outsideFunction = repairing(
  (source, { line }) => {
    const { text, lines } = source
    const found = statementAt(source, line)
    if (found === null) return []
    const { at, own } = found
    const inside = lines.slice(0, at).findLast(one => one.indent.length > own.indent.length)
    const def = lines
      .slice(0, at)
      .findLast(
        one => one.tokens.some(({ text: word }) => word === 'def') && one.indent.length <= own.indent.length,
      )
    if (def === undefined) return []
    const body = lines.slice(0, at).find(one => one.line > def.line)
    const indents = [body?.indent, inside?.indent].filter(
      indent => indent !== undefined && indent.length > own.indent.length,
    )
    return [...new Set(indents)].map(indent => ({
      title: indentLike(body?.line ?? def.line),
      changes: [setIndent(text, own, indent ?? '')],
      line: own.line,
    }))
  },
  { parsesAlready: true },
)
