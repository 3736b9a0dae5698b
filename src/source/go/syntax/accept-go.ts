// A recogniser of Go's syntax: the first token that the compiler would refuse. It builds no tree.
// The rules, composite literals in headers included, are those of https://go.dev/ref/spec.

import type { Token } from './lex-go.ts'

/** What the recogniser was in the midst of when it met a token that cannot stand there. */
export type Within =
  | 'file'
  | 'import'
  | 'declaration'
  | 'group'
  | 'struct'
  | 'interface'
  | 'parameters'
  | 'type'
  | 'arguments'
  | 'literal'
  | 'index'
  | 'parentheses'
  | 'expression'
  | 'header'
  | 'cases'
  | 'statements'

export interface SyntaxFault {
  /** Index of the token refused. */
  readonly at: number
  readonly within: Within
  /** Index of the token that begins the top-level declaration which the parser was in, as it saw it. */
  readonly declaration: number
}

/** Deeper nesting than this is nobody's program; it is refused rather than overflow the stack. */
const deepest = 400
const assigns = new Set(['=', ':=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=', '&^='])
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
type Simple = 'expression' | 'assignment' | 'range' | 'label' | 'guard'

/** Null when the compiler's parser would accept the tokens as a whole file, or as some declarations of one. */
export function acceptGo(tokens: readonly Token[], as: 'file' | 'declarations' = 'file'): SyntaxFault | null {
  const last = tokens.length - 1
  const end: Token = { kind: 'end', text: '', start: 0, end: 0, line: 0 }
  let at = 0
  /** Below 0 in the header of a statement, where `{` begins its block. */
  let level = 0
  let depth = 0
  let fault: SyntaxFault | null = null
  let declared = 0

  const token = (ahead = 0): Token => tokens[Math.min(at + ahead, last)] ?? end
  const is = (text: string, ahead = 0) => token(ahead).text === text
  const isName = (ahead = 0) => token(ahead).kind === 'name'
  const isEnd = () => at >= last
  const fail = (within: Within) => {
    fault ??= { at, within, declaration: declared }
    // All loops end at the last token.
    at = last
  }
  const got = (text: string) => {
    if (!is(text) || isEnd()) return false
    at++
    return true
  }
  const want = (text: string, within: Within) => {
    if (!got(text)) fail(within)
  }
  const name = (within: Within) => {
    if (isName()) at++
    else fail(within)
  }
  const isSemicolon = () => is(';') || token().kind === 'newline'
  const semicolon = (within: Within) => {
    if (isSemicolon()) at++
    else if (!is(')') && !is('}') && !isEnd()) fail(within)
  }
  const nested = (body: () => void) => {
    if (++depth > deepest) fail('expression')
    else body()
    depth--
  }
  const bracketed = (body: () => void) => {
    const outer = level
    level = level < 0 ? 0 : level + 1
    nested(body)
    level = outer
  }

  file()
  return fault

  function file() {
    if (as === 'file') {
      want('package', 'file')
      name('file')
      semicolon('file')
    }
    while (is('import') && !isEnd()) {
      declared = at
      at++
      group('import', importSpec)
      semicolon('declaration')
    }
    while (!isEnd()) {
      declared = at
      if (got('func')) functionDeclaration()
      else if (is('var') || is('const') || is('type')) declaration()
      else fail('file')
      if (!isEnd()) {
        if (isSemicolon()) at++
        else fail('declaration')
      }
    }
  }

  function group(within: Within, spec: () => void) {
    if (!got('(')) return spec()
    while (!is(')') && !isEnd()) {
      spec()
      semicolon(within)
    }
    want(')', within)
  }

  function importSpec() {
    if (isName() || is('.')) at++
    if (token().kind === 'string' && token().fault === undefined) at++
    else fail('import')
  }

  function declaration() {
    const keyword = token().text
    at++
    group('group', keyword === 'var' ? varSpec : keyword === 'const' ? constSpec : typeSpec)
  }

  function nameList(within: Within) {
    name(within)
    while (got(',')) name(within)
  }

  function varSpec() {
    nameList('declaration')
    if (got('=')) expressionList()
    else {
      type('declaration')
      if (got('=')) expressionList()
    }
  }

  function constSpec() {
    nameList('declaration')
    if (got('=')) expressionList()
    else if (startsType()) {
      type('declaration')
      if (got('=')) expressionList()
    }
  }

  function typeSpec() {
    name('declaration')
    if (is('[') && isName(1)) {
      const before = at
      const attempt = fault === null
      typeParameters()
      if (fault === null && !is('\n') && !is(';')) {
        got('=')
        return type('declaration')
      }
      if (!attempt) return
      fault = null
      at = before
    }
    got('=')
    type('declaration')
  }

  function typeParameters() {
    want('[', 'type')
    bracketed(() => {
      do {
        if (is(']')) break
        nameList('type')
        expression('type')
      } while (got(','))
    })
    want(']', 'type')
  }

  function functionDeclaration() {
    if (is('(')) parameters()
    name('declaration')
    if (is('[')) typeParameters()
    signature()
    if (is('{')) body()
  }

  function signature() {
    if (is('(')) parameters()
    else fail('parameters')
    if (is('(')) parameters()
    else if (startsType()) type('type')
  }

  function parameters() {
    at++
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
          at++
          named++
          lastIsNamed = true
          got('...')
          type('parameters')
        } else if (isName() && (is('(', 1) || is('<-', 1))) {
          // f (int) and c <-chan int: a name and its type
          at++
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
    for (let ahead = 1; at + ahead < last; ahead++) {
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
        at++
        if (got('.')) name(within)
        if (is('[')) bracketed(typeArguments)
      } else if (got('*')) type(within)
      else if (got('(')) {
        bracketed(() => type('type'))
        want(')', 'type')
      } else if (got('[')) {
        bracketed(() => {
          if (!is(']') && !got('...')) expression('index')
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
    at++
    do {
      if (is(']')) break
      expression('index')
    } while (got(','))
    want(']', 'index')
  }

  function struct() {
    at++
    want('{', 'struct')
    bracketed(() => {
      while (!is('}') && !isEnd()) {
        field()
        if (token().kind === 'string') at++
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
    at++
    want('{', 'interface')
    bracketed(() => {
      while (!is('}') && !isEnd()) {
        if (isName() && is('(', 1)) {
          at++
          signature()
        } else expression('interface')
        semicolon('interface')
      }
    })
    want('}', 'interface')
  }

  function expressionList() {
    expression('expression')
    while (got(',')) expression('expression')
  }

  function expression(within: Within) {
    nested(() => {
      unaryExpression(within)
      while (token().kind === 'operator' && binary.has(token().text)) {
        at++
        unaryExpression('expression')
      }
    })
  }

  function unaryExpression(within: Within) {
    while (token().kind === 'operator' && unary.has(token().text)) at++
    if (is('<-')) {
      if (is('chan', 1)) {
        type('type')
        return rest('type')
      }
      at++
      return nested(() => unaryExpression('expression'))
    }
    primary(within)
  }

  function primary(within: Within) {
    const { kind, text, fault: broken } = token()
    if (broken !== undefined) return fail(within)
    if (kind === 'number' || kind === 'string' || kind === 'rune') {
      at++
      rest('value')
    } else if (kind === 'name') {
      at++
      rest('name')
    } else if (got('(')) {
      bracketed(() => expression('parentheses'))
      want(')', 'parentheses')
      rest('value')
    } else if (got('func')) {
      signature()
      if (is('{')) bracketed(body)
      rest('value')
    } else if (text === '[' || typeKeywords.has(text)) {
      type('type')
      rest('type')
    } else fail(within)
  }

  function rest(first: Shape) {
    let shape = first
    for (;;) {
      if (got('.')) {
        if (got('(')) {
          if (!got('type')) bracketed(() => type('type'))
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
      } else if (is('{') && (shape === 'type' || (shape === 'name' && level >= 0))) {
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

  function body() {
    want('{', 'statements')
    const outer = level
    level = 0
    nested(statements)
    level = outer
    want('}', 'statements')
  }

  function statements() {
    while (!is('}') && !is('case') && !is('default') && !isEnd()) {
      statement()
      if (isSemicolon()) at++
      else if (!is('}') && !isEnd()) fail('statements')
    }
  }

  function statement() {
    const { text, kind } = token()
    if (kind === 'newline' || text === ';' || text === '}') return
    if (text === 'var' || text === 'const' || text === 'type') declaration()
    else if (text === '{') body()
    else if (text === 'if') ifStatement()
    else if (text === 'for') forStatement()
    else if (text === 'switch') switchStatement()
    else if (text === 'select') {
      at++
      cases(true)
    } else if (text === 'go' || text === 'defer') {
      at++
      expression('expression')
    } else if (text === 'return') {
      at++
      if (!isSemicolon() && !is('}')) expressionList()
    } else if (text === 'break' || text === 'continue' || text === 'goto') {
      at++
      if (isName()) at++
      else if (text === 'goto') fail('statements')
    } else if (text === 'fallthrough') at++
    else if (kind === 'keyword' && !typeKeywords.has(text)) fail('statements')
    else if (simple(false, 'statements') === 'label' && !is('}')) nested(statement)
  }

  /** One simple statement; a range clause only in the header of `for`. */
  function simple(inFor: boolean, within: Within): Simple {
    if (inFor && got('range')) {
      expression('header')
      return 'range'
    }
    const first = at
    expression(within)
    if (within === 'statements' && at === first + 1 && isName(-1) && is(':')) {
      at++
      return 'label'
    }
    const several = is(',')
    while (got(',')) expression('expression')
    if (several && !(token().kind === 'operator' && assigns.has(token().text))) fail(within)
    if (got('++') || got('--')) return 'assignment'
    if (got('<-')) {
      expression('expression')
      return 'assignment'
    }
    if (token().kind !== 'operator' || !assigns.has(token().text)) return 'expression'
    const defines = is(':=')
    at++
    if (inFor && got('range')) {
      expression('header')
      return 'range'
    }
    expressionList()
    return defines && is('type', -2) && is('(', -3) ? 'guard' : 'assignment'
  }

  function header(bodyOf: () => void) {
    const outer = level
    level = -1
    bodyOf()
    level = outer
  }

  function ifStatement() {
    at++
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
    at++
    header(() => {
      if (is('{')) return
      let kind: Simple = 'expression'
      if (!is(';')) kind = simple(true, 'header')
      if (kind === 'range') return
      if (isSemicolon()) {
        at++
        kind = 'expression'
        if (!isSemicolon()) kind = simple(false, 'header')
        if (kind !== 'expression') fail('header')
        if (isSemicolon()) at++
        else fail('header')
        if (!is('{')) simple(false, 'header')
      } else if (kind !== 'expression') fail('header')
      if (!is('{')) fail('header')
    })
    body()
  }

  function switchStatement() {
    at++
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
    const outer = level
    level = 0
    nested(() => {
      while (!is('}') && !isEnd()) {
        if (got('case')) {
          if (communicates) simple(false, 'cases')
          else expressionList()
        } else if (!got('default')) fail('cases')
        want(':', 'cases')
        statements()
      }
    })
    level = outer
    want('}', 'cases')
  }
}
