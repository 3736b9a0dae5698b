import { expect, test } from 'vitest'
import { cutText, escapeControls } from './escape.ts'

test.each([
  ['\x1b[2Jgone', '␛[2Jgone'],
  ['a\tb', 'a b'],
  ['a\r\nb', 'a␍␊b'],
  ['\x9b31m', '<U+009B>31m'],
  ['if user \u202e== "admin"', 'if user <U+202E>== "admin"'],
  ['x\u200b = 1', 'x<U+200B> = 1'],
  ['\ud800', '\ufffd'],
  ['🚀 ok', '🚀 ok'],
])('%j is shown as %j', (text, shown) => {
  expect(escapeControls(text)).toBe(shown)
})

test('a long text is cut between code points', () => {
  expect(cutText('🚀🚀🚀🚀', 3)).toBe('🚀🚀…')
  expect(cutText('🚀🚀🚀', 3)).toBe('🚀🚀🚀')
})
