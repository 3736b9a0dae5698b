import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edit, Report, TextChange } from '../model/finding.ts'
import { sampleFinding, sampleReport } from '../render/sample-finding.ts'
import { applyCertainEdits } from './fix.ts'
import { openSourceFolder } from './source-folder.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'faq-fix-'))
  mkdirSync(join(root, 'cart'))
  writeFileSync(join(root, 'cart/cart.go'), 'package cart\r\n\r\nvar totl = 1\r\nvar n = 2\r\n')
  writeFileSync(join(root, 'main.go'), 'package main\n')
})
afterEach(() => rmSync(root, { recursive: true }))

const spelling: TextChange = { path: 'cart/cart.go', start: 20, end: 24, text: 'total' }
function edit(changes: readonly TextChange[], certain = true): Edit {
  return { title: { en: 'x', zh: 'x' }, certain, changes, diff: '' }
}
function reportOf(...edits: readonly Edit[]): Report {
  return { ...sampleReport, findings: edits.map(one => ({ ...sampleFinding, edits: [one] })) }
}
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

test('what is certain is applied, and every other byte of the file stays', () => {
  const fixed = applyCertainEdits(reportOf(edit([spelling])), root, openSourceFolder(root), null)
  expect(fixed).toEqual([{ path: 'cart/cart.go', applied: 1 }])
  expect(textOf('cart/cart.go')).toBe('package cart\r\n\r\nvar total = 1\r\nvar n = 2\r\n')
})

test('suggestions are left alone', () => {
  expect(applyCertainEdits(reportOf(edit([spelling], false)), root, openSourceFolder(root), null)).toEqual([])
})

test('the same change asked for twice is made once, and of two that touch the same text the first is made', () => {
  const other = { ...spelling, text: 'tool' }
  const report = reportOf(edit([spelling]), edit([spelling]), edit([other]))
  expect(applyCertainEdits(report, root, openSourceFolder(root), null)).toEqual([
    { path: 'cart/cart.go', applied: 1 },
  ])
  expect(textOf('cart/cart.go')).toContain('var total = 1')
})

test('a line put in where another is taken out is no conflict', () => {
  const out: TextChange = { path: 'cart/cart.go', start: 16, end: 30, text: '' }
  const line: TextChange = { path: 'cart/cart.go', start: 16, end: 16, text: 'var tax = 3\r\n' }
  applyCertainEdits(reportOf(edit([out]), edit([line])), root, openSourceFolder(root), null)
  expect(textOf('cart/cart.go')).toBe('package cart\r\n\r\nvar tax = 3\r\nvar n = 2\r\n')
})

test('a file that changed since it was read is refused, and so is the other half of the edit', () => {
  const folder = openSourceFolder(root)
  const both = edit([spelling, { path: 'main.go', start: 0, end: 7, text: 'Package' }])
  folder.open('cart/cart.go')
  folder.open('main.go')
  writeFileSync(join(root, 'main.go'), 'package other\n')
  expect(applyCertainEdits(reportOf(both), root, folder, null)).toEqual([
    { path: 'main.go', refused: 'changed' },
  ])
  expect(textOf('cart/cart.go')).toContain('var totl = 1')
})

test('a file newer than the output is refused', () => {
  const folder = openSourceFolder(root)
  utimesSync(join(root, 'cart/cart.go'), 2_000, 2_000)
  expect(applyCertainEdits(reportOf(edit([spelling])), root, folder, 1_000_000)).toEqual([
    { path: 'cart/cart.go', refused: 'newer' },
  ])
})
