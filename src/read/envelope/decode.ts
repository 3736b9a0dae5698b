// Bytes to text: UTF-8, UTF-16 with or without its mark, GB18030; or the finding that they are no text.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly binary: true }

/** How many bytes are looked at to tell what they are; the rest is only decoded. */
const sample = 64 * 1024

/** The text in `bytes`, in linear time. Bytes that are no valid UTF-8 come out as U+FFFD, NUL bytes stay. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', bytes)
  const marked = a === 0xef && b === 0xbb && c === 0xbf
  if (!marked) {
    if (isMagic(bytes)) return { binary: true }
    const wide = guessUtf16(bytes)
    if (wide !== null) return decodeAs(wide, bytes)
    if (looksBinary(bytes)) return { binary: true }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return !marked && isPlausibleGbk(bytes) ? decodeAs('gb18030', bytes) : decodeAs('utf-8', bytes)
  }
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** The first bytes of files that people hand over by mistake: ELF, Mach-O, PE, PNG, JPEG, GIF, ZIP, gzip, PDF, class, wasm, pyc. */
const magics: readonly (readonly number[])[] = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0x4d, 0x5a, 0x90, 0x00],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b, 0x08],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x00, 0x61, 0x73, 0x6d],
  [0x28, 0xb5, 0x2f, 0xfd],
]

function isMagic(bytes: Uint8Array): boolean {
  return magics.some(magic => magic.every((byte, index) => bytes[index] === byte))
}

/** UTF-16 without a mark: in Latin text every other byte is NUL, in Chinese text line ends and digits still are. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, sample) & ~1
  if (length < 4) return null
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** More than a tenth of the bytes are control characters that no tool prints. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, sample)
  let controls = 0
  let nuls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0) nuls++
    else if (byte < 0x20 && !(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1b) controls++
    else if (byte === 0x7f) controls++
  }
  // A log that was truncated while written to begins with a hole of NULs; what is left of it is text.
  return (
    length > 0 &&
    (controls > (length - nuls) / 10 || nuls === length || (nuls > length / 5 && !hasText(bytes)))
  )
}

/** A run of 32 printable characters: text among NULs. */
function hasText(bytes: Uint8Array): boolean {
  let run = 0
  for (const byte of bytes) {
    run = byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte !== 0x7f) ? run + 1 : 0
    if (run === 32) return true
  }
  return false
}

/**
 * The bytes above 0x7f pair up as GBK does, nearly all of them: first 0x81-0xfe, second 0x40-0xfe but 0x7f, or the four
 * bytes of GB18030.
 */
function isPlausibleGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  let broken = 0
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i] ?? 0
    if (first < 0x80) continue
    const second = bytes[i + 1] ?? 0
    if (first >= 0x81 && first <= 0xfe && second >= 0x40 && second !== 0x7f && second <= 0xfe) {
      pairs++
      // The characters of GB2312, which nearly all Chinese text is made of.
      if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) common++
      i++
    } else if (first >= 0x81 && second >= 0x30 && second <= 0x39) {
      pairs++
      i += 3
    } else broken++
  }
  return pairs > 0 && broken * 20 <= pairs && common * 10 >= pairs * 8
}
