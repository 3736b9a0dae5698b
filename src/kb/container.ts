// The compiled knowledge base as a file: named sections behind one small header, so that opening it reads only
// what is asked for. Layout: "FAQ1", header length as u32, header as JSON `{ name: [offset, length] }`, sections.

/** Reads `length` bytes of the file from `offset`; fewer at its end. */
export type ByteSource = (offset: number, length: number) => Uint8Array

const magic = 'FAQ1'
/** Sections begin at multiples of this, so that typed arrays can lie over them. */
const alignment = 8

function align(offset: number): number {
  return Math.ceil(offset / alignment) * alignment
}

/** Puts sections into one file, in the order given. */
export function packSections(sections: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(sections)
  // The header's length must be known before the offsets in it: they are padded to equal width.
  const headerOf = (start: number) => {
    let offset = start
    const table: Record<string, [number, number]> = {}
    for (const [name, bytes] of entries) {
      table[name] = [offset, bytes.length]
      offset = align(offset + bytes.length)
    }
    return { text: new TextEncoder().encode(JSON.stringify(table)), size: offset }
  }
  const start = align(8 + headerOf(10 ** 9).text.length)
  const header = headerOf(start)
  const file = new Uint8Array(header.size)
  file.set(new TextEncoder().encode(magic))
  new DataView(file.buffer).setUint32(4, header.text.length, true)
  file.set(header.text, 8)
  let offset = start
  for (const [, bytes] of entries) {
    file.set(bytes, offset)
    offset = align(offset + bytes.length)
  }
  return file
}

/** A section by its name, or its bytes `from`–`to` alone; empty when there is none. */
export type Sections = (name: string, from?: number, to?: number) => Uint8Array

/** Gives the sections of a packed file, each read when asked for. Throws when it is no such file. */
export function openSections(read: ByteSource): Sections {
  const head = read(0, 4096)
  const decoder = new TextDecoder()
  if (decoder.decode(head.subarray(0, 4)) !== magic) throw new Error('not a compiled knowledge base')
  const length = new DataView(head.buffer, head.byteOffset).getUint32(4, true)
  const header = length + 8 <= head.length ? head.subarray(8, 8 + length) : read(8, length)
  const table = JSON.parse(decoder.decode(header)) as Record<string, [number, number] | undefined>
  return (name, from = 0, to) => {
    const place = table[name]
    if (place === undefined) return new Uint8Array(0)
    const [offset, size] = place
    const bytes = read(offset + from, (to ?? size) - from)
    // Typed arrays need an aligned start, which a slice of a read buffer may lack.
    return bytes.byteOffset % alignment === 0 ? bytes : bytes.slice()
  }
}

/** A byte source over a file that is in memory already. */
export function sourceOfBytes(file: Uint8Array): ByteSource {
  return (offset, length) => file.subarray(offset, offset + length)
}
