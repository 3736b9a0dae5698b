// Text in every encoding, and what is no text.

import { expect, test } from 'vitest'
import { encodeGbk, encodeUtf8, encodeUtf16 } from '../../../test/envelopes/encode.ts'
import { decodeText } from './decode.ts'

const chinese = '错误：连接被拒绝\n  File "app.py", line 3, in <module>\nKeyError: \'编号\'\n'

test.each([
  ['utf-8', encodeUtf8(chinese)],
  ['utf-8', encodeUtf8(`\ufeff${chinese}`)],
  ['utf-16le', encodeUtf16(chinese, 'le', true)],
  ['utf-16be', encodeUtf16(chinese, 'be', true)],
  ['utf-16le', encodeUtf16(chinese, 'le', false)],
  ['utf-16be', encodeUtf16(chinese, 'be', false)],
  ['gb18030', encodeGbk(chinese)],
] as const)('%s is told and decoded', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: chinese, encoding })
})

test('Bytes that are no UTF-8 survive as replacement characters where they are no GBK either.', () => {
  const bytes = encodeUtf8('KeyError: caf?\n')
  bytes[bytes.length - 2] = 0xe9
  expect(decodeText(bytes)).toEqual({ text: 'KeyError: caf\ufffd\n', encoding: 'utf-8' })
})

test('NUL bytes in a text stay.', () => {
  expect(decodeText(encodeUtf8('panic: a\0b\n'))).toEqual({ text: 'panic: a\0b\n', encoding: 'utf-8' })
  // A log that was truncated while a process wrote to it begins with a hole.
  const hole = `${'\0'.repeat(5000)}panic: assignment to entry in nil map\n`
  expect(decodeText(encodeUtf8(hole))).toEqual({ text: hole, encoding: 'utf-8' })
})

test.each([
  ['an ELF file', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]],
  ['a gzip file', [0x1f, 0x8b, 8, 0, 0, 0]],
  ['control characters', Array.from({ length: 400 }, (_, i) => (i * 7) % 32)],
  ['nothing but NUL bytes', [0, 0, 0, 0]],
])('%s is binary', (_name, bytes) => {
  expect(decodeText(new Uint8Array(bytes))).toEqual({ binary: true })
})

test('An empty input is an empty text.', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})
