// An inspection looks at the reader's own source around a failure, and answers with slots and edits, or with nothing.

import type { Node } from '@vscode/tree-sitter-wasm'
import type { Failure } from '../model/failure.ts'
import type { Confidence, Note, Slots, TextChange } from '../model/finding.ts'
import type { Words } from '../model/language.ts'
import type { Dependencies, SourceFile, SourceFolder } from '../model/source.ts'

/** A node of a syntax tree; its indexes count UTF-16 units of the file's text. */
export type SyntaxNode = Node

/** What an inspection sees. */
export interface Scene {
  readonly failure: Failure
  /** What the signature's slots took from the message. */
  readonly slots: Slots
  /** The file that the failure's place names; of its text alone, the lines that the message echoes. */
  readonly file: SourceFile
  /** Whether `file` is the whole file, as it lies in the reader's folder. */
  readonly whole: boolean
  /** Of the failure's place: line from 1. */
  readonly line: number
  /** Of the failure's place, UTF-16 units into `file.text` from 0; where the tool gives no column, the line's first code. */
  readonly offset: number
  readonly folder: SourceFolder
  readonly dependencies: Dependencies
  /** The root of a file's syntax tree; parsed once and shared by all inspections. Errors in it are nodes as well. */
  readonly parse: (file: SourceFile) => SyntaxNode
}

/** A change of the file that is looked at. */
export type Change = Omit<TextChange, 'path'>

/** An edit as an inspection proposes it. */
export interface Proposal {
  readonly title: Words
  /** A promise: the program compiles after it and does what its writer meant. */
  readonly certain: boolean
  readonly changes: readonly TextChange[]
}

export interface Inspected {
  /** Added to what the signature's slots took, or in their place. */
  readonly slots?: Slots
  /** The file, relative to the source folder, where the mistake really is, when it is not the failure's own. */
  readonly file?: string
  /** The line of that file, from 1, where the mistake really is, when it is not the failure's own. */
  readonly line?: number
  /** In code points of that line from 1; absent: as the failure has it, if the line is its own. */
  readonly column?: number
  /** Best first. */
  readonly proposals?: readonly Proposal[]
  /** What else the source tells: where a value came from, what a suggestion of the tool is worth. */
  readonly notes?: readonly Note[]
  /** How sure the entry is, where the source leaves a doubt that the message does not. */
  readonly confidence?: Confidence
}

/** Null when this is not the mistake that it looks for. */
export type Inspect = (scene: Scene) => Inspected | null
