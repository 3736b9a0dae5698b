// PostgreSQL for the programs of a proof: one database, whose owner is no superuser, and few connections.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { runCommand } from './run-command.ts'
import { asUser, findServerProgram, type ServerKind, type SystemUser } from './server-kind.ts'

const role = 'shop'
const password = 'secret'
// Two databases instead of four: each is three hundred files, and creating files is what a fresh server costs.
const setUp = [
  `CREATE ROLE ${role} LOGIN PASSWORD '${password}'`,
  `ALTER DATABASE postgres RENAME TO ${role}`,
  `ALTER DATABASE ${role} OWNER TO ${role}`,
  "UPDATE pg_database SET datistemplate = false WHERE datname = 'template0'",
  'DROP DATABASE template0',
  '',
].join(';\n')

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  // `too many clients` comes soon.
  max_connections: '20',
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

let template: Promise<string | null> | null = null

export const postgres: ServerKind = {
  usualPort: 5432,
  stopSignal: 'SIGQUIT',
  prepare: async port => {
    const program = findServerProgram('postgres', await installedFolders())
    if (program === null) return null
    const user = await serverUser()
    template ??= makeTemplate(program, user)
    const original = await template
    if (original === null) return null
    const folder = await newFolder(user)
    const data = join(folder, 'data')
    const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
    // Unpacked by tar: a thousand small files take Node, and cp, several times as long.
    if ((await run(['tar', '-xpf', original, '-C', folder], folder)).exit !== 0) {
      await remove()
      return null
    }
    const options = { ...settings, port: `${port}` }
    return {
      command: [
        program,
        '-D',
        data,
        ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      user,
      env: { DATABASE_URL: `postgres://${role}:${password}@127.0.0.1:${port}/${role}?sslmode=disable` },
      // Its last line: `ready   `, before that `starting`.
      isReady: async () =>
        (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).includes('\nready'),
      remove,
    }
  },
}

/** Debian keeps the server out of PATH: /usr/lib/postgresql/15/bin, newest first. */
async function installedFolders(): Promise<readonly string[]> {
  const root = '/usr/lib/postgresql'
  const versions = (await readdir(root).catch(() => [])).sort((a, b) => Number(b) - Number(a))
  return [...versions.map(version => join(root, version, 'bin')), '/usr/local/bin', '/opt/homebrew/bin']
}

/** The server refuses to run as root. */
async function serverUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map(line => line.split(':'))
  // postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash
  const row = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return row === undefined ? null : { uid: Number(row[2]), gid: Number(row[3]) }
}

/** An archive of a fresh `data` folder, kept in the cache: `initdb` takes longer than all the rest. Null where that fails. */
async function makeTemplate(program: string, user: SystemUser | null): Promise<string | null> {
  const version = await run([program, '--version'], tmpdir())
  const key = createHash('sha256').update(`${version.output}${setUp}`).digest('hex').slice(0, 16)
  const kept = join(cacheFolder(), 'postgres', `${key}.tar`)
  if (existsSync(kept)) return kept
  // The cache may lie where the server's user cannot look, so it is filled from outside.
  const folder = await newFolder(user)
  try {
    const data = join(folder, 'data')
    const [secret, script] = [join(folder, 'password'), join(folder, 'set-up.sql')]
    await writeFile(secret, password)
    await writeFile(script, setUp)
    if (user !== null) await chown(secret, user.uid, user.gid)
    const initdb = join(dirname(await realpath(program)), 'initdb')
    const options = ['-U', 'postgres', '-E', 'UTF8', '--no-sync', '--wal-segsize=1', '-A', 'scram-sha-256']
    const made = await run([...asUser(user), initdb, '-D', data, ...options, '--pwfile', secret], folder)
    if (made.exit !== 0) return null
    const fill = '"$0" --single -D "$1" template1 <"$2"'
    const filled = await run([...asUser(user), '/bin/sh', '-c', fill, program, data, script], folder)
    const draft = `${kept}.${process.pid}`
    await mkdir(dirname(kept), { recursive: true })
    if (filled.exit !== 0 || (await run(['tar', '-cf', draft, 'data'], folder)).exit !== 0) return null
    await rename(draft, kept)
    return kept
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(command: readonly string[], cwd: string) {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  return runCommand(command, { cwd, env, timeLimit: 60_000 })
}

async function newFolder(user: SystemUser | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faqtual-postgres-'))
  if (user !== null) await chown(folder, user.uid, user.gid)
  return folder
}
