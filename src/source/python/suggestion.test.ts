// What an answer says of CPython's own suggestion, for messages as CPython 3.12 prints them.

import { expect, test } from 'vitest'
import type { Edit } from '../../model/finding.ts'
import { judgeSuggestion } from './suggestion.ts'

const edit = (text: string, certain = true): Edit => ({
  title: { en: 'x', zh: 'x' },
  certain,
  changes: [{ path: 'main.py', start: 0, end: 0, text }],
  diff: '',
})
const said = (message: string, ...edits: readonly Edit[]) => judgeSuggestion(message, edits)?.text.en

test('a suggestion that a certain edit follows is right', () => {
  expect(said("NameError: name 'totl' is not defined. Did you mean: 'total'?", edit('total'))).toMatch(
    /is right here/,
  )
  expect(said("NameError: name 'rate' is not defined. Did you mean: 'self.rate'?", edit('self.'))).toMatch(
    /is right/,
  )
})

test('a name that is not imported is not another name', () => {
  const message = "NameError: name 'sleep' is not defined. Did you mean: 'slice'?"
  expect(said(message, edit('from time import sleep\n'))).toBe(
    'Python suggests `slice`, which is not what is meant here: an import is missing.',
  )
})

test('a comma is suggested where a quote is missing', () => {
  const message = 'SyntaxError: invalid syntax. Perhaps you forgot a comma?'
  expect(said(message, edit('"'))).toMatch(/speaks for another repair/)
  expect(said(message, edit(','))).toMatch(/is right/)
})

test('without a suggestion or an edit nothing is said', () => {
  expect(said("NameError: name 'totl' is not defined", edit('total'))).toBeUndefined()
  expect(said("NameError: name 'totl' is not defined. Did you mean: 'total'?")).toBeUndefined()
})
