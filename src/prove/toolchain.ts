// A Go or Python that programs can be run on.

import type { Tool } from '../model/failure.ts'

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
