// A program of a proof, what running it printed, and why it could not run.

import type { Entry, Measure, Role } from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'

/** The roles that run; `prints` is only compared with. */
export type RunRole = Exclude<Role, 'prints'>

const runRoles: readonly RunRole[] = ['broken', 'fixed', 'demo', 'before', 'after']

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
 * `unsupported` this toolchain can't run such a program (Pyodide: several files, threads, `-m`).
 */
export type SkipReason = 'range' | 'race' | 'module' | 'command' | 'unsupported'

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
  const programs: Program[] = []
  for (const role of runRoles) {
    const files = proof.files.filter(file => file.role === role)
    if (files.length === 0) continue
    programs.push({
      entry: entry.id,
      tool: entry.tool,
      role,
      files: files.map(file => ({ name: nameInFolder(file.name, role), text: file.text })),
      ...(proof.run === undefined ? {} : { run: proof.run }),
    })
  }
  return { entry: entry.id, programs, ...(measure === undefined ? {} : { measure }) }
}

/** A fence may give the name with its role in front: `broken/go.mod`. */
function nameInFolder(name: string, role: RunRole): string {
  return name.startsWith(`${role}/`) ? name.slice(role.length + 1) : name
}
