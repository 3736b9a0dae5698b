// Redis for the programs of a proof: in memory only, without a password until a program sets one.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findServerProgram, type ServerKind } from './server-kind.ts'

export const redis: ServerKind = {
  usualPort: 6379,
  stopSignal: 'SIGKILL',
  prepare: async port => {
    const program = findServerProgram('redis-server', ['/usr/local/bin', '/opt/homebrew/bin'])
    if (program === null) return null
    const folder = await mkdtemp(join(tmpdir(), 'faqtual-redis-'))
    const log = join(folder, 'redis.log')
    const settings = {
      bind: '127.0.0.1',
      port: `${port}`,
      dir: folder,
      logfile: log,
      save: '',
      appendonly: 'no',
    }
    return {
      command: [program, ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])],
      user: null,
      env: { REDIS_URL: `redis://127.0.0.1:${port}/0` },
      // 5123:M 27 Nov 2026 14:42:47.885 * Ready to accept connections
      isReady: async () =>
        (await readFile(log, 'utf8').catch(() => '')).includes('Ready to accept connections'),
      remove: () => rm(folder, { recursive: true, force: true }),
    }
  },
}
