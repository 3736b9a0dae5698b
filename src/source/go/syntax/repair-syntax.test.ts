import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../unified-diff.ts'
import { acceptGo } from './accept-go.ts'
import { lexGo } from './lex-go.ts'
import { findMistake } from './repair-syntax.ts'

const program = (body: string) => `package main\n\nimport "fmt"\n\n${body}\n`
const main = (...lines: readonly string[]) =>
  program(`func main() {\n${lines.map(line => `\t${line}`).join('\n')}\n}`)

function mended(text: string): { text: string; certain: boolean; name: string } {
  const { tokens } = lexGo(text)
  const fault = acceptGo(tokens)
  const line = fault === null ? 1 : (tokens[fault.at]?.line ?? 1)
  const found = findMistake(text, line)
  const [first] = found?.repairs ?? []
  return first === undefined
    ? { text, certain: false, name: '' }
    : { text: applyChanges(text, first.changes), certain: first.certain, name: found?.name ?? '' }
}

describe('a mistake of syntax is mended to what was meant', () => {
  it.each([
    ['for', 'while total < 10 {', 'for total < 10 {', true],
    ['a misspelt keyword', 'fro total < 10 {', 'for total < 10 {', true],
    ['three equals signs', 'if total === 10 {', 'if total == 10 {', true],
    ['an assignment as condition', 'if total = 10 {', 'if total == 10 {', true],
    ['parentheses of another language', 'for (i := 0; i < 10; i++) {', 'for i := 0; i < 10; i++ {', true],
    ['a missing range', 'for _, total := totals {', 'for _, total := range totals {', true],
    ['a loop over with in', 'for total in totals {', 'for _, total := range totals {', false],
    ['a missing semicolon', 'for i := 0; i < 10 i++ {', 'for i := 0; i < 10; i++ {', true],
    ['words as operators', 'if paid and not sent {', 'if paid && !sent {', true],
    ['the colon of Python', 'if paid:', 'if paid {', true],
    ['a full-width parenthesis', 'if paid（true) {', 'if paid(true) {', true],
    ['curly quotes', 'if name == “ann” {', 'if name == "ann" {', true],
    ['single quotes', "if name == 'ann' {", 'if name == "ann" {', true],
    ['a missing brace at the end of the line', 'if paid', 'if paid {', true],
  ])('%s', (_, wrong, right, certain) => {
    const found = mended(main(wrong, '\tfmt.Println(total)', '}'))
    expect(found.text).toBe(main(right, '\tfmt.Println(total)', '}'))
    expect(found.certain).toBe(certain)
  })

  it.each([
    ['a declaration with the type first', 'int retries = 3', 'var retries int = 3', true],
    ['++ in front', '++total', 'total++', true],
    ['var with :=', 'var retries := 3', 'retries := 3', true],
    ['a colon for :=', 'first, last : split(name)', 'first, last := split(name)', true],
    ['a missing parenthesis', 'fmt.Println(total', 'fmt.Println(total)', true],
    ['two parentheses', 'fmt.Println(total + 1))', 'fmt.Println(total + 1)', false],
    ['a missing bracket that glued two words', 'fmt.Println(lentotals))', 'fmt.Println(len(totals))', true],
    ['a quote that is not closed', 'fmt.Println("paid)', 'fmt.Println("paid")', true],
    ['a rune that is not closed', "sep := ';", "sep := ';'", true],
    ['a missing comma between arguments', 'fmt.Println(total tax)', 'fmt.Println(total, tax)', false],
    ['a missing dot', 'fmt Println(total)', 'fmt.Println(total)', true],
  ])('%s', (_, wrong, right, certain) => {
    const rest = 'fmt.Println(total, totals, tax)'
    const found = mended(main(wrong, rest))
    expect(found.text).toBe(main(right, rest))
    expect(found.certain).toBe(certain)
  })

  it('else on a line of its own goes behind the brace, wherever it stands like that', () => {
    const wrong = main('if a {', '\tf()', '}', 'else if b {', '\tg()', '}', 'else {', '\th()', '}')
    expect(mended(wrong).text).toBe(
      main('if a {', '\tf()', '} else if b {', '\tg()', '} else {', '\th()', '}'),
    )
  })

  it('a closing brace forty lines above goes where the indentation ends the block', () => {
    const lines = ['if paid {', '\tship()', 'mail()', ...Array.from({ length: 40 }, (_, i) => `step${i}()`)]
    const found = mended(`${main(...lines)}\nfunc ship() {\n}\n`)
    expect(found.text.split('\n').slice(4, 9)).toEqual([
      'func main() {',
      '\tif paid {',
      '\t\tship()',
      '\t}',
      '\tmail()',
    ])
    expect(found.certain).toBe(true)
  })

  it('a comma that is missing at the end of a line goes there', () => {
    const wrong = main('order := Order{', '\tID:   7', '\tName: "tea",', '}')
    expect(mended(wrong)).toEqual({
      text: wrong.replace('7\n', '7,\n'),
      certain: true,
      name: 'missing-comma',
    })
  })

  it('several results get their parentheses', () => {
    const wrong = program('func load(id int) Order, error {\n\treturn Order{}, nil\n}')
    expect(mended(wrong).text).toContain('func load(id int) (Order, error) {')
  })

  it('what the text leaves open is not certain', () => {
    const found = mended(main('fmt.Println(strings.TrimSpace(name, "x")', 'fmt.Println(1)'))
    expect(found.certain).toBe(false)
  })
})

describe('the recogniser', () => {
  it('accepts what gofmt writes', () => {
    // Printed by gofmt of Go 1.26: generics, literals in headers, labels, channels, iota, raw strings.
    const text = readFileSync(new URL('fixtures/accepted.go.txt', import.meta.url), 'utf8')
    expect(acceptGo(lexGo(text).tokens)).toBeNull()
  })

  it.each([
    'func f() { x := []int{1, 2 }',
    'func f() { if x := (T{}); x == y { }',
    'func f(a int, b) {}',
    'func f() { a, b }',
    'var x int 5',
    'type T struct { a int, b int }',
    'func f() { for i := 0; i < 3 { } }',
    'func f() { switch x { x() } }',
  ])('refuses %s', code => {
    expect(acceptGo(lexGo(`package p\n\n${code}\n`).tokens)).not.toBeNull()
  })

  it('survives what is nested deeper than its stack', () => {
    const deep = `package p\n\nvar x = ${'('.repeat(100_000)}\n`
    expect(acceptGo(lexGo(deep).tokens)).not.toBeNull()
    expect(findMistake(deep, 3)).toBeNull()
  })
})
