// Remembers what proofs printed, by content and toolchain, so that only what changed runs again.

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ProofPrograms, Run } from './program.ts'
import type { Toolchain } from './toolchain.ts'

/** To be raised whenever the same programs would now give other runs. */
const runnerVersion = 5

export interface ProofCache {
  readonly read: (proof: ProofPrograms, toolchain: Toolchain) => Promise<readonly Run[] | null>
  readonly write: (proof: ProofPrograms, toolchain: Toolchain, runs: readonly Run[]) => Promise<void>
}

/** A cache below `folder`. What can't be read or written counts as not there. */
export function openProofCache(folder: string): ProofCache {
  const pathOf = (proof: ProofPrograms, toolchain: Toolchain) => {
    const key = keyOf(proof, toolchain)
    return join(folder, key.slice(0, 2), `${key.slice(2)}.json`)
  }
  return {
    read: async (proof, toolchain) => {
      try {
        return JSON.parse(await readFile(pathOf(proof, toolchain), 'utf8')) as readonly Run[]
      } catch {
        return null
      }
    },
    write: async (proof, toolchain, runs) => {
      const path = pathOf(proof, toolchain)
      const draft = `${path}.${process.pid}`
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(draft, JSON.stringify(runs))
        await rename(draft, path)
      } catch {
        // A full or read-only disk only makes the next run slower.
      }
    },
  }
}

function keyOf(proof: ProofPrograms, toolchain: Toolchain): string {
  const parts = [
    runnerVersion,
    process.platform,
    process.arch,
    toolchain.id,
    proof.entry,
    proof.programs,
    proof.measure,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
