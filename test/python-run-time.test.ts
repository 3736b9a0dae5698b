// Mistakes in Python that show when the program runs: the edit offered first gives the program that was meant. The
// outputs are CPython 3.12's.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inspectReport } from '../src/inspect.ts'
import { folderOfFiles, sourceFileOf } from '../src/model/source.ts'
import { openInspector } from '../src/source/inspector.ts'
import { applyChanges } from '../src/source/unified-diff.ts'
import { why } from '../src/why.ts'
import { kb, parse } from './knowledge-base.ts'

interface Case {
  readonly mistake: string
  readonly source: string
  readonly output: string
  readonly fixed: string
}

const cases = JSON.parse(readFileSync('test/fixtures/python-run-time.json', 'utf8')) as readonly Case[]

it.each(cases.map(one => [one.mistake, one] as const))('mends %s', (_, { source, output, fixed }) => {
  const folder = folderOfFiles([sourceFileOf('main.py', source)])
  const report = why([{ name: '-', bytes: new TextEncoder().encode(output) }], kb)
  const [finding] = inspectReport(report, openInspector(folder, parse)).findings
  expect(applyChanges(source, finding?.edits[0]?.changes ?? [])).toBe(fixed)
})
