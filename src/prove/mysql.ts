// MySQL for the programs of a proof, as MariaDB: the one that Linux distributions carry, with the same messages.

import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshData, runForServer, systemUser } from './server-data.ts'
import { asUser, findServerProgram, type ServerKind } from './server-kind.ts'

const setUp = [
  "CREATE USER shop@'%' IDENTIFIED BY 'secret'",
  'CREATE DATABASE shop CHARACTER SET utf8mb4',
  "GRANT ALL ON shop.* TO shop@'%'",
  '',
].join(';\n')

// Small and careless of power cuts.
const settings = [
  '--innodb-buffer-pool-size=16M',
  '--innodb-log-file-size=4M',
  '--innodb-flush-log-at-trx-commit=0',
]

export const mysql: ServerKind = {
  usualPort: 3306,
  stopSignal: 'SIGKILL',
  prepare: async port => {
    const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']
    const program = findServerProgram('mariadbd', folders)
    const install = findServerProgram('mariadb-install-db', folders)
    if (program === null || install === null) return null
    const user = await systemUser(['mysql', 'postgres', 'nobody'])
    const { output } = await runForServer([program, '--version'], tmpdir())
    // mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12), below a dated note or two
    const version = /Ver (\S+)/.exec(output)?.[1] ?? ''
    const fresh = await freshData('mysql', `${version}${setUp}`, user, async (folder, data) => {
      await mkdir(data)
      if (user !== null) await chown(data, user.uid, user.gid)
      const options = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal']
      const made = await runForServer(
        [...asUser(user), install, ...options, ...settings, '--skip-test-db'],
        folder,
      )
      return made.exit === 0
    })
    if (fresh === null) return null
    const { folder, data, remove } = fresh
    const [log, script] = [join(folder, 'error.log'), join(folder, 'set-up.sql')]
    await writeFile(script, setUp)
    return {
      command: [
        program,
        '--no-defaults',
        ...settings,
        '--skip-name-resolve',
        '--bind-address=127.0.0.1',
        '--max-connections=10',
        `--port=${port}`,
        `--datadir=${data}`,
        `--socket=${join(folder, 'socket')}`,
        `--pid-file=${join(folder, 'pid')}`,
        `--log-error=${log}`,
        `--init-file=${script}`,
      ],
      user,
      env: {
        MYSQL_PORT: `${port}`,
        MYSQL_DSN: `shop:secret@tcp(127.0.0.1:${port})/shop`,
      },
      // 2026-11-27 16:27:19 0 [Note] /usr/sbin/mariadbd: ready for connections.
      isReady: async () => (await readFile(log, 'utf8').catch(() => '')).includes('ready for connections'),
      remove,
    }
  },
}
