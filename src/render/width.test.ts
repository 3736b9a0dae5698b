import { expect, test } from 'vitest'
import { padTo, textWidth } from './width.ts'

test.each([
  ['ascii', 5],
  ['中文', 4],
  ['，。', 4],
  ['café', 4],
  ['cafe\u0301', 4],
  ['🚀', 2],
  ['👍🏽', 2],
  ['한글', 4],
  ['ｶﾅ', 2],
  ['│ → …', 5],
  ['𠮷', 2],
])('%s takes %i cells', (text, cells) => {
  expect(textWidth(text)).toBe(cells)
})

test('padding counts cells, not characters', () => {
  expect(padTo('问题', 6)).toBe('问题  ')
  expect(padTo('longer', 3)).toBe('longer')
})
