import { expect, test } from 'vitest'
import { failureOf } from '../model/failure.ts'
import type { Finding, Report } from '../model/finding.ts'
import { noSource } from '../model/source.ts'
import { sampleEntry, sampleFinding, sampleReport, sampleSource } from './sample-finding.ts'
import { renderTerminal, type TerminalOptions } from './terminal.ts'
import { textWidth } from './width.ts'

const options: TerminalOptions = { language: 'en', color: false, width: 80, source: sampleSource }
const render = (finding: Partial<Finding>, more: Partial<TerminalOptions> = {}) =>
  renderTerminal({ ...sampleReport, findings: [{ ...sampleFinding, ...finding }] }, { ...options, ...more })

test('an answer has message, title, place, frame, why, fix, sureness and proof in this order', () => {
  expect(render({})).toMatchInlineSnapshot(`
    "undefined: total
    \`total\` is not declared  go/undeclared-name

    cart.go:4:21
      3 │ func print() {
    > 4 │     fmt.Println("总价：", total)
        │                           ^^^^^
      5 │ }

    Nothing named \`total\` is in scope on this line.

    Why: A name must be declared in this block, in one around it, or at the top
    level of the package. \`:=\` inside an \`if\` ends with it.

    Fix: Declare it before this line:

        total := 0

    If it is a misspelling, use the name that exists.

    Certain: the message itself identifies it.
    Proven on Go 1.19.13 – 1.27.0 (3 versions).
    The whole page: faq explain go/undeclared-name
    "
  `)
})

test('the same answer in Chinese keeps the original message', () => {
  expect(render({}, { language: 'zh', width: 50 })).toMatchInlineSnapshot(`
    "undefined: total
    \`total\` 没有声明  go/undeclared-name

    cart.go:4:21
      3 │ func print() {
    > 4 │     fmt.Println("总价：", total)
        │                           ^^^^^
      5 │ }

    这一行能看到的范围内没有 \`total\`。

    原因：名字要么在当前代码块里声明，要么在外层代码块
    或包级声明。在 \`if\` 里用 \`:=\` 声明的变量，出了
    \`if\` 就没有了。

    修复：在这一行之前声明：

        total := 0

    如果只是拼写错误，改成已有的名字。

    可以确定：报错文字本身就说明了问题。
    已在 Go 1.19.13 – 1.27.0（3 个版本）上验证。
    查看全文：faq explain go/undeclared-name
    "
  `)
})

test('a guess is worded as a guess and gives no fix', () => {
  const text = render({ confidence: 'guess', alternatives: [{ ...sampleEntry, id: 'go/other' }] })
  expect(text).toContain('as a guess')
  expect(text).toContain('go/other')
  expect(text).not.toContain('Fix:')
  expect(text).not.toContain('Proven')
})

test('where nothing is known it says what was understood', () => {
  const failure = failureOf({
    ...sampleFinding.failure,
    tool: 'python',
    code: 'shop.PriceError',
    message: 'shop.PriceError: no price',
    frames: [{ function: 'load', file: 'shop.py', line: 3, own: true }],
  })
  const text = render({ entry: null, confidence: 'none', slots: {}, failure, alternatives: [sampleEntry] })
  expect(text).toContain('Nothing is known about this one.')
  expect(text).toContain('a failure of Python, kind shop.PriceError, in load')
  expect(text).toContain('Nearest, as a guess:\n  go/undeclared-name  `…` is not declared')
})

test('what follows from a failure is one line', () => {
  const place = { file: 'cart.go', line: 9, column: 2, unit: 'bytes' as const }
  const consequences = [1, 2, 3, 4, 5].map(n =>
    failureOf({ tool: 'go', format: 'go-build', message: `x${n}`, place: { ...place, line: n } }),
  )
  expect(render({ failure: { ...sampleFinding.failure, consequences } })).toContain(
    'And 5 more that follow from it (cart.go:1, cart.go:2, cart.go:3, …).\n',
  )
})

test('equal failures have a count', () => {
  expect(render({ count: 3 })).toMatch(/^undefined: total {2}×3\n/)
})

test('an entry with long prose stays at about 25 lines', () => {
  const long = 'A sentence of a few words that says one thing about the failure. '.repeat(40)
  const prose = { short: long, why: long, fix: long }
  const text = render({ entry: { ...sampleEntry, prose: { en: prose, zh: prose } } })
  for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80)
  expect(text.split('\n').length).toBeLessThanOrEqual(30)
  expect(text).toContain(' …\n')
  expect(text).toContain('faq explain go/undeclared-name')
})

test.each(['en', 'zh'] as const)('no line is wider than the terminal (%s)', language => {
  for (const width of [30, 50, 80]) {
    for (const line of render({}, { width, language }).split('\n')) {
      expect(textWidth(line)).toBeLessThanOrEqual(width)
    }
  }
})

test('nothing of a hostile message reaches the terminal as a control character', () => {
  const evil = '\x1b]0;owned\x07\x9b2J\u202e'
  const failure = failureOf({
    ...sampleFinding.failure,
    message: evil,
    details: [evil],
    code: evil,
    place: { file: evil, line: 1, column: 1, unit: 'bytes' },
    frames: [{ function: evil, file: evil, line: 1, own: true, source: evil }],
    echo: { source: evil, marked: [0, 900] },
    consequences: [
      failureOf({
        tool: null,
        format: 'x',
        message: evil,
        place: { file: evil, line: 1, column: 1, unit: 'bytes' },
      }),
    ],
  })
  for (const entry of [sampleEntry, null]) {
    const report: Report = {
      inputs: [{ name: evil, format: 'text', bytes: 1, lines: 1 }, ...sampleReport.inputs],
      findings: [sampleFinding, { ...sampleFinding, failure, entry, slots: { name: evil } }],
    }
    const text = renderTerminal(report, { ...options, source: noSource })
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/)
  }
})

test('a text without failures says so', () => {
  const text = renderTerminal({ ...sampleReport, findings: [] }, options)
  expect(text).toBe('No failure of a Go or Python tool found in build.log (14 lines).\n')
})

test('colours only where they are asked for', () => {
  expect(render({})).not.toContain('\x1b')
  expect(render({}, { color: true })).toContain('\x1b[1;31mundefined: total\x1b[0m')
})
