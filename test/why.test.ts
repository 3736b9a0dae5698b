// The pipeline as a whole: which of several things that are told is explained, and how sure it is.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { why } from '../src/why.ts'
import { explainText, kb } from './knowledge-base.ts'

const encode = (text: string) => new TextEncoder().encode(text)

it('explains the known consequence of a root that nothing explains', () => {
  const [finding] = explainText(readFileSync('test/fixtures/unknown-root-3.11.txt', 'utf8'))
  expect(finding?.entry?.id).toBe('python/invalid-int-literal')
  expect(finding?.failure.consequences.map(({ message }) => message)).toEqual([
    'CacheMissing: no cache for orders',
  ])
})

it('does not take what fails in a clean-up for the cause', () => {
  const [finding] = explainText(readFileSync('src/read/python/fixtures/exception-ignored-3.13.txt', 'utf8'))
  expect(finding?.failure.message).toBe('ValueError: url is required')
})

it('is never certain of a crash in which nothing is the reader’s own', () => {
  const crash = readFileSync('examples/go-stock-count/output.txt', 'utf8')
  const own = crash.replaceAll('/home/dev/stock/', '/usr/local/go/src/cmd/compile/internal/ssa/')
  const compiler = own.replaceAll('main.', 'cmd/compile/internal/ssa.')
  expect(explainText(crash)[0]?.confidence).toBe('exact')
  expect(explainText(compiler)[0]?.confidence).toBe('likely')
})

it('counts equal failures of one input, and keeps those of two apart', () => {
  const text = readFileSync('examples/python-price-list/output.txt', 'utf8')
  const { inputs, findings } = why(
    [
      { name: 'a.log', bytes: encode(text + text) },
      { name: 'b.log', bytes: encode(text) },
    ],
    kb,
  )
  expect(inputs.map(({ name, format }) => `${name} ${format}`)).toEqual([
    'a.log python-traceback',
    'b.log python-traceback',
  ])
  expect(findings.map(({ input, count }) => [input, count])).toEqual([
    [0, 2],
    [1, 1],
  ])
})

it('finds nothing in a text without failures, and says so of a single line', () => {
  expect(explainText('all tests passed\nbuild finished in 3 s\n')).toEqual([])
  expect(explainText('the flux capacitor is empty')).toMatchObject([{ entry: null, confidence: 'none' }])
})

it('reads the indented lines below a bare message as its continuation', () => {
  // As Go 1.27 prints it, without the place.
  const message = 'impossible type assertion: i.(*T2)\n\t*T2 does not implement I (missing method M)'
  const findings = explainText(`${message}\n\t\thave m(int)\n\t\twant M(int)\n`)
  expect(findings.map(({ entry, code }) => [entry?.id, code])).toEqual([
    ['go/missing-method', 'ImpossibleAssert'],
  ])
  expect(findings[0]?.failure.consequences).toEqual([])
  expect(explainText('the build said:\n\tundefined: total\n')[0]?.entry?.id).toBe('go/undeclared-name')
})
