// An entry of the knowledge base, as its file says it.

import type { Tool } from './failure.ts'
import type { Language, Words } from './language.ts'

export type EntryKind = 'failure' | 'question' | 'advice'
export type Verdict = 'holds' | 'depends' | 'refuted'

/** A message template with named slots, and which versions print it. */
export interface Signature {
  /** `undefined: {name}`; a line break separates the message from its continuation lines. */
  readonly text: string
  /** A version range such as `<1.20`, `>=3.10 <3.12` or `1.20`; absent: every version. */
  readonly range?: string
  /** The message alone does not tell this entry from its neighbours. */
  readonly likely?: true
  /** The text may stand at the end of a longer message, as Go's error chains put it: `load: open x: …`. */
  readonly within?: true
  /** Which of the entry's codes the tool gives this wording; absent: its first. */
  readonly code?: string
  /** The inspection of the source that must say yes before this message is an answer: alone, it tells nothing. */
  readonly when?: string
  /** Why no record shows this wording, for one that no toolchain at hand prints. */
  readonly unrecorded?: string
}

/** One section of prose: the paragraph before the first heading has the part `short`. */
export type PartName = 'short' | 'why' | 'fix' | 'not-this' | 'do' | 'how-much' | 'when-not'
export type Prose = Readonly<Partial<Record<PartName, string>>>

/**
 * `broken` must show the failure, `fixed` must not; `also` are further broken programs, one for each wording; a `demo`
 * prints `prints`; `before` and `after` are measured.
 */
export type Role = 'broken' | 'fixed' | 'also' | 'demo' | 'prints' | 'before' | 'after'

/** One fenced file of a proof. */
export interface ProofFile {
  readonly role: Role
  /** `main.go`, `main.py` or the name that the fence gives (`go.mod`); of `also`, behind its program: `rlock/main.go`. */
  readonly name: string
  readonly text: string
  /** The versions that its program is for, when not all that the proof is for; one file of a program says it. */
  readonly range?: string
}

/** Servers that a proof can ask for. */
export const servers = ['postgres', 'redis', 'mysql'] as const
export type Server = (typeof servers)[number]

export interface Proof {
  readonly files: readonly ProofFile[]
  /** What to type in the program's folder, first word `go` or `python`; absent: build and run it. */
  readonly run?: string
  /** The versions it holds for, when not all. */
  readonly range?: string
  /** Third-party packages in exact versions, as the tool's installer takes them: `requests==2.32.3`. */
  readonly needs?: readonly string[]
  /** A real server that each program finds on its loopback, at the address in `DATABASE_URL`, `REDIS_URL` or `MYSQL_DSN`. */
  readonly server?: Server
  /** Why there is none: `proof: none` in the front matter must be followed by a reason. */
  readonly none?: string
}

/** What `after` may cost at most compared with `before`, e.g. `{ bytes: '<= 0.4' }`. */
export type Measure = Readonly<Partial<Record<'bytes' | 'allocations' | 'time', string>>>

export interface Entry {
  /** Its path below `kb/` without `.md`: `go/undeclared-name`. */
  readonly id: string
  readonly tool: Tool
  readonly kind: EntryKind
  readonly title: Words
  readonly codes: readonly string[]
  readonly signatures: readonly Signature[]
  /** Slots that the inspections fill, besides those of the signatures. */
  readonly slots: readonly string[]
  /** The inspections that sharpen its answer where the reader's source is at hand. */
  readonly inspect: readonly string[]
  readonly sources: readonly string[]
  readonly see: readonly string[]
  readonly aliases: readonly string[]
  /** Items of the original FAQ that it answers, e.g. `seed-go-31`. */
  readonly seed: readonly string[]
  readonly verdict?: Verdict
  readonly measure?: Measure
  readonly prose: Readonly<Record<Language, Prose>>
  readonly proof: Proof
  /** The toolchains on which a record shows that the proof holds, oldest first: `go1.19.13`. */
  readonly verified: readonly string[]
}
