// Virtual environments with third-party packages, made by pip from the registry that the user has configured.

import { rename, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inheritedEnvironment } from './inherited-environment.ts'
import type { Preparation } from './preparation.ts'
import { askPython } from './python-toolchains.ts'
import { runCommand } from './run-command.ts'
import type { Toolchain } from './toolchain.ts'

const timeLimit = 600_000

/**
 * The interpreter of the environment in `folder` with exactly `needs`. Where there is none, `fetching` is called and
 * pip makes one; null: nothing is fetched. Wheels only: a package that must be built here is not available.
 */
export async function preparePythonEnvironment(
  needs: readonly string[],
  toolchain: Toolchain,
  folder: string,
  fetching: (() => void) | null,
): Promise<Preparation> {
  const there = await environmentIn(folder, toolchain)
  if (there !== null) return { toolchain: there, files: [] }
  if (fetching === null) return { skipped: 'unfetched', detail: '' }
  fetching()
  // Made beside and moved when complete: an environment is never half there, and another process may make the same.
  const draft = `${folder}.${process.pid}`
  const run = (command: readonly string[]) =>
    runCommand(command, { cwd: tmpdir(), env: pipEnvironment(), timeLimit, network: true, apart: true })
  try {
    await rm(draft, { recursive: true, force: true })
    // The interpreter's own pip fills it: a pip of its own would take longer than most packages.
    const made = await run([...toolchain.command, '-m', 'venv', '--without-pip', draft])
    const pip = [...toolchain.command, '-m', 'pip', '--python', pythonIn(draft), 'install', '--quiet']
    const got = made.exit === 0 ? await run([...pip, '--only-binary', ':all:', ...needs]) : made
    if (got.exit !== 0) return { skipped: 'unavailable', detail: lastLine(got.errors || got.output) }
    await writeFile(join(draft, 'needs.txt'), `${needs.join('\n')}\n`)
    await rename(draft, folder).catch(() => undefined)
    const fresh = await environmentIn(folder, toolchain)
    return fresh === null ? { skipped: 'unavailable', detail: '' } : { toolchain: fresh, files: [] }
  } catch (error) {
    return { skipped: 'unavailable', detail: error instanceof Error ? error.message : '' }
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** The environment's interpreter as a toolchain; its records are those of the interpreter that made it. */
async function environmentIn(folder: string, base: Toolchain): Promise<Toolchain | null> {
  const python = await askPython(pythonIn(folder))
  if (typeof python === 'string' || python.version !== base.version) return null
  // Plugins are kept out of other programs since they may be anything; here they are what the entry asked for.
  const { PYTEST_DISABLE_PLUGIN_AUTOLOAD: _, ...env } = python.env
  return { ...python, id: base.id, env }
}

function pythonIn(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python')
}

function pipEnvironment(): Readonly<Record<string, string>> {
  return { HOME: homedir(), ...inheritedEnvironment(), PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' }
}

// ERROR: No matching distribution found for numpy==2.1.0
function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
