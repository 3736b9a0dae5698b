// What the readers make of the examples of `python -m doctest`.

import { expect, test } from 'vitest'
import { fixture, readPython } from './fixtures/read-fixture.ts'

test('each example is a failure with its place and what was expected', () => {
  const failures = readPython(fixture('doctest-3.13.txt'))
  expect(failures.map(({ message, place }) => [message, place?.file, place?.line])).toEqual([
    ['Failed example:', 'orders.py', 3],
    ['Failed example:', 'orders.py', 5],
  ])
  expect(failures[0]?.details).toEqual(['total([5, 7])', 'Expected:', '12', 'Got:', '7'])
})
