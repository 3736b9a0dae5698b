import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSourceFolder } from './source-folder.ts'

const base = mkdtempSync(join(tmpdir(), 'faq-source-'))
const root = join(base, 'shop')
beforeAll(() => {
  for (const folder of ['internal/cart', 'cmd/api', 'cmd/job'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'internal/cart/cart.go'), 'package cart\r\n\r\nfunc Add() {}\r\n')
  writeFileSync(join(root, 'only.py'), 'x = 1\n')
  for (const file of ['main.go', 'cmd/api/main.go', 'cmd/job/main.go'])
    writeFileSync(join(root, file), 'package main\n')
  writeFileSync(join(base, 'secret.py'), 'password = 1\n')
  symlinkSync(join(base, 'secret.py'), join(root, 'link.py'))
  symlinkSync(join(root, 'only.py'), join(root, 'inside.py'))
})
afterAll(() => rmSync(base, { recursive: true }))
const pathOf = (file: string) => openSourceFolder(root).open(file)?.path ?? null

test.each([
  ['internal/cart/cart.go', 'internal/cart/cart.go'],
  ['./main.go', 'main.go'],
  ['/home/dev/shop/internal/cart/cart.go', 'internal/cart/cart.go'],
  ['C:\\Users\\dev\\shop\\internal\\cart\\cart.go', 'internal/cart/cart.go'],
  ['example.com/shop/internal/cart/cart.go', 'internal/cart/cart.go'],
  ['/srv/app/cmd/api/main.go', 'cmd/api/main.go'],
  ['/srv/app/only.py', 'only.py'],
  ['inside.py', 'only.py'],
])('%s is found at %s', (file, path) => {
  expect(pathOf(file)).toBe(path)
})

test('a whole path below the folder is found', () => {
  expect(pathOf(join(root, 'cmd/job/main.go'))).toBe('cmd/job/main.go')
})

test.each([
  ['/srv/app/main.go', 'three files have this bare name'],
  ['../secret.py', 'it lies outside'],
  ['link.py', 'it leads outside'],
  ['/etc/passwd', 'it lies outside'],
  ['<string>', 'it is no file'],
  ['', 'it is no file'],
  ['a\0b', 'it is no file'],
  ['internal', 'it is a folder'],
  ['missing.go', 'it is not there'],
])('%j is not opened: %s', file => {
  expect(pathOf(file)).toBeNull()
})

test('lines have no carriage returns', () => {
  expect(openSourceFolder(root).open('internal/cart/cart.go')?.lines).toEqual([
    'package cart',
    '',
    'func Add() {}',
    '',
  ])
})

test('a folder that is not there is refused', () => {
  expect(() => openSourceFolder(join(root, 'nowhere'))).toThrow('--src: there is no folder')
  expect(() => openSourceFolder(join(root, 'only.py'))).toThrow('--src')
})
