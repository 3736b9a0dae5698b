// Colour codes, hyperlinks, cursor movements and backspaces of a terminal.

import { type Envelope, rewriteLines } from './stream.ts'

// \x1b[31mKeyError\x1b[0m: 'id'      \x1b]8;;https://go.dev\x1b\\docs\x1b]8;;\x1b\\      \x1b(B
const escapes = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]+[0-~]|[78=>cDEHMNOZ])/g

// The same where a copy has lost the escape itself:  [31mKeyError[0m: 'id'      or shows it:  ^[[31mKeyError^[[0m
const shownEscapes = /(?:\^\[|\\x1b|\\033|\\e|␛)?\[(?:\d{1,3}(?:;\d{1,3}){0,8})?m/g

// |\b/\b-\b  of a spinner
const backspace = /[^\x08]\x08/g

export const ansi: Envelope = {
  name: 'ansi',
  open: stream => {
    const bare = showsEscapes(stream.lines)
    return rewriteLines(stream, line => {
      let clean = line
      if (clean.includes('\x1b')) clean = clean.replace(escapes, '').replaceAll('\x1b', '')
      if (clean.includes('\x08')) clean = clean.replace(backspace, '').replaceAll('\x08', '')
      if (bare && clean.includes('m')) clean = clean.replace(shownEscapes, '')
      return clean
    })
  },
}

/** Colours switched on and off again, in a text that holds no real escape. */
function showsEscapes(lines: readonly string[]): boolean {
  let on = 0
  let off = 0
  for (const line of lines) {
    if (!line.includes('[')) continue
    // A real one, or one that JSON has escaped and that will be real soon.
    if (line.includes('\x1b') || line.includes('u001b[')) return false
    if (line.includes('[0m') || line.includes('[m')) off++
    if (/\[(?:[01];)?(?:[34]\d|9[0-7])m/.test(line)) on++
  }
  return on > 0 && off > 0
}
