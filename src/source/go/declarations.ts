// What a Go file declares outside its functions, read line by line: many files, where a syntax tree would take too long.

import { findOutside, skipLiteral, splitList } from './skip-text.ts'

export interface Member {
  readonly kind: 'field' | 'method' | 'embedded'
  /** Of what is embedded, the type's own name. */
  readonly name: string
  /** A field's type, a method's signature, the embedded type with its `*` and package. */
  readonly type: string
  /** Offset of the name in the file's text. */
  readonly at: number
}

export interface Declaration {
  readonly kind: 'func' | 'method' | 'type' | 'var' | 'const'
  readonly name: string
  /** Offset of the name in the file's text. */
  readonly at: number
  /** A function's signature `(a int) error`, a type's right side, a variable's declared type; '' where none is written. */
  readonly type: string
  /** What stands right of `=`, for a variable or constant alone on its line; '' where there is nothing. */
  readonly value: string
  /** `[K comparable, V any]` with its brackets, of a type or function; ''. */
  readonly parameters: string
  /** Of a method: the name of its receiver's type, without `*` and type parameters. */
  readonly receiver: string
  /** Whether the receiver is a pointer, or a type is declared as another name (`type A = B`). */
  readonly pointer: boolean
  readonly alias: boolean
  /** Fields of a struct, methods of an interface, and what both embed. */
  readonly members: readonly Member[]
}

export interface ImportSpec {
  /** The name it is given here, `.` and `_` included; null where none is. */
  readonly alias: string | null
  readonly path: string
  /** Of the path with its quotes. */
  readonly at: number
  readonly end: number
  /** Of the whole line with its line break. */
  readonly lineStart: number
  readonly lineEnd: number
}

export interface FileDeclarations {
  /** The name behind `package`; '' where there is none. */
  readonly package: string
  readonly imports: readonly ImportSpec[]
  readonly declarations: readonly Declaration[]
}

const none: Omit<Declaration, 'kind' | 'name' | 'at'> = {
  type: '',
  value: '',
  parameters: '',
  receiver: '',
  pointer: false,
  alias: false,
  members: [],
}

/** Reads the declarations of a gofmt-like file: they begin at the beginning of their lines. Linear in the text. */
export function readDeclarations(text: string): FileDeclarations {
  const declarations: Declaration[] = []
  const imports: ImportSpec[] = []
  let name = ''
  // func (s *Store) Get(key string) (Item, error) {
  const starts = /^(package|import|func|type|var|const)\b[ \t]*/gm
  for (let found = starts.exec(text); found !== null; found = starts.exec(text)) {
    const [head, keyword] = found
    const at = found.index + head.length
    let end = at
    if (keyword === 'package') name ||= wordAt(text, at)
    else if (keyword === 'func') end = readFunction(text, at, declarations)
    else end = readGroup(text, at, keyword === 'import' ? imports : declarations, keyword ?? '')
    // Never backwards, and never twice at one place.
    starts.lastIndex = Math.max(end, found.index + head.length)
  }
  return { package: name, imports, declarations }
}

function wordAt(text: string, at: number): string {
  const word = /[\p{L}_][\p{L}\p{N}_]*/uy
  word.lastIndex = at
  return word.exec(text)?.[0] ?? ''
}

function skipBlanks(text: string, at: number): number {
  let i = at
  while (text[i] === ' ' || text[i] === '\t') i++
  return i
}

/** Behind `func `; answers the end of the signature. */
function readFunction(text: string, start: number, into: Declaration[]): number {
  let at = start
  let receiver = ''
  if (text[at] === '(') {
    const end = findOutside(text, at + 1, ')')
    receiver = text.slice(at + 1, Math.min(end, at + 300)).trim()
    at = skipBlanks(text, end + 1)
  }
  const name = wordAt(text, at)
  if (name === '') return at
  let after = at + name.length
  let parameters = ''
  if (text[after] === '[') {
    const end = findOutside(text, after + 1, ']')
    parameters = text.slice(after, end + 1)
    after = end + 1
  }
  const end = endOfType(text, after)
  const common = { ...none, name, at, type: text.slice(after, end).trim(), parameters }
  if (start === at) into.push({ ...common, kind: 'func' })
  else {
    // s *Store[K, V]
    const typed = /(\*?)[ \t]*([\p{L}_][\p{L}\p{N}_]*)[ \t]*(?:\[[^\]]*\])?$/u.exec(receiver)
    into.push({ ...common, kind: 'method', receiver: typed?.[2] ?? '', pointer: typed?.[1] === '*' })
  }
  return end
}

/** Where a type or signature ends: at the line's end, a comment, `=`, or the brace of a body. */
function endOfType(text: string, start: number): number {
  let at = start
  for (;;) {
    const end = findOutside(text, at, '\n{=;`"/')
    if (text[end] === '/' && text[end + 1] !== '/' && text[end + 1] !== '*') at = end + 1
    else if (
      text[end] !== '{' ||
      !/\b(?:struct|interface)[ \t]*$/.test(text.slice(Math.max(0, end - 20), end))
    )
      return end
    else {
      at = findOutside(text, end + 1, '') + 1
      if (at > text.length) return text.length
    }
  }
}

/** One declaration, or several in parentheses; answers where they end. */
function readGroup(text: string, start: number, into: (Declaration | ImportSpec)[], keyword: string): number {
  if (text[start] !== '(') return readSpec(text, start, text.length, into, keyword)
  let at = start + 1
  for (;;) {
    at = skipSpace(text, at)
    if (at >= text.length || text[at] === ')') return at
    // The group has lost its parenthesis: the next declaration begins.
    if (text[at - 1] === '\n' && /^(?:func|type|var|const|import)\b/.test(text.slice(at, at + 7))) return at
    at = Math.max(at + 1, readSpec(text, at, text.length, into, keyword))
  }
}

