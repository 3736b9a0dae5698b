// Reads an input that is too large to hold: only the parts that may hold failures are looked at closely.

import { openLogScanner } from '../read/scan-log.ts'
import { countFailures, formatOf, type Reading, readText } from '../why.ts'

/** An input of more than a few megabytes, read from its start. */
export interface LargeInput {
  readonly name: string
  /** Bytes in all; null where it is not known (a pipe, gzip). */
  readonly size: number | null
  readonly chunks: AsyncIterable<Uint8Array>
  /** To be told how many bytes have been seen. */
  readonly progress: (bytes: number) => void
}

/** Everything that failed in a large input, equal failures counted. */
export async function scanLarge({ name, chunks, progress }: LargeInput): Promise<Reading> {
  const counter = countFailures()
  const scanner = openLogScanner(part => {
    const failures = readText(part)?.failures ?? []
    // The last line of a part is not the last one of the log, as which it would be read.
    counter.add(failures.filter(({ format }) => format !== 'go-run'))
  })
  let bytes = 0
  for await (const chunk of chunks) {
    scanner.push(chunk)
    bytes += chunk.length
    progress(bytes)
  }
  const lines = scanner.finish()
  const failures = counter.counted()
  return { summary: { name, format: formatOf(failures), bytes, lines }, failures }
}
