// A recogniser of Go's syntax: the first token that the compiler would refuse. It builds no tree.
// The rules, composite literals in headers included, are those of https://go.dev/ref/spec.

import { openCursor, type Rules, type SyntaxFault, type Within } from './accept-cursor.ts'
import { expressionRules } from './accept-expressions.ts'
import { statementRules } from './accept-statements.ts'
import { typeRules } from './accept-types.ts'
import type { Token } from './lex-go.ts'

/** Null when the compiler's parser would accept the tokens as a whole file, or as some declarations of one. */
export function acceptGo(tokens: readonly Token[], as: 'file' | 'declarations' = 'file'): SyntaxFault | null {
  const cursor = openCursor(tokens)
  const { token, is, isName, isEnd, isSemicolon, fail, got, want, name, nameList, semicolon } = cursor
  const later = () => {}
  const rules: Rules = {
    type: later,
    typeParameters: later,
    signature: later,
    parameters: later,
    startsType: () => false,
    expression: later,
    expressionList: later,
    body: later,
    declaration,
  }
  // The rules call each other across files.
  Object.assign(
    rules,
    typeRules(cursor, rules),
    expressionRules(cursor, rules),
    statementRules(cursor, rules),
  )
  file()
  return cursor.fault

  function file() {
    if (as === 'file') {
      want('package', 'file')
      name('file')
      semicolon('file')
    }
    while (is('import') && !isEnd()) {
      cursor.declared = cursor.at
      cursor.at++
      group('import', importSpec)
      semicolon('declaration')
    }
    while (!isEnd()) {
      cursor.declared = cursor.at
      if (got('func')) functionDeclaration()
      else if (is('var') || is('const') || is('type')) declaration()
      else fail('file')
      if (!isEnd()) {
        if (isSemicolon()) cursor.at++
        else fail('declaration')
      }
    }
  }

  function importSpec() {
    if (isName() || is('.')) cursor.at++
    if (token().kind === 'string' && token().fault === undefined) cursor.at++
    else fail('import')
  }

  function declaration() {
    const keyword = token().text
    cursor.at++
    group('group', keyword === 'var' ? varSpec : keyword === 'const' ? constSpec : typeSpec)
  }

  function varSpec() {
    nameList('declaration')
    if (got('=')) rules.expressionList()
    else {
      rules.type('declaration')
      if (got('=')) rules.expressionList()
    }
  }

  function constSpec() {
    nameList('declaration')
    if (got('=')) rules.expressionList()
    else if (rules.startsType()) {
      rules.type('declaration')
      if (got('=')) rules.expressionList()
    }
  }

  function typeSpec() {
    name('declaration')
    if (is('[') && isName(1)) {
      const before = cursor.at
      const attempt = cursor.fault === null
      rules.typeParameters()
      if (cursor.fault === null && !is('\n') && !is(';')) {
        got('=')
        return rules.type('declaration')
      }
      if (!attempt) return
      cursor.fault = null
      cursor.at = before
    }
    got('=')
    rules.type('declaration')
  }

  function functionDeclaration() {
    if (is('(')) rules.parameters()
    name('declaration')
    if (is('[')) rules.typeParameters()
    rules.signature()
    if (is('{')) rules.body()
  }

  function group(within: Within, spec: () => void) {
    if (!got('(')) return spec()
    while (!is(')') && !isEnd()) {
      spec()
      semicolon(within)
    }
    want(')', within)
  }
}
