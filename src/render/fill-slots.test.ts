import { expect, test } from 'vitest'
import { codeSpan, fillSlots, slotNames } from './fill-slots.ts'

const names = new Set(['name', 'type'])
const fill = (text: string, slots: Record<string, string>) => fillSlots(text, slots, names)

test('a slot in code takes its value as it is', () => {
  expect(fill('`{name}` is declared', { name: '*foo_bar*' })).toBe('`*foo_bar*` is declared')
})

test('a slot in plain text cannot become markup', () => {
  expect(fill('{name} is', { name: '**x** `y` <b>' })).toBe('\\*\\*x\\*\\* \\`y\\` \\<b\\> is')
})

test('a value with backticks gets a longer fence', () => {
  expect(fill('see `{name}`.', { name: 'a`b' })).toBe('see `` a`b ``.')
})

test('a value that the failure does not have is an ellipsis', () => {
  expect(fill('`{name}` of `{type}`', { name: 'x' })).toBe('`x` of `…`')
})

test('braces that are no slot stay', () => {
  const text = 'write `Cart{quantity}` or `f"{total}"` or `map[string]int{}`'
  expect(fill(text, { name: 'x' })).toBe(text)
})

test('a slot in a fence is filled as code', () => {
  expect(fill('do:\n\n```go\n{name} := 1\n```\n\n{name}', { name: 'a_b' })).toBe(
    'do:\n\n```go\na_b := 1\n```\n\na\\_b',
  )
})

test('a value that names another slot is not filled again', () => {
  expect(fill('`{name}`', { name: '{type}', type: 'int' })).toBe('`{type}`')
})

test('control characters and line breaks of a value are made visible', () => {
  expect(fill('`{name}`', { name: 'a\n```\n\x1b[2J' })).toBe('```` a␊```␊␛[2J ````')
})

test('the slots of an entry are those of its signatures, and those that its inspections fill', () => {
  expect([
    ...slotNames({
      signatures: [{ text: 'undefined: {name}' }, { text: 'cannot use {value} as {other-type}' }],
      slots: ['near'],
    }),
  ]).toEqual(['near', 'name', 'value', 'other-type'])
})

test.each([
  ['a', '`a`'],
  ['`', '`` ` ``'],
  ['a``b', '``` a``b ```'],
])('%s as code is %s', (text, code) => {
  expect(codeSpan(text)).toBe(code)
})
