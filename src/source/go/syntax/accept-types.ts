// The types of Go, as the recogniser reads them.

import type { Cursor, Rules, Within } from './accept-cursor.ts'

const typeKeywords = new Set(['struct', 'interface', 'map', 'chan', 'func'])

/** The rules of types and signatures. */
export function typeRules(
  cursor: Cursor,
  rules: Rules,
): Pick<Rules, 'type' | 'typeParameters' | 'signature' | 'parameters' | 'startsType'> {
  const { token, is, isName, isEnd, fail, got, want, name, nameList, semicolon, nested, bracketed } = cursor

  return { type, typeParameters, signature, parameters, startsType }

  function typeParameters() {
    want('[', 'type')
    bracketed(() => {
      do {
        if (is(']')) break
        nameList('type')
        rules.expression('type')
      } while (got(','))
    })
    want(']', 'type')
  }

  function signature() {
    if (is('(')) parameters()
    else fail('parameters')
    if (is('(')) parameters()
    else if (startsType()) type('type')
  }

  function parameters() {
    cursor.at++
    let named = 0
    let types = 0
    let lastIsNamed = false
    bracketed(() => {
      while (!is(')') && !isEnd()) {
        lastIsNamed = false
        if (
          isName() &&
          (startsType(1) || is('...', 1)) &&
          !is('(', 1) &&
          !(is('[', 1) && !isArrayAfterName())
        ) {
          cursor.at++
          named++
          lastIsNamed = true
          got('...')
          type('parameters')
        } else if (isName() && (is('(', 1) || is('<-', 1))) {
          // f (int) and c <-chan int: a name and its type
          cursor.at++
          named++
          lastIsNamed = true
          type('parameters')
        } else if (got('...')) {
          types++
          type('parameters')
        } else {
          if (!isName() || is('.', 1) || is('[', 1)) types++
          type('parameters')
        }
        if (!got(',') && !is(')')) fail('parameters')
      }
    })
    if (named > 0 && (types > 0 || !lastIsNamed)) fail('parameters')
    want(')', 'parameters')
  }

  /** Whether what follows a name and `[` makes it `name []T` or `name [n]T`, rather than `Name[T]`. */
  function isArrayAfterName(): boolean {
    if (is(']', 2)) return true
    let open = 0
    for (let ahead = 1; cursor.at + ahead < cursor.last; ahead++) {
      if (is('[', ahead)) open++
      if (is(']', ahead) && --open === 0) return startsType(ahead + 1) && !is('(', ahead + 1)
    }
    return false
  }

  function startsType(ahead = 0): boolean {
    const { kind, text } = token(ahead)
    return (
      kind === 'name' ||
      typeKeywords.has(text) ||
      (kind === 'operator' && (text === '*' || text === '[' || text === '(' || text === '<-'))
    )
  }

  function type(within: Within) {
    nested(() => {
      if (isName()) {
        cursor.at++
        if (got('.')) name(within)
        if (is('[')) bracketed(typeArguments)
      } else if (got('*')) type(within)
      else if (got('(')) {
        bracketed(() => type('type'))
        want(')', 'type')
      } else if (got('[')) {
        bracketed(() => {
          if (!is(']') && !got('...')) rules.expression('index')
        })
        want(']', 'index')
        type(within)
      } else if (got('<-')) {
        want('chan', 'type')
        type(within)
      } else if (got('chan')) {
        got('<-')
        type(within)
      } else if (got('map')) {
        want('[', 'type')
        bracketed(() => type('type'))
        want(']', 'type')
        type(within)
      } else if (got('func')) signature()
      else if (is('struct')) struct()
      else if (is('interface')) interfaceType()
      else fail(within)
    })
  }

  function typeArguments() {
    cursor.at++
    do {
      if (is(']')) break
      rules.expression('index')
    } while (got(','))
    want(']', 'index')
  }

  function struct() {
    cursor.at++
    want('{', 'struct')
    bracketed(() => {
      while (!is('}') && !isEnd()) {
        field()
        if (token().kind === 'string') cursor.at++
        semicolon('struct')
      }
    })
    want('}', 'struct')
  }

  function field() {
    if (got('*')) return type('struct')
    if (!isName()) return fail('struct')
    if (is('.', 1) || is('\n', 1) || is(';', 1) || is('}', 1) || token(1).kind === 'string')
      return type('struct')
    if (is('[', 1) && !isArrayAfterName()) return type('struct')
    nameList('struct')
    type('struct')
  }

  function interfaceType() {
    cursor.at++
    want('{', 'interface')
    bracketed(() => {
      while (!is('}') && !isEnd()) {
        if (isName() && is('(', 1)) {
          cursor.at++
          signature()
        } else rules.expression('interface')
        semicolon('interface')
      }
    })
    want('}', 'interface')
  }
}
