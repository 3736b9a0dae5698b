// How far a long run of proofs has come: one line on a terminal, rewritten in place; nothing anywhere else.

import type { Language } from '../model/language.ts'
import { progressWords } from './prove-words.ts'
import type { Output } from './verb.ts'

export interface Progress {
  readonly show: (done: number, all: number, toolchain: string) => void
  /** Takes the line away, so that something else can be printed. */
  readonly clear: () => void
}

/** Progress on `err`; does nothing unless that is a terminal. */
export function openProgress(err: Output, language: Language): Progress {
  let shown = false
  return {
    show: (done, all, toolchain) => {
      if (!err.terminal) return
      shown = true
      err.write(`\r\x1b[K${progressWords(done, all, toolchain)[language]}`)
    },
    clear: () => {
      if (shown) err.write('\r\x1b[K')
      shown = false
    },
  }
}
