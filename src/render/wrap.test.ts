import { expect, test } from 'vitest'
import { paintLine, span } from './paint.ts'
import { textWidth } from './width.ts'
import { cutLine, wrapSpans } from './wrap.ts'

const wrap = (text: string, width: number, hang = 0) =>
  wrapSpans([span(text)], width, hang).map(l => paintLine(l, false))

test('English breaks at spaces', () => {
  expect(wrap('the map on this line is nil', 12)).toEqual(['the map on', 'this line is', 'nil'])
})

test('Chinese breaks between characters, but no line starts with closing punctuation', () => {
  expect(wrap('读取一个没有初始化的，然后写入', 20)).toEqual(['读取一个没有初始化', '的，然后写入'])
})

test('no line ends with an opening bracket', () => {
  expect(wrap('初始化（变量或字段）之后', 8)).toEqual(['初始化', '（变量或', '字段）之', '后'])
})

test('a Latin word inside Chinese stays whole', () => {
  expect(wrap('这里调用了Unmarshal再写', 14)).toEqual(['这里调用了', 'Unmarshal再写'])
})

test('a word longer than a line is broken', () => {
  expect(wrap(`see ${'x'.repeat(25)}`, 10)).toEqual(['see', 'xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxx'])
})

test('lines after the first hang', () => {
  expect(wrap('• one two three four', 12, 2)).toEqual(['• one two', '  three four'])
})

test('no line is wider than asked, whatever the text', () => {
  const text =
    'Go 1.22 的 `range` 循环变量（每次迭代一个）…… see https://go.dev/ref/spec#For_statements，再看🚀'
  for (let width = 8; width < 60; width++) {
    for (const line of wrap(text, width)) expect(textWidth(line)).toBeLessThanOrEqual(width)
  }
})

test('wrapping a long line takes linear time', () => {
  const start = performance.now()
  wrap('a'.repeat(1_000_000), 80)
  expect(performance.now() - start).toBeLessThan(3000)
})

test('a cut line ends with an ellipsis and fits', () => {
  const cut = paintLine(cutLine([span('一二三四五六')], 7), false)
  expect(cut).toBe('一二三…')
})
