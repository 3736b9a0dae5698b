// What to keep of an input that is too large to hold: the parts around its failures.

/** An input of more than a few megabytes, read from its start. */
export interface LargeInput {
  readonly name: string
  /** Bytes in all; null where it is not known (a pipe, gzip). */
  readonly size: number | null
  readonly chunks: AsyncIterable<Uint8Array>
  /** To be told how many bytes have been seen. */
  readonly progress: (bytes: number) => void
}

/** The bytes to explain instead of the whole input. */
export async function scanLarge(input: LargeInput): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let seen = 0
  for await (const chunk of input.chunks) {
    kept.push(chunk)
    seen += chunk.length
    input.progress(seen)
  }
  return Buffer.concat(kept)
}
