// What must be true of every entry, by itself, beside the others, and against what real toolchains printed.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRecords, leadRecords } from '../src/check-records.ts'
import { checkEntries } from '../src/kb/check-entries.ts'
import { loadRetired } from '../src/kb/load-folder.ts'
import { explainText, parsedEntries, records } from './knowledge-base.ts'

const tell = ({ file, line, message }: { file: string; line: number; message: string }) =>
  `${file}:${line}: ${message}`

it('finds no fault in any entry', () => {
  expect(checkEntries(parsedEntries, loadRetired('kb')).map(tell)).toEqual([])
})

it('has all three kinds of entries, and advice that is refuted', () => {
  const kinds = new Set(parsedEntries.map(({ entry }) => entry.kind))
  expect(kinds).toEqual(new Set(['failure', 'question', 'advice']))
  expect(parsedEntries.filter(({ entry }) => entry.verdict === 'refuted').length).toBeGreaterThanOrEqual(2)
})

it('proves nearly everything by running it', () => {
  const unproven = parsedEntries
    .filter(({ entry }) => entry.proof.none !== undefined)
    .map(({ entry }) => entry.id)
  expect(unproven.length, unproven.join(', ')).toBeLessThanOrEqual(3)
})

it('leads every record of every version to its own entry first, and needs no exemption that stands there', () => {
  expect(checkRecords(parsedEntries, records, explainText).map(tell)).toEqual([])
})

it('has records of at least eight versions of each tool', () => {
  for (const tool of ['go', 'python']) {
    const versions = records.filter(({ toolchain }) => toolchain.startsWith(tool))
    expect(versions.length, tool).toBeGreaterThanOrEqual(6)
  }
})

it('confuses no two entries', () => {
  const confusion = new Map<string, number>()
  for (const { entry, findings } of leadRecords(parsedEntries, records, explainText)) {
    const led = findings[0]?.entry?.id ?? 'nothing'
    if (led !== entry) confusion.set(`${entry} -> ${led}`, (confusion.get(`${entry} -> ${led}`) ?? 0) + 1)
  }
  expect(Object.fromEntries(confusion)).toEqual({})
})

describe('the ledger of the original FAQ', () => {
  const [head = '', ...rows] = readFileSync('kb/ledger.tsv', 'utf8').replace(/\n$/, '').split('\n')
  const items = rows.map(row => row.split('\t'))

  it('gives each of its 414 items one verdict', () => {
    expect(head.split('\t')).toEqual(['item', 'section', 'question', 'verdict', 'reason', 'entry'])
    expect(new Set(items.map(([item]) => item)).size).toBe(414)
    expect(items.filter(row => row.length !== 6 || row[3] === '' || row[4] === '')).toEqual([])
  })

  it('names only entries that exist', () => {
    const ids = new Set(parsedEntries.map(({ entry }) => entry.id))
    expect(items.map(row => row[5] ?? '').filter(id => id !== '' && !ids.has(id))).toEqual([])
  })
})
