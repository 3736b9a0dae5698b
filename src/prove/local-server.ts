// A real server for one program: fresh data, loopback only, gone when the program has ended.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Server } from '../model/entry.ts'
import { mysql } from './mysql.ts'
import { withoutNetwork } from './network.ts'
import { postgres } from './postgres.ts'
import { redis } from './redis.ts'
import { asUser, type ServerKind } from './server-kind.ts'

export interface LocalServer {
  /** Tells the program where it is: `DATABASE_URL`, `REDIS_URL`, `MYSQL_DSN`. */
  readonly env: Readonly<Record<string, string>>
  /** Words to put before a command so that it shares this server's loopback; empty where all share one. */
  readonly joined: readonly string[]
  /** The port as it is here, and the one that records show. */
  readonly ports: readonly [port: number, usual: number]
  readonly stop: () => Promise<void>
}

const kinds: Readonly<Record<Server, ServerKind>> = { postgres, redis, mysql }
/** In milliseconds. */
const longestStart = 10_000
const longestStop = 2000

/** Starts a server of `kind`; null where it is not installed or does not come up. */
export async function startServer(kind: Server): Promise<LocalServer | null> {
  const { usualPort, stopSignal, prepare } = kinds[kind]
  const isolation = await withoutNetwork()
  // In a network of its own the usual port is free.
  const port = isolation.length > 0 ? usualPort : await freePort()
  const start = await prepare(port)
  if (start === null) return null
  const [file = '', ...args] = [...isolation, ...asUser(start.user), ...start.command]
  const child = spawn(file, args, { stdio: 'ignore', detached: process.platform !== 'win32', cwd: '/' })
  const state = { ended: false }
  const end = new Promise<void>(resolve => {
    const finish = () => {
      state.ended = true
      resolve()
    }
    child.on('exit', finish)
    child.on('error', finish)
  })
  const stop = async () => {
    child.kill(stopSignal)
    await Promise.race([end, setTimeout(longestStop, undefined, { ref: false })])
    if (!state.ended) child.kill('SIGKILL')
    await start.remove()
  }
  const deadline = Date.now() + longestStart
  let ready = false
  while (!ready && !state.ended && Date.now() < deadline) {
    ready = await start.isReady()
    if (!ready) await setTimeout(20)
  }
  if (!ready) {
    await stop()
    return null
  }
  const joined = isolation.length > 0 ? ['nsenter', `--net=/proc/${child.pid}/ns/net`] : []
  return { env: start.env, joined, ports: [port, usualPort], stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
