// The statements of Go, as the recogniser reads them.

import type { Cursor, Rules, Within } from './accept-cursor.ts'

const assigns = new Set(['=', ':=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '&^='])
const typeKeywords = new Set(['struct', 'interface', 'map', 'chan', 'func'])

type Simple = 'expression' | 'assignment' | 'range' | 'label' | 'guard'

/** The rules of statements and blocks. */
export function statementRules(cursor: Cursor, rules: Rules): Pick<Rules, 'body'> {
  const { token, is, isName, isEnd, isSemicolon, fail, got, want, nested } = cursor

  return { body }

  function body() {
    want('{', 'statements')
    const outer = cursor.level
    cursor.level = 0
    nested(statements)
    cursor.level = outer
    want('}', 'statements')
  }

  function statements() {
    while (!is('}') && !is('case') && !is('default') && !isEnd()) {
      statement()
      if (isSemicolon()) cursor.at++
      else if (!is('}') && !isEnd()) fail('statements')
    }
  }

  function statement() {
    const { text, kind } = token()
    if (kind === 'newline' || text === ';' || text === '}') return
    if (text === 'var' || text === 'const' || text === 'type') rules.declaration()
    else if (text === '{') body()
    else if (text === 'if') ifStatement()
    else if (text === 'for') forStatement()
    else if (text === 'switch') switchStatement()
    else if (text === 'select') {
      cursor.at++
      cases(true)
    } else if (text === 'go' || text === 'defer') {
      cursor.at++
      rules.expression('expression')
    } else if (text === 'return') {
      cursor.at++
      if (!isSemicolon() && !is('}')) rules.expressionList()
    } else if (text === 'break' || text === 'continue' || text === 'goto') {
      cursor.at++
      if (isName()) cursor.at++
      else if (text === 'goto') fail('statements')
    } else if (text === 'fallthrough') cursor.at++
    else if (kind === 'keyword' && !typeKeywords.has(text)) fail('statements')
    else if (simple(false, 'statements') === 'label' && !is('}')) nested(statement)
  }

  /** One simple statement; a range clause only in the header of `for`. */
  function simple(inFor: boolean, within: Within): Simple {
    if (inFor && got('range')) {
      rules.expression('header')
      return 'range'
    }
    const first = cursor.at
    rules.expression(within)
    if (within === 'statements' && cursor.at === first + 1 && isName(-1) && is(':')) {
      cursor.at++
      return 'label'
    }
    const several = is(',')
    while (got(',')) rules.expression('expression')
    if (several && !(token().kind === 'operator' && assigns.has(token().text))) fail(within)
    if (got('++') || got('--')) return 'assignment'
    if (got('<-')) {
      rules.expression('expression')
      return 'assignment'
    }
    if (token().kind !== 'operator' || !assigns.has(token().text)) return 'expression'
    const defines = is(':=')
    cursor.at++
    if (inFor && got('range')) {
      rules.expression('header')
      return 'range'
    }
    rules.expressionList()
    return defines && is('type', -2) && is('(', -3) ? 'guard' : 'assignment'
  }

  function header(bodyOf: () => void) {
    const outer = cursor.level
    cursor.level = -1
    bodyOf()
    cursor.level = outer
  }

  function ifStatement() {
    cursor.at++
    header(() => {
      if (is('{')) fail('header')
      let kind: Simple = 'expression'
      if (!is(';')) kind = simple(false, 'header')
      if (got(';')) kind = is('{') ? 'assignment' : simple(false, 'header')
      if (kind !== 'expression') fail('header')
      if (!is('{')) fail('header')
    })
    body()
    if (!got('else')) return
    if (is('if')) nested(ifStatement)
    else if (is('{')) body()
    else fail('header')
  }

  function forStatement() {
    cursor.at++
    header(() => {
      if (is('{')) return
      let kind: Simple = 'expression'
      if (!is(';')) kind = simple(true, 'header')
      if (kind === 'range') return
      if (isSemicolon()) {
        cursor.at++
        kind = 'expression'
        if (!isSemicolon()) kind = simple(false, 'header')
        if (kind !== 'expression') fail('header')
        if (isSemicolon()) cursor.at++
        else fail('header')
        if (!is('{')) simple(false, 'header')
      } else if (kind !== 'expression') fail('header')
      if (!is('{')) fail('header')
    })
    body()
  }

  function switchStatement() {
    cursor.at++
    header(() => {
      if (is('{')) return
      let kind: Simple = 'expression'
      if (!is(';')) kind = simple(false, 'header')
      if (got(';')) kind = is('{') ? 'expression' : simple(false, 'header')
      if (kind === 'assignment') fail('header')
    })
    cases(false)
  }

  function cases(communicates: boolean) {
    want('{', 'header')
    const outer = cursor.level
    cursor.level = 0
    nested(() => {
      while (!is('}') && !isEnd()) {
        if (got('case')) {
          if (communicates) simple(false, 'cases')
          else rules.expressionList()
        } else if (!got('default')) fail('cases')
        want(':', 'cases')
        statements()
      }
    })
    cursor.level = outer
    want('}', 'cases')
  }
}
