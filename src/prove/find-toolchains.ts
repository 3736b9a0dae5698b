// Which toolchains are on this machine.

import { findGo, goVersions } from './go-toolchains.ts'
import { findPython, pythonVersions } from './python-toolchains.ts'
import type { MissingToolchain, Toolchain } from './toolchain.ts'

export interface ToolchainQuery {
  /** Minors or whole versions (`1.22`, `1.22.12`), `all`; empty: the one on PATH. Null: none of this tool. */
  readonly go: readonly string[] | null
  readonly python: readonly string[] | null
}

export interface Toolchains {
  readonly found: readonly Toolchain[]
  readonly missing: readonly MissingToolchain[]
}

/** Looks for the toolchains of `query`, in the order asked, each once. What is not there is reported, never thrown. */
export async function findToolchains(query: ToolchainQuery): Promise<Toolchains> {
  const found = new Map<string, Toolchain>()
  const missing: MissingToolchain[] = []
  const take = (result: Toolchain | MissingToolchain) => {
    if ('reason' in result) missing.push(result)
    else found.set(result.id, result)
  }
  for (const version of versionsOf(query.go, goVersions)) take(await findGo(version))
  for (const version of versionsOf(query.python, await pythonVersions())) take(await findPython(version))
  return { found: [...found.values()], missing }
}

function versionsOf(asked: readonly string[] | null, all: readonly string[]): readonly string[] {
  if (asked === null) return []
  if (asked.length === 0) return ['']
  return asked.flatMap(version => (version === 'all' ? all : [version]))
}
