// A folder of its own for programs: what they are, where they may write, and the environment they see.

import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SourceFile } from './program.ts'
import type { Toolchain } from './toolchain.ts'

export interface Sandbox {
  readonly root: string
  /** Where the programs stand. */
  readonly app: string
  readonly home: string
  readonly temporary: string
  readonly remove: () => Promise<void>
}

// Go 1.23 and later count their own calls, in a process that outlives them and would write where we have cleaned up.
const quietTelemetry = ['.config', 'Library/Application Support', 'AppData/Roaming'].map(folder => ({
  name: `${folder}/go/telemetry/mode`,
  text: 'off',
}))

/** Makes an empty one below the system's folder for temporary files. */
export async function openSandbox(): Promise<Sandbox> {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'faqtual-'))
  const sandbox: Sandbox = {
    root,
    app: join(root, 'app'),
    home: join(root, 'home'),
    temporary: join(root, 'tmp'),
    // Programs may leave read-only folders behind; what can't be removed is the system's to clean.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined),
  }
  for (const folder of [sandbox.app, sandbox.home, sandbox.temporary]) await mkdir(folder)
  await writeFiles(sandbox.home, quietTelemetry)
  return sandbox
}

/** Writes `files` below `folder`. Names that would leave it are refused. */
export async function writeFiles(folder: string, files: readonly SourceFile[]): Promise<void> {
  for (const file of files) {
    const parts = file.name.split(/[\\/]/)
    if (parts.includes('..') || parts[0] === '' || file.name.includes(':'))
      throw new Error(`a proof may not write outside its folder: ${file.name}`)
    const path = join(folder, ...parts)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, file.text)
  }
}

/** The environment of a program: little of this machine's, the same on every one, and no way to fetch anything. */
export function environmentOf(toolchain: Toolchain, sandbox: Sandbox): Readonly<Record<string, string>> {
  return {
    ...(process.platform === 'win32' ? pick(['SystemRoot', 'PATHEXT', 'ComSpec']) : {}),
    PATH: process.env.PATH ?? '',
    HOME: sandbox.home,
    USERPROFILE: sandbox.home,
    LOCALAPPDATA: sandbox.home,
    APPDATA: join(sandbox.home, 'AppData', 'Roaming'),
    TMPDIR: sandbox.temporary,
    TEMP: sandbox.temporary,
    TMP: sandbox.temporary,
    USER: 'dev',
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    COLUMNS: '80',
    ...toolchain.env,
  }
}

function pick(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
}
