// What each kind of server says of itself: how to make fresh data for it and start on them.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface ServerKind {
  readonly usualPort: number
  /** Ends it at once, with its children. */
  readonly stopSignal: NodeJS.Signals
  /** Makes a fresh data folder and says how to start on it at `port`; null where the server is not installed. */
  readonly prepare: (port: number) => Promise<ServerStart | null>
}

export interface ServerStart {
  readonly command: readonly string[]
  /** Whom it runs as, where not as ourselves. */
  readonly user: SystemUser | null
  /** Tells a program where the server is. */
  readonly env: Readonly<Record<string, string>>
  readonly isReady: () => Promise<boolean>
  /** Takes the data away. */
  readonly remove: () => Promise<void>
}

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

/** The program `name` on PATH or in one of `folders`; null when it is nowhere. */
export function findServerProgram(name: string, folders: readonly string[]): string | null {
  const all = [...(process.env.PATH ?? '').split(delimiter), ...folders].filter(folder => folder !== '')
  return all.map(folder => join(folder, name)).find(file => existsSync(file)) ?? null
}

/** The words that make a command run as `user` and end when this process does; none unless root starts it on Linux. */
export function asUser(user: SystemUser | null): readonly string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  const identity = user === null ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  return ['setpriv', ...identity, '--pdeathsig', 'QUIT', '--']
}
