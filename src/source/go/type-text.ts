// Types as Go writes them, in source and in messages, taken apart.

import { findOutside, splitList } from './skip-text.ts'

/** `T` of `*T`; null where the type is no pointer. */
export function pointedTo(type: string): string | null {
  return type.startsWith('*') ? type.slice(1).trim() : null
}

/** The name of a named type, its package and its type arguments; null for every other type. `*` is not looked through. */
export function namedParts(
  type: string,
): { readonly qualifier: string; readonly name: string; readonly args: readonly string[] } | null {
  // "log/slog".Leveler, quicktest.C, Cache[string, *Item]
  const found = /^(?:("[^"\n]+"|[\p{L}_][\p{L}\p{N}_]*)\.)?([\p{L}_][\p{L}\p{N}_]*)(?:\[(.*)\])?$/u.exec(type)
  if (found === null || type.length > 2000) return null
  const [, qualifier = '', name = '', args = ''] = found
  return keywords.has(name) ? null : { qualifier, name, args: splitList(args) }
}

const keywords = new Set(['func', 'map', 'chan', 'struct', 'interface'])

export interface Parameter {
  /** '' where it has none. */
  readonly name: string
  /** `...string` for a variadic one. */
  readonly type: string
}

export interface Signature {
  readonly parameters: readonly Parameter[]
  readonly results: readonly Parameter[]
}

/** Takes a signature apart: `(key string, more ...int) (Item, error)`, with or without `func` before it; null for anything else. */
export function readSignature(text: string): Signature | null {
  const start = text.startsWith('func') ? text.indexOf('(') : 0
  if (start < 0 || text[start] !== '(') return null
  const end = findOutside(text, start + 1, ')')
  if (end >= text.length) return null
  const rest = text.slice(end + 1).trim()
  const results =
    rest === ''
      ? []
      : rest.startsWith('(') && findOutside(rest, 1, ')') === rest.length - 1
        ? readParameters(rest.slice(1, -1))
        : [{ name: '', type: rest }]
  return { parameters: readParameters(text.slice(start + 1, end)), results }
}

/** `a, b int, c ...string` is three, `int, error` two without names. */
function readParameters(text: string): readonly Parameter[] {
  const parts = splitList(text)
  const split = parts.map(part => /^([\p{L}_][\p{L}\p{N}_]*)[ \t]+(\S.*)$/su.exec(part))
  const named = split.some(found => found !== null && !isTypeHead(found[1] ?? ''))
  if (!named) return parts.map(type => ({ name: '', type }))
  let type = ''
  return parts
    .map((part, i) => {
      const found = split[i]
      return found ? { name: found[1] ?? '', type: found[2] ?? '' } : { name: part, type: '' }
    })
    .reverse()
    .map(parameter => {
      type = parameter.type || type
      return { name: parameter.name, type }
    })
    .reverse()
}

/** `chan int`, `func (int)`, `map [..]`, `struct {}`: a type with a blank in it, not a name and a type. */
function isTypeHead(word: string): boolean {
  return word === 'chan' || keywords.has(word)
}

/** What ranging or indexing gives: key and element; null where the type has neither. */
export function elementOf(type: string): { readonly key: string; readonly element: string } | null {
  const slice = /^(?:\.\.\.|\*?\[[^[\]]*\])(.+)$/s.exec(type)
  if (slice !== null) return { key: 'int', element: slice[1] ?? '' }
  if (type === 'string') return { key: 'int', element: 'rune' }
  if (type.startsWith('map[')) {
    const end = findOutside(type, 4, ']')
    return { key: type.slice(4, end), element: type.slice(end + 1) }
  }
  const channel = /^(?:<-)?chan(?:<-)?[ \t]+(.+)$/s.exec(type)
  return channel === null ? null : { key: channel[1] ?? '', element: channel[1] ?? '' }
}

const integers = ['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64']

/** Whether a predeclared type is a whole number. */
export function isInteger(type: string): boolean {
  return integers.includes(type) || type === 'uintptr' || type === 'byte' || type === 'rune'
}

export function isFloat(type: string): boolean {
  return type === 'float64' || type === 'float32'
}

/** Whether two types are one: `byte` is `uint8`, `any` is `interface{}`; only what a message or declaration writes alike. */
export function sameType(a: string, b: string): boolean {
  return normalType(a) === normalType(b)
}

function normalType(type: string): string {
  return type
    .replace(/"(?:[^"\n]*\/)?([^"/\n]+)"\./g, '$1.')
    .replace(/\binterface ?\{\}/g, 'any')
    .replace(/\bbyte\b/g, 'uint8')
    .replace(/\brune\b/g, 'int32')
    .replace(/[ \t]+/g, ' ')
}
