import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sourceFileOf } from '../model/source.ts'
import { applyChanges, diffOf } from './unified-diff.ts'

const lines = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`).join('')

function at(text: string, find: string, replace: string) {
  const start = text.indexOf(find)
  return { path: 'a.go', start, end: start + find.length, text: replace }
}

it.each([
  ['one line', lines, [at(lines, 'line 7\n', 'seven\n')]],
  ['two lines far apart', lines, [at(lines, 'line 3\n', ''), at(lines, 'line 25', 'line 25\nand more')]],
  ['two lines near each other', lines, [at(lines, 'line 8', 'eight'), at(lines, 'line 11', 'eleven')]],
  ['the first line', lines, [{ path: 'a.go', start: 0, end: 0, text: 'package cart\n' }]],
  ['the last line, without a line break', 'a\nb', [at('a\nb', 'b', 'c')]],
  ['Windows line ends', 'a\r\nb\r\nc\r\n', [at('a\r\nb\r\nc\r\n', 'b', 'x')]],
  ['an empty file', '', [{ path: 'a.go', start: 0, end: 0, text: 'package cart\n' }]],
])('git applies the diff of %s', (_, text, changes) => {
  const folder = mkdtempSync(join(tmpdir(), 'faq-diff-'))
  try {
    writeFileSync(join(folder, 'a.go'), text)
    const diff = diffOf(sourceFileOf('a.go', text), changes)
    execFileSync('git', ['apply', '-'], { cwd: folder, input: diff, stdio: ['pipe', 'pipe', 'pipe'] })
    expect(readFileSync(join(folder, 'a.go'), 'utf8')).toBe(applyChanges(text, changes))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('says nothing of a change that changes nothing', () => {
  expect(diffOf(sourceFileOf('a.go', lines), [at(lines, 'line 7', 'line 7')])).toBe('')
})
