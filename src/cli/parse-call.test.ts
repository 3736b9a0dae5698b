import { expect, test } from 'vitest'
import { parseCall } from './parse-call.ts'

const parse = (...words: readonly string[]) => {
  const { verb, args, flags, values } = parseCall(words, word => word.includes(' ') || word.endsWith('.log'))
  return { verb: verb?.name ?? null, args, flags: [...flags], values }
}

test.each([
  [[], { verb: null, args: [] }],
  [['why', 'a.log', 'b.log'], { verb: 'why', args: ['a.log', 'b.log'] }],
  [['a.log', '--json'], { verb: 'why', args: ['a.log'], flags: ['json'] }],
  [['--json'], { verb: null, args: [], flags: ['json'] }],
  [['--lang', 'zh', 'list', 'go/'], { verb: 'list', args: ['go/'], values: { lang: 'zh' } }],
  [['why', '--src=/x', '--', '--json'], { verb: 'why', args: ['--json'], values: { src: '/x' } }],
  [['run', 'go', 'test', '-v', '--json'], { verb: 'run', args: ['go', 'test', '-v', '--json'], flags: [] }],
  [['run', '--lang', 'zh', '--', 'go', '--', 'x'], { args: ['go', '--', 'x'], values: { lang: 'zh' } }],
  [['--lang', 'zh', 'run', 'go', '-x'], { verb: 'run', args: ['go', '-x'], values: { lang: 'zh' } }],
  [['prove', '--go', '1.22', '--go=1.26', 'x'], { args: ['x'], values: { go: '1.22,1.26' } }],
  [['why', '--- FAIL: TestTotal (0.00s)'], { args: ['--- FAIL: TestTotal (0.00s)'] }],
  [['-V'], { flags: ['version'] }],
] as const)('%j', (words, expected) => {
  expect(parse(...words)).toMatchObject(expected)
})

test.each([
  [['explian'], '“explain”'],
  [['why', '--jsn'], '--json'],
  [['list', '--ids=1'], '--ids takes no value'],
  [['why', '--lang', 'fr'], 'en, zh'],
  [['why', '--src'], '--src needs a value'],
])('%j is refused with %s', (words, message) => {
  expect(() => parse(...words)).toThrow(message)
})
