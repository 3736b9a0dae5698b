// PostgreSQL for the programs of a proof: one database, whose owner is no superuser, and few connections.

import { chown, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freshData, type MakeData, runForServer, systemUser } from './server-data.ts'
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

export const postgres: ServerKind = {
  usualPort: 5432,
  stopSignal: 'SIGQUIT',
  prepare: async port => {
    const program = findServerProgram('postgres', await installedFolders())
    if (program === null) return null
    const user = await systemUser(['postgres', 'nobody'])
    const version = await runForServer([program, '--version'], tmpdir())
    const fresh = await freshData('postgres', `${version.output}${setUp}`, user, makeData(program, user))
    if (fresh === null) return null
    const { data, remove } = fresh
    const options = Object.entries({ ...settings, port: `${port}` })
    return {
      command: [program, '-D', data, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
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

function makeData(program: string, user: SystemUser | null): MakeData {
  return async (folder, data) => {
    const [secret, script] = [join(folder, 'password'), join(folder, 'set-up.sql')]
    await writeFile(secret, password)
    await writeFile(script, setUp)
    if (user !== null) await chown(secret, user.uid, user.gid)
    const initdb = join(dirname(await realpath(program)), 'initdb')
    const options = ['-U', 'postgres', '-E', 'UTF8', '--no-sync', '--wal-segsize=1', '-A', 'scram-sha-256']
    const as = asUser(user)
    const made = await runForServer([...as, initdb, '-D', data, ...options, '--pwfile', secret], folder)
    if (made.exit !== 0) return false
    const fill = '"$0" --single -D "$1" template1 <"$2"'
    const filled = await runForServer([...as, '/bin/sh', '-c', fill, program, data, script], folder)
    return filled.exit === 0
  }
}
