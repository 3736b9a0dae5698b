// Whether bytes are text that a tool printed, in any encoding, or something else.

/** Files that are not text by their first bytes, where few control characters give them away. */
const signs: readonly (readonly [start: string, what: string])[] = [
  ['\x7fELF', 'ELF'],
  ['PK\x03\x04', 'ZIP'],
  ['\x89PNG', 'PNG'],
  ['GIF8', 'GIF'],
  ['\xff\xd8\xff', 'JPEG'],
  ['%PDF-', 'PDF'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['\xcf\xfa\xed\xfe', 'Mach-O'],
  ['SQLite format 3', 'SQLite'],
]

export type TextKind = { readonly binary: false } | { readonly binary: true; readonly what: string | null }

/** Judged by the first 8 KB. A stray NUL does not make a log binary, and UTF-16 has one in every other byte. */
export function kindOfText(bytes: Uint8Array): TextKind {
  const head = bytes.subarray(0, 8192)
  const start = String.fromCharCode(...head.subarray(0, 16))
  for (const [sign, what] of signs) if (start.startsWith(sign)) return { binary: true, what }
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return { binary: false }
  const zeros: [even: number, odd: number] = [0, 0]
  let controls = 0
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2 === 0 ? 0 : 1]++
    // All but backspace, tab, line feed, form feed, carriage return and escape.
    if (byte < 0x20 && byte !== 8 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      controls++
  })
  const half = head.length / 2
  const wide = Math.max(...zeros) > half * 0.4 && Math.min(...zeros) < half * 0.05
  if (wide && controls - Math.max(...zeros) < head.length * 0.05) return { binary: false }
  return controls > head.length * 0.1 ? { binary: true, what: null } : { binary: false }
}
