// Unpacks gzip; apart from the rest because only gzip inputs pay for loading zlib.

import { Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { isCode } from './output.ts'

/** The unpacked bytes; null when they are more than `limit`. Throws zlib's error for a damaged file. */
export function unzipSmall(bytes: Uint8Array, limit: number): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    if (isCode(error, 'ERR_BUFFER_TOO_LARGE')) return null
    throw error
  }
}

/** The unpacked bytes of any amount, piece by piece. */
export async function* unzipStream(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(chunks)
  const gunzip = createGunzip()
  source.on('error', error => gunzip.destroy(error))
  for await (const chunk of source.pipe(gunzip)) yield chunk
}
