import { describe, expect, it } from 'vitest'
import { inRange, isRange } from './version-range.ts'

describe('a version range', () => {
  it.each([
    ['1.19.13', '<1.20', true],
    ['1.20.0', '<1.20', false],
    ['1.20.14', '1.20', true],
    ['1.20.14', '<=1.20', true],
    ['3.11.7', '>=3.10 <3.12', true],
    ['3.12.1', '>=3.10 <3.12', false],
    ['1.21.0', '1.20 || >=1.23', false],
    ['1.27.0', '1.20 || >=1.23', true],
    ['3.9', '>=3.10', false],
    ['3.8.18', undefined, true],
  ])('says of %s and %s: %s', (version, range, expected) => {
    expect(inRange(version, range)).toBe(expected)
  })

  it('is refused when it is no range', () => {
    expect(isRange('>=1.x')).toBe(false)
    expect(isRange('>=3.8 <3.10 || 3.12')).toBe(true)
  })
})
