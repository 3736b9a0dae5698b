// Every proof, run on the toolchains of this machine: it must hold, and print what the record of that version says.

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainWith } from '../src/cli/explain-output.ts'
import { cacheFolder } from '../src/prove/cache-folder.ts'
import { findToolchains } from '../src/prove/find-toolchains.ts'
import { judge } from '../src/prove/judge.ts'
import { programsOf } from '../src/prove/program.ts'
import { openProofCache } from '../src/prove/proof-cache.ts'
import { leadsTheSame, recordLinesOf, sameRecord } from '../src/prove/records.ts'
import { runProofs } from '../src/prove/run-programs.ts'
import { kb, parse, parsedEntries, records } from './knowledge-base.ts'

const entries = parsedEntries.map(({ entry }) => entry)
const explain = explainWith(kb, parse)

/** Third-party packages are used where they are; only for these are they fetched. */
const fetched = ['python/http-missing-scheme', 'go/pgx-no-rows']

const { found } = await findToolchains({ go: [], python: [] })

for (const tool of ['go', 'python'] as const) {
  const toolchain = found.find(candidate => candidate.tool === tool)
  const own = entries.filter(entry => entry.tool === tool && programsOf(entry).programs.length > 0)
  if (toolchain === undefined) {
    it.skip.each(own.map(({ id }) => id))(`proves %s (skipped: no ${tool} on this machine)`, () => {})
    continue
  }
  describe(`on ${toolchain.id}`, async () => {
    const cache = openProofCache(`${cacheFolder()}/proofs`)
    const options = { cache: existsSync(cacheFolder()) ? cache : null }
    const sample = own.filter(({ id }) => fetched.includes(id))
    const others = own.filter(entry => !sample.includes(entry))
    const results = [
      ...(await runProofs(others, toolchain, options)),
      ...(await runProofs(sample, toolchain, { ...options, prepare: { fetch: true } })),
    ]
    const record = records.find(({ toolchain: id }) => id === toolchain.id)?.lines
    for (const result of results) {
      const entry = own.find(({ id }) => id === result.entry)
      if (entry === undefined || result.skipped === 'range') continue
      if (result.skipped !== undefined) {
        it.skip(`proves ${entry.id} (skipped: ${result.skipped})`, () => {})
        continue
      }
      it(`proves ${entry.id}`, () => {
        const judgement = judge(entry, result, explain)
        expect({ ...judgement, steps: judgement.steps.filter(({ holds }) => !holds) }).toMatchObject({
          holds: true,
          steps: [],
        })
        if (record === undefined) return
        for (const line of recordLinesOf(result)) {
          const recorded = record.find(r => r.entry === line.entry && r.program === line.program)
          // Third-party packages are recorded on few versions.
          if (recorded === undefined && entry.proof.needs !== undefined) continue
          expect(recorded, `a record of ${line.entry} ${line.program}`).toBeDefined()
          if (recorded === undefined || sameRecord(recorded, line, explain)) continue
          if (line.program === 'demo' || !leadsTheSame(recorded, line, explain))
            expect(line).toEqual(recorded)
        }
      })
    }
  })
}
