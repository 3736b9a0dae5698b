// What cannot be done, with the reason in both languages and the exit code it ends in.

import type { Words } from '../model/language.ts'

/** Thrown where a request cannot be met; main words it on standard error. */
export class Refusal extends Error {
  readonly words: Words
  readonly exitCode: number

  /** `exitCode` is 2 (could not be done) unless said otherwise. */
  constructor(words: Words, exitCode = 2) {
    super(words.en)
    this.name = 'Refusal'
    this.words = words
    this.exitCode = exitCode
  }
}

/** Whether a caught value is a refusal. By name: every verb is a bundle of its own with its own copy of the class. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'words' in error
}
