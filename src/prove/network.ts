// Cuts a command off from the network, where the system lets us.

import { spawnSync } from 'node:child_process'

// The loopback comes up again, so that a program may still talk to itself and be refused by a closed port.
const prefix = ['unshare', '-n', '/bin/sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] as const

let known: Promise<readonly string[]> | null = null

/**
 * The words to put before a command so that it has no network but loopback; empty where that can't be done. Only
 * root may: a user namespace would do it for everyone, but inside it the program is root and file modes mean nothing.
 */
export function withoutNetwork(): Promise<readonly string[]> {
  known ??= Promise.resolve(find())
  return known
}

function find(): readonly string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  const [file, ...args] = prefix
  return spawnSync(file, [...args, 'true'], { stdio: 'ignore' }).status === 0 ? prefix : []
}
