// Text to bytes, in the encodings of Windows.

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function encodeUtf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), order === 'le')
  return bytes
}

let table: ReadonlyMap<string, number> | null = null

/** The two bytes of every character of GBK; there is only a decoder at hand, so it is asked for all of them. */
function gbkTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030')
  const made = new Map<string, number>()
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = low === 0x7f ? '' : decoder.decode(new Uint8Array([high, low]))
      if (char.length === 1 && char !== '\ufffd') made.set(char, high * 256 + low)
    }
  }
  return made
}

/** What GBK does not have becomes a question mark. */
export function encodeGbk(text: string): Uint8Array {
  table ??= gbkTable()
  const bytes: number[] = []
  for (const char of text) {
    const pair = table.get(char)
    if (char < '\x80') bytes.push(char.charCodeAt(0))
    else if (pair === undefined) bytes.push(0x3f)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return new Uint8Array(bytes)
}
