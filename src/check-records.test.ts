import { expect, it } from 'vitest'
import { checkRecords } from './check-records.ts'
import { type ParsedEntry, parseEntry } from './kb/parse-entry.ts'
import type { Entry } from './model/entry.ts'
import { failureOf } from './model/failure.ts'
import type { Finding } from './model/finding.ts'
import type { RunRole } from './prove/program.ts'
import { sampleEntry } from './prove/sample-entry.ts'

function parsedOf(id: string, signatures: Entry['signatures']): ParsedEntry {
  const parsed = parseEntry(id, `kb/${id}.md`, '')
  return { ...parsed, entry: { ...sampleEntry(id, { broken: '', fixed: '' }), signatures } }
}

/** Reads every line as a failure of the entry that it begins with: `go/x: boom 1`. */
const explain = (output: string): readonly Finding[] =>
  output.split('\n').map(line => ({
    input: 0,
    failure: failureOf({ tool: 'go', format: 'go-build', message: line.slice(line.indexOf(' ') + 1) }),
    entry: sampleEntry(line.slice(0, line.indexOf(':')), {}),
    confidence: 'exact',
    slots: {},
    alternatives: [],
    code: null,
    suspects: [],
    edits: [],
    count: 1,
  }))

function faultsOf(signatures: Entry['signatures'], outputs: Readonly<Record<string, string>>) {
  const lines = Object.entries(outputs).map(([program, output]) => ({
    entry: 'go/x',
    program: program as RunRole,
    command: 'go build',
    exit: program === 'fixed' ? 0 : 1,
    output,
  }))
  const records = [{ toolchain: 'go1.22.12', lines }]
  return checkRecords([parsedOf('go/x', signatures)], records, explain).map(({ message }) => message)
}

it('a wording counts as shown by the broken program, a further one, or a later line of either', () => {
  const signatures = ['boom {n}', 'bang {n}', 'crash {n}'].map(text => ({ text }))
  const outputs = { broken: 'go/x: boom 1\ngo/x: crash 1', 'also/bang': 'go/x: bang 1' }
  expect(faultsOf(signatures, outputs)).toEqual([])
  expect(faultsOf([...signatures, { text: 'hiss' }], outputs)).toEqual([
    "no record shows 'hiss' in its versions",
  ])
})

it('a wording that another entry explains or another version prints is not shown', () => {
  const outputs = { broken: 'go/x: boom 1\ngo/y: bang 1' }
  expect(faultsOf([{ text: 'boom {n}' }, { text: 'bang {n}' }], outputs)).toHaveLength(1)
  expect(faultsOf([{ text: 'boom {n}' }, { text: 'boom 1', range: '<1.20' }], outputs)).toHaveLength(1)
})

it('an exemption must be needed', () => {
  const signatures = [{ text: 'boom {n}', unrecorded: 'only Windows prints it' }]
  expect(faultsOf(signatures, { broken: 'go/x: boom 1' })).toEqual([
    "unrecorded is not needed, a record shows 'boom {n}'",
  ])
})

it('every broken program leads to its own entry first', () => {
  const outputs = { broken: 'go/x: boom 1', 'also/other': 'go/y: boom 1' }
  expect(faultsOf([{ text: 'boom {n}' }], outputs)).toEqual([
    "the record of its also/other program on go1.22.12 does not lead here: 'boom 1' leads to go/y",
  ])
})
