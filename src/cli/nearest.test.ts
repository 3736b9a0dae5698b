import { expect, test } from 'vitest'
import { editDistance } from '../model/edit-distance.ts'
import { nearest } from './nearest.ts'

const ids = ['go/nil-map-write', 'go/nil-pointer-dereference', 'python/none-has-no-attribute']

test.each([
  ['go/nil-map-wirte', ['go/nil-map-write']],
  ['nilmapwrite', ['go/nil-map-write']],
  ['NONE-HAS-NO-ATTRIBUT', ['python/none-has-no-attribute']],
  ['nil', ['go/nil-map-write', 'go/nil-pointer-dereference']],
  ['kubernetes', []],
  ['', []],
])('%s is nearest to %j', (typed, expected) => {
  expect(nearest(typed, ids, 3)).toEqual(expected)
})

test('two swapped letters are one mistake', () => {
  expect(editDistance('explian', 'explain')).toBe(1)
  expect(editDistance('', 'abc')).toBe(3)
})
