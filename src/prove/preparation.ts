// What becomes of making third-party packages ready for a program.

import type { SkipReason, SourceFile } from './program.ts'
import type { Toolchain } from './toolchain.ts'

/** What a program with needs runs on. */
export interface Prepared {
  /** The toolchain itself, or the interpreter of a virtual environment. */
  readonly toolchain: Toolchain
  /** Files to stand beside the program unless it has its own: `go.mod`, `go.sum`. */
  readonly files: readonly SourceFile[]
}

/** What became of a look or a download; `detail` is what the installer said. */
export type Preparation = Prepared | { readonly skipped: SkipReason; readonly detail: string }
