import { describe, expect, it } from 'vitest'
import { kb, parse } from '../../../../test/knowledge-base.ts'
import { inspectReport } from '../../../inspect.ts'
import { folderOfFiles, sourceFileOf } from '../../../model/source.ts'
import { why } from '../../../why.ts'
import { openInspector } from '../../inspector.ts'

/** What the answer to an output is, of its text alone or with the source beside it. */
function answerTo(output: string, source?: string) {
  const folder = folderOfFiles(source === undefined ? [] : [sourceFileOf('main.py', source)])
  const report = why([{ name: '-', bytes: new TextEncoder().encode(output) }], kb)
  return inspectReport(report, openInspector(folder, parse)).findings[0]
}

/** Captured: CPython 3.13.0 and, where they differ, 3.8.18. */
function printed(line: string, caret: number, message = 'invalid syntax'): string {
  return `  File "main.py", line 1\n    ${line}\n    ${' '.repeat(caret)}^\nSyntaxError: ${message}\n`
}

describe('the line of a bare invalid syntax', () => {
  it.each([
    ['x = a b', 6, 'python/missing-operator'],
    ['if a and:', 8, 'python/expression-cut-off'],
    ['x = not', 7, 'python/expression-cut-off'],
    // Up to 3.8 the caret of an end is one to the left.
    ['x = not', 6, 'python/expression-cut-off'],
    ['x = 1 +* 2', 7, 'python/two-operators'],
    ['f(a,, b)', 4, 'python/needless-comma'],
    ['x = [1; 2]', 6, 'python/wrong-separator'],
    ['x = pass', 4, 'python/statement-as-value'],
    ['def f(int a): pass', 10, 'python/parameter-not-a-name'],
    ['import a.b as c.d', 15, 'python/as-target'],
    ['else:', 0, 'python/clause-without-head'],
    ['pip install requests', 4, 'python/shell-command'],
    ['match x:', 6, 'python/newer-syntax'],
    ['total := 3', 6, 'python/walrus-unparenthesized'],
  ])('tells the mistake in %s', (line, caret, id) => {
    expect(answerTo(printed(line, caret))?.entry?.id).toBe(id)
  })

  it('tells a name with a lost underscore from a lost equals sign by the names of the file', () => {
    const source = 'order total = 3\nprint(order_total)\n'
    const finding = answerTo(printed('order total = 3', 6), source)
    expect(finding?.edits.map(({ title, certain }) => [title.en, certain])).toEqual([
      ['Write `order_total` instead of `order total`', true],
    ])
  })

  it('is certain of no repair that two words would do', () => {
    const source = 'total price\n'
    const finding = answerTo(printed('total price', 6), source)
    expect(finding?.edits.map(({ title, certain }) => [title.en, certain])).toEqual([['Insert `=`', false]])
  })
})
