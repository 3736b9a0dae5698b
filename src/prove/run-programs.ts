// Runs the proofs of many entries on one toolchain, together where that is faster.

import type { Entry } from '../model/entry.ts'
import { inRange } from '../model/version-range.ts'
import { fitsBatch, runGoBatch } from './go-batch.ts'
import { isMeasured, measureProof } from './measure-programs.ts'
import { eachOf } from './pool.ts'
import type { PrepareOptions } from './prepare-needs.ts'
import {
  isBroken,
  type Program,
  type ProofPrograms,
  type ProofResult,
  programsOf,
  type Run,
  type SkipReason,
} from './program.ts'
import type { ProofCache } from './proof-cache.ts'
import { runAlone } from './run-alone.ts'
import { openSandbox } from './sandbox.ts'
import type { Toolchain } from './toolchain.ts'

export interface RunOptions {
  /** Null: run everything anew and remember nothing. */
  readonly cache: ProofCache | null
  /** Called with the number of entries done so far. */
  readonly progress?: (done: number) => void
  /** How the third-party packages that entries need are made ready; absent: those that are not there are skipped. */
  readonly prepare?: PrepareOptions
}

/**
 * Runs the proofs of those `entries` that are about the toolchain's tool and have something to run, and gives one
 * result for each, in their order. Entries whose proof doesn't claim this version are skipped.
 */
export async function runProofs(
  entries: readonly Entry[],
  toolchain: Toolchain,
  options: RunOptions,
): Promise<readonly ProofResult[]> {
  const prepare = options.prepare ?? { fetch: false }
  const results = new Map<string, ProofResult>()
  const due: ProofPrograms[] = []
  const done = (entry: string, runs: readonly Run[], skipped?: SkipReason) => {
    const { id, version } = toolchain
    results.set(entry, { entry, toolchain: id, version, runs, ...(skipped === undefined ? {} : { skipped }) })
    options.progress?.(results.size)
  }
  for (const entry of entries) {
    const proof = programsFor(entry, toolchain)
    if (entry.tool !== toolchain.tool || proof.programs.length === 0) continue
    const known = await options.cache?.read(proof, toolchain)
    if (!inRange(toolchain.version, entry.proof.range)) done(entry.id, [], 'range')
    else if (known) done(entry.id, known)
    else due.push(proof)
  }
  const settle = async (proof: ProofPrograms, outcomes: readonly (Run | SkipReason)[]) => {
    const runs = outcomes.filter(outcome => typeof outcome !== 'string')
    const skipped = outcomes.find(outcome => typeof outcome === 'string')
    if (skipped === undefined && runs.every(looksProven)) await options.cache?.write(proof, toolchain, runs)
    done(proof.entry, runs, skipped)
  }

  const run = due.filter(proof => !isMeasured(proof))
  const batch = await runBatch(run, toolchain)
  await eachOf(run, 2, async proof => {
    const outcomes: (Run | SkipReason)[] = []
    for (const program of proof.programs) {
      const outcome = batch.get(program) ?? (await runAlone(program, toolchain, prepare))
      outcomes.push(outcome)
      // What the first program lacks, the others lack.
      if (outcome === 'unfetched' || outcome === 'unavailable' || outcome === 'server') break
    }
    await settle(proof, outcomes)
  })
  // Last and one at a time: what is measured wants the machine to itself.
  for (const proof of due.filter(isMeasured)) {
    const outcome = await measureProof(proof, toolchain, prepare)
    await settle(proof, typeof outcome === 'string' ? [outcome] : outcome)
  }
  return entries.flatMap(entry => results.get(entry.id) ?? [])
}

/** The programs of an entry without those of other versions. */
function programsFor(entry: Entry, { version }: Toolchain): ProofPrograms {
  const proof = programsOf(entry)
  return { ...proof, programs: proof.programs.filter(({ range }) => inRange(version, range)) }
}

/** Only these are remembered: what a busy machine spoiled gets another chance. */
function looksProven({ role, exit }: Run): boolean {
  return isBroken(role) ? exit > 0 && exit !== 124 : exit === 0
}

async function runBatch(
  proofs: readonly ProofPrograms[],
  toolchain: Toolchain,
): Promise<ReadonlyMap<Program, Run>> {
  const found = new Map<Program, Run>()
  if (toolchain.tool !== 'go') return found
  const sandbox = await openSandbox()
  try {
    const { runs } = await runGoBatch(proofs, toolchain, sandbox)
    const byKey = new Map(runs.map(run => [`${run.entry} ${run.role}`, run]))
    for (const program of proofs.flatMap(proof => proof.programs)) {
      const run = fitsBatch(program) ? byKey.get(`${program.entry} ${program.role}`) : undefined
      if (run !== undefined) found.set(program, run)
    }
  } finally {
    await sandbox.remove()
  }
  return found
}
