// Modules that require third-party packages, made by `go get` through the proxy that the user has configured.

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { moduleFile } from './go-batch.ts'
import { inheritedEnvironment } from './inherited-environment.ts'
import type { Preparation } from './preparation.ts'
import { runCommand } from './run-command.ts'
import type { Toolchain } from './toolchain.ts'

const timeLimit = 600_000

/**
 * The `go.mod` and `go.sum` with `needs` (packages and their version), kept in `folder`; the packages themselves are in
 * the user's module cache. Where one of them is not, `fetching` is called and Go gets it; null: nothing is fetched.
 */
export async function prepareGoModule(
  needs: readonly string[],
  toolchain: Toolchain,
  folder: string,
  fetching: (() => void) | null,
): Promise<Preparation> {
  // example.com/a/b@v1.2.0
  const packages = needs.map(need => need.split('@')[0] ?? need)
  const there = await runCommand([...toolchain.command, 'list', '-deps', ...packages], {
    cwd: folder,
    env: { ...inheritedEnvironment(), ...toolchain.env },
    timeLimit,
    apart: true,
  })
  if (there.exit === 0) return { toolchain, files: await filesIn(folder) }
  if (fetching === null) return { skipped: 'unfetched', detail: '' }
  fetching()
  const draft = `${folder}.${process.pid}`
  try {
    await mkdir(draft, { recursive: true })
    await writeFile(join(draft, 'go.mod'), moduleFile('example.com/app', toolchain))
    const { GOROOT = '', GOCACHE = '', GOMODCACHE = '' } = toolchain.env
    const got = await runCommand([...toolchain.command, 'get', ...needs], {
      cwd: draft,
      // Fetched by this very version: one that a package finds too old is a reason to skip.
      env: {
        ...inheritedEnvironment(),
        GOROOT,
        GOCACHE,
        GOMODCACHE,
        GOTOOLCHAIN: 'local',
        GOFLAGS: '',
        GOWORK: 'off',
      },
      timeLimit,
      network: true,
      apart: true,
    })
    if (got.exit !== 0) return { skipped: 'unavailable', detail: lastLine(got.errors) }
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
    return { toolchain, files: await filesIn(folder) }
  } catch (error) {
    return { skipped: 'unavailable', detail: error instanceof Error ? error.message : '' }
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
  }
}

function filesIn(folder: string) {
  return Promise.all(
    ['go.mod', 'go.sum'].map(async name => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
