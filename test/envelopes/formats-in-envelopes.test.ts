// The same failure gives the same answer in every envelope: all formats times all envelopes.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/model/failure.ts'
import { decodeText } from '../../src/read/envelope/decode.ts'
import { readFailures } from '../../src/read/read-failures.ts'
import { wrappers } from './wrap.ts'

const folders = ['src/read/go/fixtures', 'src/read/python/fixtures']
const samples = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .map(name => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
)

/** What an answer depends on. */
function tell({ tool, message, place }: Failure): string {
  return `${tool} ${message} @ ${place?.file}:${place?.line}`
}

function read(bytes: Uint8Array): readonly string[] {
  const decoded = decodeText(bytes)
  return 'binary' in decoded ? ['binary'] : readFailures(decoded.text).map(tell)
}

describe.each(wrappers)('in the envelope $name', ({ wrap, keeps }) => {
  it.each(samples)('reads $name as it does without', ({ text }) => {
    const bare = readFailures(text).map(tell)
    const wrapped = read(wrap(text))
    if (keeps === 'all') expect(wrapped).toEqual(bare)
    // What a cut has taken is gone, and what is left beside it reads as one or two failures at most.
    else expect(wrapped.filter(line => !bare.includes(line)).length).toBeLessThanOrEqual(2)
  })
})
