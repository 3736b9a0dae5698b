// Reads what is to be explained: files, gzip files, standard input, or the words of the command line themselves.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { type Reading, readInput as readBytesOf } from '../why.ts'
import { isText } from './input-words.ts'
import { isCode } from './output.ts'
import { Refusal } from './refusal.ts'
import { scanLarge } from './scan-large.ts'
import { kindOfText } from './text-kind.ts'
import { isBadGzip, isBinary, isEmpty, isFolder, isUnreadable, noSuchFile } from './words.ts'

/** From here on an input is scanned piece by piece instead of held in memory. */
const largeFrom = 8 * 1024 * 1024
const chunkSize = 1024 * 1024

/** Told of progress: bytes seen, and bytes in all where they are known. */
export type Progress = (seen: number, size: number | null) => void

/** What failed in the input that a word stands for; `-` is standard input. A refusal where there is nothing to explain in it. */
export async function readInput(word: string, progress: Progress): Promise<Reading> {
  const text = word === '-' ? null : textOf(word)
  const content = text ?? (await readContent(word, progress))
  if (!(content instanceof Uint8Array)) return content
  if (isBlank(content)) throw new Refusal(isEmpty(word === '-' || text === null ? word : '-'))
  const kind = kindOfText(content)
  const reading = kind.binary ? null : readBytesOf({ name: text === null ? word : '-', bytes: content })
  if (reading === null) throw new Refusal(isBinary(word, kind.binary ? kind.what : null))
  return reading
}

function textOf(word: string): Uint8Array | null {
  if (!isText(word) && word !== '') return null
  try {
    closeSync(openSync(word, 'r'))
    return null
  } catch {
    return new TextEncoder().encode(word)
  }
}

/** The bytes of a small input; what was read in a large one. */
async function readContent(name: string, progress: Progress): Promise<Uint8Array | Reading> {
  const fd = open(name)
  try {
    const at = fstatSync(fd)
    if (at.isDirectory()) throw new Refusal(isFolder(name))
    const size = at.isFile() ? at.size : null
    const head: Uint8Array[] = []
    let length = 0
    for (let chunk = readChunk(fd); chunk.length > 0; chunk = readChunk(fd)) {
      head.push(chunk)
      length += chunk.length
      if (length > largeFrom) break
    }
    const first = head.length === 1 && head[0] ? head[0] : Buffer.concat(head)
    const zipped = first[0] === 0x1f && first[1] === 0x8b
    if (zipped) {
      const { unzipSmall, unzipStream } = await import('./unzip.ts')
      const small = length <= largeFrom ? unzipSmall(first, largeFrom) : null
      if (small !== null) return small
      const chunks = unzipStream(chunksFrom(first, fd, length > largeFrom))
      return await scanLarge({ name, size: null, chunks, progress: seen => progress(seen, null) })
    }
    if (length <= largeFrom) return first
    // A large file that is no text is not worth a scan.
    const kind = kindOfText(first)
    if (kind.binary) return first
    return await scanLarge({
      name,
      size,
      chunks: chunksFrom(first, fd, true),
      progress: seen => progress(seen, size),
    })
  } catch (error) {
    if (isCode(error, 'EISDIR')) throw new Refusal(isFolder(name))
    if (isCode(error, 'Z_DATA_ERROR') || isCode(error, 'Z_BUF_ERROR')) throw new Refusal(isBadGzip(name))
    throw error
  } finally {
    if (fd !== 0) closeSync(fd)
  }
}

function open(name: string): number {
  if (name === '-') return 0
  try {
    return openSync(name, 'r')
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) throw new Refusal(noSuchFile(name))
    throw new Refusal(isUnreadable(name, error instanceof Error ? error.message : String(error)))
  }
}

/** The next piece of a file or pipe; empty at its end. */
function readChunk(fd: number): Uint8Array {
  const chunk = new Uint8Array(chunkSize)
  for (;;) {
    try {
      return chunk.subarray(0, readSync(fd, chunk, 0, chunkSize, null))
    } catch (error) {
      if (isCode(error, 'EOF')) return chunk.subarray(0, 0)
      // A pipe or terminal that somebody set to non-blocking.
      if (!isCode(error, 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

async function* chunksFrom(first: Uint8Array, fd: number, more: boolean): AsyncIterable<Uint8Array> {
  yield first
  if (!more) return
  for (let chunk = readChunk(fd); chunk.length > 0; chunk = readChunk(fd)) yield chunk
}

function isBlank(bytes: Uint8Array): boolean {
  // Space, tab, line breaks; NUL and the byte-order mark of UTF-16 hold no text either.
  return bytes.length < 4096 && bytes.every(b => b === 32 || (b >= 9 && b <= 13) || b === 0 || b >= 0xfe)
}
