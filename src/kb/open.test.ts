import { describe, expect, it } from 'vitest'
import { kb, parsedEntries } from '../../test/knowledge-base.ts'
import { openSections, packSections, sourceOfBytes } from './container.ts'

describe('a packed file', () => {
  const file = packSections({
    a: new Uint8Array([1, 2, 3]),
    empty: new Uint8Array(0),
    b: new Uint8Array(9000).fill(7),
  })

  it('gives its sections back', () => {
    const section = openSections(sourceOfBytes(file))
    expect([...section('a')]).toEqual([1, 2, 3])
    expect(section('b').length).toBe(9000)
    expect(section('empty').length).toBe(0)
    expect(section('missing').length).toBe(0)
  })

  it('is refused when it is something else', () => {
    expect(() => openSections(sourceOfBytes(new Uint8Array(100)))).toThrow('not a compiled knowledge base')
  })
})

describe('the compiled knowledge base', () => {
  it('gives every entry back as it was parsed', () => {
    for (const { entry } of parsedEntries) expect(kb.entry(entry.id)).toEqual(entry)
  })

  it('lists all entries, sorted', () => {
    const ids = kb.summaries().map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(ids.length).toBe(parsedEntries.length)
  })

  it('knows no entry of another name', () => {
    expect(kb.entry('go/no-such-entry')).toBeNull()
    expect(kb.entryAt(100_000)).toBeNull()
  })
})
