// CPython as WebAssembly inside Node, for versions that few machines have yet. Only records are made with it.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { inheritedEnvironment } from './inherited-environment.ts'
import type { Program } from './program.ts'
import { pyodideDriver } from './pyodide-driver.ts'
import { runCommand } from './run-command.ts'
import type { MissingToolchain, Toolchain } from './toolchain.ts'

/** The version of the npm package `pyodide` that holds each CPython, from the release notes of Pyodide. */
const packages: Readonly<Record<string, string>> = { '3.14': '314.0.7', '3.15': '315.0.0-alpha.2' }

export const pyodideVersions: readonly string[] = Object.keys(packages)

/** Fetches CPython `minor` from npm into the cache, unless it is there. Reported as missing where that fails. */
export async function findPyodide(minor: string): Promise<Toolchain | MissingToolchain> {
  const missing = { tool: 'python', version: minor, reason: 'version' } as const
  const release = packages[minor]
  if (release === undefined) return { ...missing, detail: '' }
  const folder = join(cacheFolder(), 'pyodide', release)
  const driver = join(folder, 'driver.mjs')
  const modules = join(folder, 'node_modules', 'pyodide')
  const run = (command: readonly string[]) =>
    runCommand(command, {
      cwd: folder,
      env: inheritedEnvironment(),
      timeLimit: 300_000,
      network: true,
      apart: true,
    })
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(driver, pyodideDriver)
    await writeFile(join(folder, 'version.py'), 'import sys\nprint(sys.version.split()[0])\n')
  } catch (error) {
    return { ...missing, detail: error instanceof Error ? error.message : '' }
  }
  // What runs once need not be optimized.
  const command = [process.execPath, '--liftoff-only', driver, modules]
  let asked = await run([...command, 'version.py'])
  if (asked.exit !== 0) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const got = await run([
      npm,
      'install',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      `pyodide@${release}`,
    ])
    if (got.exit !== 0) return { ...missing, detail: lastLine(got.errors) }
    asked = await run([...command, 'version.py'])
  }
  // 3.14.2, 3.15.0rc1
  const full = asked.output.trim()
  if (asked.exit !== 0 || !full.startsWith(minor)) return { ...missing, detail: lastLine(asked.errors) }
  return {
    tool: 'python',
    version: full.replace(/[a-z].*$/, ''),
    id: `python${full}`,
    command,
    env: {},
    folders: [
      [`/lib/python${minor.replace('.', '')}.zip/`, `/usr/local/lib/python${minor}/`],
      [`"/lib/python${minor}/`, `"/usr/local/lib/python${minor}/`],
      [folder, '/usr/local/pyodide'],
    ],
    wasm: true,
  }
}

// What WebAssembly has not: threads, processes, sockets, an event loop of its own, some extension modules.
const absent =
  /^\s*(?:import|from)\s+(?:asyncio|concurrent|fcntl|multiprocessing|resource|select|signal|socket|sqlite3|ssl|subprocess|threading|urllib|http|ctypes|faulthandler)\b/m

/** Whether `program` is one that Pyodide runs as CPython would: one plain script. */
export function suitsPyodide({ files, run }: Program): boolean {
  const [main, ...others] = files
  return run === undefined && others.length === 0 && main?.name === 'main.py' && !absent.test(main.text)
}

/** Whether `output` betrays the platform: WebAssembly has other error numbers and less stack. */
export function isPyodideOnly(output: string): boolean {
  return /\[Errno \d+\]|[Pp]yodide|emscripten|RecursionError|MemoryError/.test(output)
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}
