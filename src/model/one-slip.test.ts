import { expect, it } from 'vitest'
import { isOneSlip } from './one-slip.ts'

it.each([
  ['total', 'total', true],
  ['total', 'totl', true],
  ['total', 'totall', true],
  ['total', 'tofal', true],
  ['total', 'totla', true],
  ['total', 'tolat', false],
  ['total', 'toll', false],
  ['', 'a', true],
  ['ab', 'cd', false],
])('%s and %s are one slip apart at most: %s', (a, b, expected) => {
  expect(isOneSlip(a, b)).toBe(expected)
  expect(isOneSlip(b, a)).toBe(expected)
})
