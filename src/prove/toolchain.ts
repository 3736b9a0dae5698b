// A Go or Python that programs can be run on, and how the ones on this machine are found.

import type { Tool } from '../model/failure.ts'
import { findGo, goVersions } from './go-toolchains.ts'
import { findPython, pythonVersions } from './python-toolchains.ts'

export interface Toolchain {
  readonly tool: Tool
  /** `1.26.8`, `3.11.7` */
  readonly version: string
  /** `go1.26.8`, `python3.11.7`; the name of its records. */
  readonly id: string
  /** What `go` or `python` as the first word of a command stands for. */
  readonly command: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Folders of this machine and what normalized output says instead. */
  readonly folders: readonly (readonly [folder: string, instead: string])[]
  /** Go only: a C compiler is there, which the race detector needs. */
  readonly race?: boolean
  /** CPython as WebAssembly: runs single plain scripts only. */
  readonly wasm?: true
}

/** `absent`: no such command; `version`: this version is neither here nor to be had. */
export interface MissingToolchain {
  readonly tool: Tool
  /** As asked for; '' for the default one. */
  readonly version: string
  readonly reason: 'absent' | 'version'
  /** What the tool said, one line; may be ''. */
  readonly detail: string
}

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
