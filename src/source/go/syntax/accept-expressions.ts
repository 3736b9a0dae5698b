// The expressions of Go, as the recogniser reads them.

import type { Cursor, Rules, Within } from './accept-cursor.ts'

const unary = new Set(['+', '-', '!', '^', '*', '&', '~'])
const binary = new Set([
  '||',
  '&&',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '|',
  '^',
  '*',
  '/',
  '%',
  '&',
  '&^',
  '<<',
  '>>',
])
const typeKeywords = new Set(['struct', 'interface', 'map', 'chan', 'func'])

/** What an operand was, as far as it decides whether `{` may follow as a composite literal. */
type Shape = 'name' | 'type' | 'value'

/** The rules of expressions. */
export function expressionRules(cursor: Cursor, rules: Rules): Pick<Rules, 'expression' | 'expressionList'> {
  const { token, is, isEnd, fail, got, want, name, nested, bracketed } = cursor

  return { expression, expressionList }

  function expressionList() {
    expression('expression')
    while (got(',')) expression('expression')
  }

  function expression(within: Within) {
    nested(() => {
      unaryExpression(within)
      while (token().kind === 'operator' && binary.has(token().text)) {
        cursor.at++
        unaryExpression('expression')
      }
    })
  }

  function unaryExpression(within: Within) {
    while (token().kind === 'operator' && unary.has(token().text)) cursor.at++
    if (is('<-')) {
      if (is('chan', 1)) {
        rules.type('type')
        return rest('type')
      }
      cursor.at++
      return nested(() => unaryExpression('expression'))
    }
    primary(within)
  }

  function primary(within: Within) {
    const { kind, text, fault: broken } = token()
    if (broken !== undefined) return fail(within)
    if (kind === 'number' || kind === 'string' || kind === 'rune') {
      cursor.at++
      rest('value')
    } else if (kind === 'name') {
      cursor.at++
      rest('name')
    } else if (got('(')) {
      bracketed(() => expression('parentheses'))
      want(')', 'parentheses')
      rest('value')
    } else if (got('func')) {
      rules.signature()
      if (is('{')) bracketed(rules.body)
      rest('value')
    } else if (text === '[' || typeKeywords.has(text)) {
      rules.type('type')
      rest('type')
    } else fail(within)
  }

  function rest(first: Shape) {
    let shape = first
    for (;;) {
      if (got('.')) {
        if (got('(')) {
          if (!got('type')) bracketed(() => rules.type('type'))
          want(')', 'parentheses')
          shape = 'value'
        } else name('expression')
      } else if (got('[')) {
        bracketed(index)
        want(']', 'index')
      } else if (got('(')) {
        bracketed(() => list(')', 'arguments', argument))
        want(')', 'arguments')
        shape = 'value'
      } else if (is('{') && (shape === 'type' || (shape === 'name' && cursor.level >= 0))) {
        bracketed(literal)
        shape = 'value'
      } else return
    }
  }

  function index() {
    if (!is(':')) {
      expression('index')
      while (got(',')) {
        if (is(']')) return
        expression('index')
      }
    }
    for (let colons = 0; colons < 2 && got(':'); colons++) {
      if (!is(':') && !is(']')) expression('index')
    }
  }

  function list(close: string, within: Within, item: () => void) {
    while (!is(close) && !isEnd()) {
      item()
      if (!got(',') && !is(close)) fail(within)
    }
  }

  function argument() {
    expression('arguments')
    got('...')
  }

  function literal() {
    want('{', 'literal')
    list('}', 'literal', () => {
      element()
      if (got(':')) element()
    })
    want('}', 'literal')
  }

  function element() {
    if (is('{')) nested(literal)
    else expression('literal')
  }
}
