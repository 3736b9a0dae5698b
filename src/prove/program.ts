// A program of a proof, what running it printed, and why it could not run.

import type { Entry, Measure, ProofFile, Role, Server } from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'

/** The programs that run, by role, `also` with its name; `prints` is only compared with. */
export type RunRole = Exclude<Role, 'prints' | 'also'> | `also/${string}`

const roleOrder: readonly string[] = ['broken', 'also', 'fixed', 'demo', 'before', 'after']

/** Whether a program must show the failure: `broken` and every `also/…`. */
export function isBroken(role: RunRole): boolean {
  return role === 'broken' || role.startsWith('also/')
}

/** The order of an entry's programs, for sorting. */
export function compareRoles(a: RunRole, b: RunRole): number {
  const placeOf = (role: RunRole) => roleOrder.indexOf(role.split('/')[0] ?? '')
  return placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

export interface SourceFile {
  /** Relative to the program's folder, with `/`. */
  readonly name: string
  readonly text: string
}

export interface Program {
  readonly entry: string
  readonly tool: Tool
  readonly role: RunRole
  readonly files: readonly SourceFile[]
  /** What to type in its folder; absent: build and run it. */
  readonly run?: string
  /** Third-party packages, as in the entry. */
  readonly needs?: readonly string[]
  readonly server?: Server
  /** The versions it is for, when not all that the proof is for. */
  readonly range?: string
}

/** All programs of one entry, which are run and cached together. */
export interface ProofPrograms {
  readonly entry: string
  readonly programs: readonly Program[]
  readonly measure?: Measure
}

/** What one measured program cost, by `Benchmark name` (Go) or '' (Python). */
export type Measured = Readonly<Record<string, Readonly<Partial<Record<keyof Measure, number>>>>>

/** One program as it ran on one toolchain; the output is normalized. */
export interface Run {
  readonly entry: string
  readonly role: RunRole
  /** As its author would type it: `go run .`. */
  readonly command: string
  /** 0 is success; 124 when it ran out of time; 128 + n when signal n ended it. */
  readonly exit: number
  readonly output: string
  readonly measured?: Measured
}

/**
 * Why a program did not run: `range` the proof does not claim this version; `race` no C compiler for `-race`;
 * `module` a Python module such as pytest is not installed; `command` its `run` line is none that we run;
 * `unsupported` this toolchain can't run such a program (Pyodide: several files, threads, `-m`); `unfetched` the
 * packages it needs are not on this machine and nobody asked to fetch them; `unavailable` they can't be had for this
 * toolchain; `server` the server it needs is not installed or does not start.
 */
export type SkipReason =
  | 'range'
  | 'race'
  | 'module'
  | 'command'
  | 'unsupported'
  | 'unfetched'
  | 'unavailable'
  | 'server'

export interface ProofResult {
  readonly entry: string
  /** `go1.26.8` */
  readonly toolchain: string
  readonly version: string
  readonly runs: readonly Run[]
  /** Absent when everything ran. */
  readonly skipped?: SkipReason
}

/** The programs of an entry: the files of one role are one program. Empty when the entry has nothing to run. */
export function programsOf(entry: Entry): ProofPrograms {
  const { proof, measure } = entry
  const files = new Map<RunRole, ProofFile[]>()
  for (const file of proof.files) {
    const role = runRoleOf(file)
    if (role !== null) files.set(role, [...(files.get(role) ?? []), file])
  }
  const programs = [...files]
    .sort(([a], [b]) => compareRoles(a, b))
    .map(([role, own]): Program => {
      const range = own.find(file => file.range !== undefined)?.range
      return {
        entry: entry.id,
        tool: entry.tool,
        role,
        files: own.map(({ name, text }) => ({ name: nameInFolder(name, role), text })),
        ...(proof.run === undefined ? {} : { run: proof.run }),
        ...(proof.needs === undefined ? {} : { needs: proof.needs }),
        ...(proof.server === undefined ? {} : { server: proof.server }),
        ...(range === undefined ? {} : { range }),
      }
    })
  return { entry: entry.id, programs, ...(measure === undefined ? {} : { measure }) }
}

function runRoleOf({ role, name }: ProofFile): RunRole | null {
  if (role === 'prints') return null
  return role === 'also' ? `also/${name.split('/')[0] ?? ''}` : role
}

/** A fence may give the name with its role in front: `broken/go.mod`; the file of an `also` has its program's. */
function nameInFolder(name: string, role: RunRole): string {
  const folder = `${role.replace('also/', '')}/`
  return name.startsWith(folder) ? name.slice(folder.length) : name
}
