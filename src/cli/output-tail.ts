// The last part of what a command printed, within a bound.

export interface OutputTail {
  readonly add: (chunk: Uint8Array) => void
  /** What was kept, beginning on a new line where the beginning was dropped. */
  readonly bytes: () => Uint8Array
}

/** Keeps the last `limit` bytes, or a little more. */
export function openOutputTail(limit: number): OutputTail {
  const chunks: Uint8Array[] = []
  let length = 0
  let dropped = false
  return {
    add: chunk => {
      chunks.push(chunk)
      length += chunk.length
      while (length - (chunks[0]?.length ?? 0) >= limit) {
        length -= chunks.shift()?.length ?? 0
        dropped = true
      }
    },
    bytes: () => {
      const all = Buffer.concat(chunks)
      return dropped ? all.subarray(all.indexOf(10) + 1) : all
    },
  }
}
