// Every inspection is named by an entry, answers on that entry's own program, and keeps its promises: the program
// builds after an edit that is called certain.

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectReport } from '../src/inspect.ts'
import type { Entry } from '../src/model/entry.ts'
import { failureOf, type Tool } from '../src/model/failure.ts'
import type { Finding } from '../src/model/finding.ts'
import { folderOfFiles, sourceFileOf } from '../src/model/source.ts'
import { cacheFolder } from '../src/prove/cache-folder.ts'
import { findToolchains } from '../src/prove/find-toolchains.ts'
import { isBroken, type Program, programsOf } from '../src/prove/program.ts'
import { openProofCache } from '../src/prove/proof-cache.ts'
import { runProofs } from '../src/prove/run-programs.ts'
import { inspections, openInspector } from '../src/source/inspector.ts'
import { applyChanges } from '../src/source/unified-diff.ts'
import { why } from '../src/why.ts'
import { hostileInputs } from './hostile-inputs.ts'
import { kb, parse, parsedEntries, records } from './knowledge-base.ts'

const tools: readonly Tool[] = ['go', 'python']
const entries = parsedEntries.map(({ entry }) => entry)
const [sample] = entries
if (sample === undefined) throw new Error('there is no entry')
const longestSource = 8000
const namesOf = ({ inspect, signatures }: Entry) => [
  ...inspect,
  ...signatures.flatMap(({ when }) => (when === undefined ? [] : [when])),
]

/** A broken program, what it printed on the newest toolchain, and what the whole pipeline finds in both. */
interface Inspected {
  readonly entry: Entry
  readonly program: Program
  readonly finding: Finding
}

function inspectProgram(entry: Entry, program: Program): readonly Inspected[] {
  const newest = records.filter(({ toolchain }) => toolchain.startsWith(entry.tool)).reverse()
  const record = newest
    .flatMap(({ lines }) => lines)
    .find(line => line.entry === entry.id && line.program === program.role)
  if (record === undefined) return []
  const folder = folderOfFiles(program.files.map(({ name, text }) => sourceFileOf(name, text)))
  const report = why([{ name: '-', bytes: new TextEncoder().encode(record.output) }], kb)
  const [finding] = inspectReport(report, openInspector(folder, parse)).findings
  return finding === undefined ? [] : [{ entry, program, finding }]
}

const inspected = entries
  .filter(entry => namesOf(entry).length > 0)
  .flatMap(entry => {
    const broken = programsOf(entry).programs.filter(({ role }) => isBroken(role))
    return broken.flatMap(program => inspectProgram(entry, program))
  })

describe.each(tools)('the inspections of %s', tool => {
  const known = Object.keys(inspections[tool])

  it('are named by entries, and entries name no others', () => {
    const named = new Set(entries.filter(entry => entry.tool === tool).flatMap(namesOf))
    expect([...named].filter(name => !known.includes(name))).toEqual([])
    expect(known.filter(name => !named.has(name))).toEqual([])
  })

  // Not of each entry that names them: what a reader left out or misspelt, its program may have right.
  it('have something to say of a program of an entry that names them', () => {
    // A place, where the text names a file and no line, is something as well.
    const isFound = ({ failure }: Finding) => failure.place !== null && failure.frames[0]?.line === 0
    const telling = inspected.filter(
      ({ finding }) =>
        finding.edits.length > 0 ||
        finding.suspects.length > 0 ||
        (finding.notes ?? []).length > 0 ||
        isFound(finding),
    )
    const silent = known.filter(name => !telling.some(({ entry }) => namesOf(entry).includes(name)))
    expect(silent).toEqual([])
  })

  it('survive every hostile input as source', () => {
    const slow: string[] = []
    for (const { name, text } of hostileInputs) {
      // As long as a long source file; that readers survive a gigabyte is another test.
      const file = sourceFileOf(`main.${tool === 'go' ? 'go' : 'py'}`, text.slice(0, longestSource))
      const folder = folderOfFiles([file])
      const line = Math.ceil(file.lines.length / 2)
      const place = { file: file.path, line, column: 2, unit: 'bytes' as const }
      const failure = failureOf({ tool, format: 'text', message: 'x', place })
      const inspector = openInspector(folder, parse)
      for (const inspection of known) {
        const entry: Entry = { ...sample, tool, inspect: [inspection] }
        const start = performance.now()
        expect(
          () => inspector.sharpen(entry, failure, { name: 'x', type: 'int', value: 'y' }),
          name,
        ).not.toThrow()
        const took = performance.now() - start
        if (took > 3000) slow.push(`${inspection}: ${name}`)
      }
    }
    expect(slow).toEqual([])
  }, 120_000)
})

// A folder is called by it: no space, no slash beyond the entry's own.
function mendedId({ id }: Entry, { role }: Program): string {
  return `${id}-${role.replaceAll('/', '-')}`
}

/** The entry with its program mended by its first edit: a program that must build. */
function mended({ entry, program, finding }: Inspected): Entry {
  const changes = finding.edits[0]?.changes ?? []
  const files = program.files.map(({ name, text }) => ({
    role: 'fixed' as const,
    name,
    text: applyChanges(
      text,
      changes.filter(({ path }) => path === name),
    ),
  }))
  const range = program.range ?? entry.proof.range
  const proof = { ...entry.proof, files, ...(range === undefined ? {} : { range }) }
  return { ...entry, id: mendedId(entry, program), proof }
}

const { found } = await findToolchains({ go: [], python: [] })

describe.each(tools)('a certain edit of %s', async tool => {
  const certain = inspected.filter(({ entry, finding }) => entry.tool === tool && finding.edits[0]?.certain)
  const toolchain = found.find(candidate => candidate.tool === tool)
  if (toolchain === undefined || certain.length === 0) {
    it.skip(`mends its program (skipped: ${certain.length === 0 ? 'none yet' : `no ${tool} on this machine`})`, () => {})
    return
  }
  const cache = existsSync(cacheFolder()) ? openProofCache(`${cacheFolder()}/proofs`) : null
  const results = await runProofs(certain.map(mended), toolchain, { cache })
  it.each(certain.map(one => ({ id: mendedId(one.entry, one.program), one })))('mends $id', ({ id, one }) => {
    const { message, place } = one.finding.failure
    const outputs = results.find(({ entry }) => entry === id)?.runs.map(({ output }) => output) ?? []
    const left = outputs.flatMap(
      output => why([{ name: '-', bytes: new TextEncoder().encode(output) }], kb).findings,
    )
    // Another mistake of the same program may be left, elsewhere.
    const isSyntax = (text: string) => /^(?:syntax error|SyntaxError|IndentationError|TabError): /.test(text)
    const same = left.filter(
      ({ failure }) =>
        failure.message === message ||
        (isSyntax(message) && isSyntax(failure.message) && failure.place?.line === place?.line),
    )
    expect(same.map(({ failure }) => failure.message)).toEqual([])
  })
})