/** Behind blanks, line breaks and comments. */
function skipSpace(text: string, start: number): number {
  let at = start
  for (;;) {
    while (at < text.length && /[\s;]/.test(text[at] ?? '')) at++
    if (text[at] !== '/') return at
    const behind = skipLiteral(text, at)
    if (behind === at) return at
    at = behind
  }
}

function readSpec(
  text: string,
  at: number,
  limit: number,
  into: (Declaration | ImportSpec)[],
  keyword: string,
): number {
  if (keyword === 'import') return readImport(text, at, into)
  if (keyword === 'type') return readType(text, at, into)
  const names: { name: string; at: number }[] = []
  let end = at
  for (;;) {
    const name = wordAt(text, end)
    if (name === '') break
    names.push({ name, at: end })
    end = skipBlanks(text, end + name.length)
    if (text[end] !== ',') break
    end = skipBlanks(text, end + 1)
  }
  const typeEnd = endOfType(text, end)
  const type = text.slice(end, typeEnd).trim()
  const valueEnd = text[typeEnd] === '=' ? findOutside(text, typeEnd + 1, '\n', limit) : typeEnd
  const value = text[typeEnd] === '=' ? text.slice(typeEnd + 1, valueEnd).trim() : ''
  for (const one of names) {
    into.push({
      ...none,
      kind: keyword === 'const' ? 'const' : 'var',
      ...one,
      type,
      value: names.length === 1 ? value : '',
    })
  }
  return Math.max(at, valueEnd)
}

/** `yaml "gopkg.in/yaml.v3" // config` */
function readImport(text: string, start: number, into: (Declaration | ImportSpec)[]): number {
  const lineEnd = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start) + 1
  const spec = /([\p{L}_.][\p{L}\p{N}_]*)?[ \t]*(["`])([^"`\n]{0,300})["`]/uy
  spec.lastIndex = start
  const found = spec.exec(text)
  if (found === null) return lineEnd - 1
  const [whole, alias, , path = ''] = found
  const end = start + whole.length
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  into.push({ alias: alias ?? null, path, at: end - path.length - 2, end, lineStart, lineEnd })
  return end
}

/** `Pair[K comparable, V any] struct {`, `Handler = func(ctx) error` */
function readType(text: string, at: number, into: (Declaration | ImportSpec)[]): number {
  const name = wordAt(text, at)
  if (name === '') return at
  let after = at + name.length
  let parameters = ''
  // [K comparable] is a list of parameters, [4]byte and []byte are types.
  if (text[after] === '[' && /^\[[\p{L}_][\p{L}\p{N}_]*[ \t,]/u.test(text.slice(after, after + 80))) {
    const end = findOutside(text, after + 1, ']')
    parameters = text.slice(after, end + 1)
    after = end + 1
  }
  after = skipBlanks(text, after)
  const alias = text[after] === '='
  if (alias) after = skipBlanks(text, after + 1)
  const end = endOfType(text, after)
  const type = text.slice(after, end).trim()
  const body = /^(struct|interface)[ \t]*\{/.exec(type)
  const members = body === null ? [] : readMembers(text, after + body[0].length, end, body[1] === 'interface')
  into.push({ ...none, kind: 'type', name, at, type, parameters, alias, members })
  return end
}

/** The members of a struct or interface between its braces, which end at or before `end`. */
export function readMembers(
  text: string,
  start: number,
  end: number,
  isInterface: boolean,
): readonly Member[] {
  const members: Member[] = []
  let at = start
  for (;;) {
    at = skipSpace(text, at)
    if (at >= end || text[at] === '}') return members
    const stop = Math.max(at + 1, findOutside(text, at, '\n;', end))
    members.push(...membersOf(text, at, withoutTail(text, at, stop), isInterface))
    at = stop
  }
}

/** Before the tag and the comment. */
function withoutTail(text: string, at: number, stop: number): number {
  const end = findOutside(text, at, '`"/', stop)
  return Math.min(end, stop)
}

function membersOf(text: string, at: number, end: number, isInterface: boolean): readonly Member[] {
  const line = text.slice(at, end).trim()
  const name = wordAt(text, at)
  if (isInterface) {
    if (name !== '' && line[name.length] === '(')
      return [{ kind: 'method', name, type: line.slice(name.length), at }]
    // A union of types has no methods.
    if (/[|~]/.test(line)) return []
    return embedded(line, at)
  }
  // Width, Height int
  const fields = /^([\p{L}_][\p{L}\p{N}_]*(?:[ \t]*,[ \t]*[\p{L}_][\p{L}\p{N}_]*){0,50})[ \t]+(?=\S)/u.exec(
    line,
  )
  if (fields === null) {
    // Data []byte with the bracket right behind the name: `Data[]byte`.
    return embedded(line, at)
  }
  const type = line.slice(fields[0].length).trim()
  let from = at
  return splitList(fields[1] ?? '').map(field => {
    const found = text.indexOf(field, from)
    from = found + field.length
    return { kind: 'field', name: field, type, at: found }
  })
}

/** `*http.Client`, `Base[T]` */
function embedded(line: string, at: number): readonly Member[] {
  const found = /^\*?(?:[\p{L}_][\p{L}\p{N}_]*\.)?([\p{L}_][\p{L}\p{N}_]*)(?:\[.*\])?$/u.exec(line)
  return found === null ? [] : [{ kind: 'embedded', name: found[1] ?? '', type: line, at }]
}
