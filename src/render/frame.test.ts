import { expect, test } from 'vitest'
import { failureOf } from '../model/failure.ts'
import { noSource, type SourceLookup, sourceFileOf } from '../model/source.ts'
import { layOutFrame } from './frame.ts'
import { paintLines } from './paint.ts'
import { viewPlace } from './place-view.ts'
import { sampleFinding, sampleSource } from './sample-finding.ts'
import { textWidth } from './width.ts'

const { failure } = sampleFinding
const place = failure.place ?? { file: '', line: 1, column: null, unit: 'bytes' as const }
const frame = (of: typeof failure, source: SourceLookup, slots = {}, width = 60) => {
  const view = viewPlace(of, source)
  return view === null
    ? []
    : paintLines(layOutFrame(view, slots, width), false)
        .trimEnd()
        .split('\n')
}

test('the slot is underlined where it is seen, behind tabs and wide characters', () => {
  expect(frame(failure, sampleSource, { name: 'total' })).toEqual([
    '  3 │ func print() {',
    '> 4 │     fmt.Println("总价：", total)',
    '    │                           ^^^^^',
    '  5 │ }',
  ])
})

test('a column in bytes becomes one in code points', () => {
  expect(viewPlace(failure, sampleSource)).toMatchObject({ file: 'cart.go', line: 4, column: 21 })
})

test('without the file the line that the tool echoed is shown with its mark', () => {
  const echoed = failureOf({
    ...failure,
    place: { file: 'a.py', line: 7, column: null, unit: 'code-points' },
    echo: { source: 'return 总价["cents"]', marked: [7, 9] },
  })
  expect(frame(echoed, noSource)).toEqual(['> 7 │ return 总价["cents"]', '    │        ^^^^'])
})

test('the mark of an echo moves with the indentation of the real line', () => {
  const echoed = failureOf({
    ...failure,
    place: { file: '/x/cart.go', line: 4, column: null, unit: 'code-points' },
    echo: { source: 'fmt.Println("总价：", total)', marked: [0, 3] },
  })
  expect(frame(echoed, sampleSource)[2]).toBe('    │     ^^^')
})

test('a file that was edited since is not shown as the place', () => {
  const echoed = failureOf({ ...failure, echo: { source: 'fmt.Println(sum)', marked: null } })
  expect(frame(echoed, sampleSource)[0]).toBe('> 4 │ fmt.Println(sum)')
})

test('a quoted text at the column is underlined as a whole', () => {
  const source: SourceLookup = () => sourceFileOf('a.go', ['', '', '', 'import "os"'].join('\n'))
  const at = failureOf({ ...failure, place: { ...place, column: 8 } })
  expect(frame(at, source)).toEqual(['> 4 │ import "os"', '    │        ^^^^'])
})

test('a slot that stands twice on the line is not underlined by guess', () => {
  const twice: SourceLookup = () => sourceFileOf('a.go', ['x', 'y', 'z', 'id = id + 1'].join('\n'))
  const at = failureOf({ ...failure, place: { ...place, column: null } })
  expect(frame(at, twice, { name: 'id' })).toEqual(['  2 │ y', '  3 │ z', '> 4 │ id = id + 1'])
})

test('a column beyond the line, a line beyond the file and no place at all are survived', () => {
  expect(frame(failureOf({ ...failure, place: { ...place, column: 9999 } }), sampleSource).length).toBe(4)
  expect(frame(failureOf({ ...failure, place: { ...place, line: 999 } }), sampleSource)).toEqual([''])
  expect(viewPlace(failureOf({ ...failure, place: null }), sampleSource)).toBeNull()
})

test('a long line is shown around its mark, within the width', () => {
  const long = `${'x = '.repeat(400)}total + ${'y + '.repeat(400)}1`
  const source: SourceLookup = () => sourceFileOf('a.py', ['', '', '', long].join('\n'))
  const at = failureOf({ ...failure, place: { ...place, column: 1601, unit: 'code-points' } })
  const [line = '', carets = ''] = frame(at, source, { name: 'total' })
  expect(textWidth(line)).toBeLessThanOrEqual(60)
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('total')
})

test('control characters of a source line do not reach the terminal', () => {
  const source: SourceLookup = () => sourceFileOf('a.go', ['a', 'b', 'c', 'x\x1b[2J \u202e total'].join('\n'))
  expect(frame(failure, source).join('\n')).not.toMatch(/[\x1b\u202e]/)
})
