// Fresh data folders for servers: made once, kept as an archive in the cache, unpacked for every program.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { runCommand } from './run-command.ts'
import type { SystemUser } from './server-kind.ts'

export interface FreshData {
  /** Holds `data` and whatever else the server may write. */
  readonly folder: string
  readonly data: string
  readonly remove: () => Promise<void>
}

/** What makes the first data: fills `data` in `folder`, and says whether it did. */
export type MakeData = (folder: string, data: string) => Promise<boolean>

const archives = new Map<string, Promise<string | null>>()

/**
 * A folder of the `user` with data as `make` makes them; null where that fails. `name` and `version` (all that the data
 * depend on) name the archive.
 */
export async function freshData(
  name: string,
  version: string,
  user: SystemUser | null,
  make: MakeData,
): Promise<FreshData | null> {
  const key = createHash('sha256').update(version).digest('hex').slice(0, 16)
  const kept = join(cacheFolder(), name, `${key}.tar`)
  const archive = archives.get(kept) ?? keepArchive(kept, name, user, make)
  archives.set(kept, archive)
  if ((await archive) === null) return null
  const folder = await newFolder(name, user)
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  // Unpacked by tar: a thousand small files take Node, and cp, several times as long.
  if ((await runForServer(['tar', '-xpf', kept, '-C', folder], folder)).exit === 0)
    return { folder, data: join(folder, 'data'), remove }
  await remove()
  return null
}

async function keepArchive(kept: string, name: string, user: SystemUser | null, make: MakeData) {
  if (existsSync(kept)) return kept
  // The cache may lie where the server's user cannot look, so it is filled from outside.
  const folder = await newFolder(name, user)
  try {
    const draft = `${kept}.${process.pid}`
    await mkdir(dirname(kept), { recursive: true })
    if (!(await make(folder, join(folder, 'data')))) return null
    if ((await runForServer(['tar', '-cf', draft, 'data'], folder)).exit !== 0) return null
    await rename(draft, kept)
    return kept
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs one of the server's own commands, without network. */
export function runForServer(command: readonly string[], cwd: string) {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return runCommand(command, { cwd, env, timeLimit: 60_000 })
}

/** The first of `names` that this machine knows, for servers that refuse to run as root; null unless we are root. */
export async function systemUser(names: readonly string[]): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map(line => line.split(':'))
  // postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
  const row = names.flatMap(name => users.filter(([user]) => user === name))[0]
  return row === undefined ? null : { uid: Number(row[2]), gid: Number(row[3]) }
}

async function newFolder(name: string, user: SystemUser | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `faqtual-${name}-`))
  if (user !== null) await chown(folder, user.uid, user.gid)
  return folder
}
