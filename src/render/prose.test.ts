import { expect, test } from 'vitest'
import { paintLines, span } from './paint.ts'
import { fitProse, layOutProse, type ProseOptions } from './prose.ts'

const plain: ProseOptions = { width: 40, indent: 0, color: false }
const lines = (markdown: string, options = plain) =>
  paintLines(layOutProse(markdown, options), false).trimEnd().split('\n')

test('inline code keeps its backticks without colours and loses them with', () => {
  expect(lines('call `make` first')).toEqual(['call `make` first'])
  const colored = paintLines(layOutProse('call `make` **first**', { ...plain, color: true }), true)
  expect(colored).toBe('call \x1b[36mmake\x1b[0m \x1b[1mfirst\x1b[0m\n')
})

test('a fence is indented and never wrapped', () => {
  expect(lines('Make it:\n\n```go\nif x {\n\treturn\n}\n```\n\nDone.')).toEqual([
    'Make it:',
    '',
    '    if x {',
    '        return',
    '    }',
    '',
    'Done.',
  ])
})

test('the columns of a table line up by cells', () => {
  expect(lines('| 整数个数 | `append` |\n| --- | --- |\n| 10 | 248 B |\n| 1,000 | 25,208 B |')).toEqual([
    '整数个数  `append`',
    '10        248 B',
    '1,000     25,208 B',
  ])
})

test('the items of a list hang under their bullet', () => {
  expect(lines('- a lookup that found nothing, as of a dictionary\n- a method')).toEqual([
    '• a lookup that found nothing, as of a',
    '  dictionary',
    '• a method',
  ])
})

test('a link shows where it leads, and only to the web', () => {
  expect(lines('[spec](https://go.dev/ref/spec) [x](javascript:alert)', { ...plain, width: 80 })).toEqual([
    'spec (https://go.dev/ref/spec) [x](javascript:alert)',
  ])
})

test('markup characters with nothing to mark stay', () => {
  expect(lines('2 * 3 \\* 4 ` 5 a[0] *args')).toEqual(['2 * 3 * 4 ` 5 a[0] *args'])
  expect(lines('a nil *pointer* is')).toEqual(['a nil pointer is'])
})

test('what does not fit is cut after a sentence', () => {
  const text =
    'The first sentence is here. The second one, with `a. b` in it, goes on for a while longer. The third.'
  expect(paintLines(fitProse(text, { ...plain, lead: span('Why:') }, 2), false)).toBe(
    'Why: The first sentence is here. …\n',
  )
  expect(
    paintLines(
      fitProse('第一句在这里。第二句话比较长，一行放不下，要换行。', { ...plain, width: 20 }, 1),
      false,
    ),
  ).toBe('第一句在这里。 …\n')
})
