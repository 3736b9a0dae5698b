import { expect, test } from 'vitest'
import { kindOfText } from './text-kind.ts'

const text = 'panic: assignment to entry in nil map\n'
const utf16 = (bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-16 with its mark', utf16(false, true)],
  ['big-endian UTF-16 without a mark', utf16(true, false)],
  ['colours', Buffer.from(`\x1b[31m${text}\x1b[0m`)],
  ['GBK', Buffer.from([0xb2, 0xbb, 0xd6, 0xaa, 0xb5, 0xc0, 0x0a])],
  ['a stray NUL', Buffer.from(`${text}\0${text}`)],
])('%s is text', (_, bytes) => {
  expect(kindOfText(bytes)).toEqual({ binary: false })
})

test.each([
  ['ELF', Buffer.from('\x7fELF\x02\x01', 'latin1')],
  ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3])],
])('%s is named', (what, bytes) => {
  expect(kindOfText(bytes)).toEqual({ binary: true, what })
})

test('bytes full of control characters are binary', () => {
  expect(kindOfText(Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 256))).toEqual({
    binary: true,
    what: null,
  })
})
