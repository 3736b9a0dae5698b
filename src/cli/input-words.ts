// What a word on the command line is: a file to read, or the text itself.

import { statSync } from 'node:fs'

/** `undefined: foo`, `./main.go:3:2: …` or anything of several words cannot be meant as a file that is not there. */
export function isText(word: string): boolean {
  return /\s/.test(word.trim()) || word.includes(': ')
}

/** Whether a first word that is no verb is something to explain. */
export function looksLikeInput(word: string): boolean {
  return word === '-' || statSync(word, { throwIfNoEntry: false }) !== undefined || isText(word)
}
