import { expect, it } from 'vitest'
import { condense, layOutRest } from './condense.ts'
import { paintLines } from './paint.ts'
import { sampleEntry, sampleFinding } from './sample-finding.ts'

const findings = Array.from({ length: 40 }, (_, i) => ({
  ...sampleFinding,
  entry: i % 2 === 0 ? sampleEntry : { ...sampleEntry, id: `go/other-${i}` },
}))

it('tells three of each entry in full, and thirty at most', () => {
  const { full, rest } = condense(findings)
  expect(full.filter(({ entry }) => entry?.id === sampleEntry.id)).toHaveLength(3)
  expect(full.length + rest.length).toBe(40)
  expect(full.length).toBeLessThanOrEqual(30)
})

it('counts the rest by entry, the commonest first, with places', () => {
  const text = paintLines(layOutRest(condense(findings).rest, 'en', 100), false)
  expect(text.split('\n')[0]).toContain('×17')
  expect(text).toContain('/home/dev/shop/cart.go:4')
})
