// Packs data/go-standard-library.txt: each package deflated by itself, behind a list of where it lies.
import { deflateRawSync } from 'node:zlib'

/** The bytes of dist/go-standard-library.bin: length of the list (4 bytes), the list (`path start length` a line), the packages. */
export function packStandardLibrary(text) {
  const packages = text
    .split(/^# /m)
    .slice(1)
    .map(part => ({ path: part.slice(0, part.indexOf('\n')), body: part.slice(part.indexOf('\n') + 1) }))
    .map(({ path, body }) => ({ path, bytes: deflateRawSync(body, { level: 9 }) }))
  let at = 0
  let list = ''
  for (const { path, bytes } of packages) {
    list += `${path} ${at} ${bytes.length}\n`
    at += bytes.length
  }
  const head = Buffer.alloc(4)
  head.writeUInt32LE(Buffer.byteLength(list))
  return Buffer.concat([head, Buffer.from(list), ...packages.map(({ bytes }) => bytes)])
}
