// Where a None comes from: which call, default or assignment before the failing line gave it.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene, SyntaxNode } from '../../inspection.ts'
import { lastName } from '../code/expressions.ts'
import { findCallees } from '../code/find-callee.ts'
import type { FunctionOutline } from '../code/outline.ts'
import { around, field, nodesIn, partsOf } from '../code/place.ts'
import { type Binding, parameterName, scopesAround } from '../code/scope.ts'
import { usedValues } from '../code/used-values.ts'
import { originsOf } from '../code/value-origin.ts'

export type NoneKind =
  | 'regex'
  | 'get'
  | 'environment'
  | 'query'
  | 'find'
  | 'in-place'
  | 'print'
  | 'function'
  | 'unset'
  | 'default'

export interface NoneSource {
  readonly kind: NoneKind
  /** The expression that was None: the call, the default value, the assigned None. */
  readonly node: SyntaxNode
  readonly file: SourceFile
  /** What the failing line calls the value. */
  readonly used: SyntaxNode
  /** Of a function of the project. */
  readonly callee?: FunctionOutline
}

const changing = new Set(
  'sort reverse append extend insert remove update add clear discard shuffle appendleft'.split(' '),
)
const queries = new Set(
  'fetchone first one_or_none scalar_one_or_none scalar find_one get_or_none find_one_and_update'.split(' '),
)

/** The first value of the failing line whose None is explained; null where none is. */
export function noneSource(scene: Scene): NoneSource | null {
  if (!/NoneType|not None\b/.test(scene.failure.message)) return null
  const found = usedValues(scene).flatMap(used => {
    const source = sourceOf(scene, used, scene.file, 3)
    return source === null ? [] : [{ ...source, used }]
  })
  return found[0] ?? null
}

type Source = Omit<NoneSource, 'used'>

function sourceOf(scene: Scene, node: SyntaxNode, file: SourceFile, hops: number): Source | null {
  const given = giverOf(scene, node, file, hops)
  if (given !== null) return given
  if (hops === 0 || !scene.whole || !['identifier', 'attribute'].includes(node.type)) return null
  const origins = originsOf(scene, node, file).filter(
    origin => origin.node.id !== node.id && !isTakenApart(origin.node),
  )
  for (const origin of origins) {
    const found = sourceOf(scene, origin.node, origin.file, hops - 1)
    if (found !== null) return found
  }
  return node.type === 'identifier' ? defaultOf(node, file) : null
}

/** `(total,) = cursor.fetchone()`: the name has a part of the value. */
function isTakenApart(node: SyntaxNode): boolean {
  const left = node.parent?.type === 'assignment' ? field(node.parent, 'left') : null
  return left !== null && ['pattern_list', 'tuple_pattern', 'list_pattern'].includes(left.type)
}

/** What an expression itself says of its None. */
function giverOf(scene: Scene, node: SyntaxNode, file: SourceFile, hops: number): Source | null {
  if (node.type === 'none') return node.parent?.type === 'assignment' ? { kind: 'unset', node, file } : null
  if (node.type === 'await') {
    const [inner] = partsOf(node)
    return inner === undefined ? null : giverOf(scene, inner, file, hops)
  }
  if (node.type === 'conditional_expression') {
    const [first, , other] = partsOf(node)
    return [first, other].some(part => part?.type === 'none')
      ? null
      : ([first, other]
          .map(part => (part === undefined ? null : giverOf(scene, part, file, hops)))
          .find(found => found !== null) ?? null)
  }
  if (node.type !== 'call') return null
  const callee = field(node, 'function')
  const name = lastName(callee)
  const kind = kindOfCall(scene, node, callee, name)
  const callees = scene.whole ? findCallees(scene, node, file) : []
  // A method of the project may be called like one of the standard types.
  const isOwn =
    kind === 'in-place' &&
    node.parent?.type === 'assignment' &&
    field(node.parent, 'left')?.text === field(callee, 'object')?.text
  const isKnown = isOwn || kind === 'print' || kind === 'environment' || kind === 'regex' || kind === 'query'
  if (kind !== null && (isKnown || callees.length === 0)) return { kind, node, file }
  const [found, other] = callees
  if (found === undefined || other !== undefined || found.name === '__init__') return null
  const inner = returnedSource(scene, found, hops)
  if (inner !== null) return inner
  return givesNone(found) ? { kind: 'function', node, file, callee: found } : null
}

function kindOfCall(
  scene: Scene,
  call: SyntaxNode,
  callee: SyntaxNode | null,
  name: string,
): NoneKind | null {
  const text = callee?.text ?? ''
  const object = callee?.type === 'attribute' ? field(callee, 'object') : null
  const given = partsOf(field(call, 'arguments'))
  if (text === 'print') return 'print'
  if (/^(?:os\.)?(?:environ\.get|getenv)$/.test(text)) return given.length === 1 ? 'environment' : null
  if (object === null) return null
  const isOwn = ['self', 'cls', 'super()'].includes(object.text)
  if (['match', 'search', 'fullmatch'].includes(name) && !isOwn && isRegex(scene, object)) return 'regex'
  if (queries.has(name) && !isOwn && (given.length === 0 || name.startsWith('find_'))) return 'query'
  if (name === 'get' && given.length === 1 && !isOwn && !isClient(object)) return 'get'
  if (['find', 'select_one', 'find_next', 'find_parent'].includes(name) && !isOwn && isTree(scene, object))
    return 'find'
  if (changing.has(name) && !isOwn && !isModuleLike(object)) return 'in-place'
  return null
}

/** `re`, a pattern that the file compiles, or a name in capitals. */
function isRegex(scene: Scene, object: SyntaxNode): boolean {
  if (object.text === 're' || object.text === 'regex') return true
  if (/(?:^|_)(?:re|regex|pattern|pat|rx|RE|REGEX|PATTERN)$|^[A-Z][A-Z_]+$/.test(lastName(object)))
    return true
  return scene.whole
    ? originsOf(scene, object).some(({ node }) => /^(?:re|regex)\.compile\b/.test(node.text))
    : false
}

/** `requests.get`, `queue.get`: no lookup. */
function isClient(object: SyntaxNode): boolean {
  return /requests|session|client|http|queue|\bq$|redis|cache|objects|^app$|router/i.test(object.text)
}

function isTree(scene: Scene, object: SyntaxNode): boolean {
  return (
    /soup|tree|root|elem|node|tag|xml|html|page|doc|row|item/i.test(object.text) &&
    /\b(?:bs4|BeautifulSoup|ElementTree|lxml|minidom)\b/.test(scene.file.text)
  )
}

/** `random.shuffle(…)` is a change in place as well, `subprocess.append` nothing that is known. */
function isModuleLike(object: SyntaxNode): boolean {
  if (object.text === 'random' || object.type !== 'identifier') return false
  return scopesAround(object).some(({ bindings }) =>
    bindings.some(({ name, kind }) => name === object.text && (kind === 'import' || kind === 'class')),
  )
}

/** What a function of the project hands on: `return re.match(…)`. */
function returnedSource(scene: Scene, found: FunctionOutline, hops: number): Source | null {
  if (hops === 0) return null
  for (const statement of returnsOf(found.node)) {
    const [value] = partsOf(statement)
    const source = value === undefined ? null : giverOf(scene, value, found.file, hops - 1)
    if (source !== null) return source
  }
  return null
}

export function returnsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  return nodesIn(definition, ['return_statement']).filter(
    node => around(node, ['function_definition', 'lambda'])?.id === definition.id,
  )
}

/** Whether a function can end without a value: no generator, no stub, no coroutine that nobody awaits. */
function givesNone({ node, decorators }: FunctionOutline): boolean {
  const body = field(node, 'body')
  if (body === null || decorators.some(name => /abstract|overload|contextmanager|property/.test(name)))
    return false
  const yields = nodesIn(body, ['yield']).some(
    found => around(found, ['function_definition', 'lambda'])?.id === node.id,
  )
  return !yields && (noneReturn(node) !== null || !endsAlways(body))
}

/** The `return` without a value, or `return None`. */
export function noneReturn(definition: SyntaxNode): SyntaxNode | null {
  return (
    returnsOf(definition).find(statement => {
      const [value] = partsOf(statement)
      return value === undefined || value.type === 'none'
    }) ?? null
  )
}

const ends = new Set(['return_statement', 'raise_statement', 'continue_statement', 'break_statement'])

/** Whether the end of a block is never reached. */
export function endsAlways(block: SyntaxNode | null): boolean {
  const last = partsOf(block).at(-1)
  if (last === undefined) return false
  if (ends.has(last.type)) return true
  const body = field(last, 'body') ?? field(last, 'consequence')
  switch (last.type) {
    case 'if_statement': {
      const clauses = partsOf(last).filter(({ type }) => type === 'elif_clause' || type === 'else_clause')
      const blocks = clauses.map(clause => field(clause, 'consequence') ?? field(clause, 'body'))
      return clauses.at(-1)?.type === 'else_clause' && [body, ...blocks].every(endsAlways)
    }
    case 'while_statement':
      return (
        ['True', '1'].includes(field(last, 'condition')?.text ?? '') &&
        nodesIn(last, ['break_statement']).length === 0
      )
    case 'with_statement':
      return endsAlways(body)
    case 'match_statement':
      return nodesIn(last, ['case_clause']).every(clause => endsAlways(field(clause, 'consequence')))
    case 'try_statement': {
      const final = partsOf(last).find(({ type }) => type === 'finally_clause')
      if (final !== undefined && endsAlways(partsOf(final).at(-1) ?? null)) return true
      const others = partsOf(last).filter(({ type }) => /^except/.test(type))
      const otherwise = partsOf(last).find(({ type }) => type === 'else_clause')
      const main = otherwise === undefined ? body : field(otherwise, 'body')
      return endsAlways(main) && others.every(clause => endsAlways(partsOf(clause).at(-1) ?? null))
    }
    default:
      return false
  }
}

/** The default None of a parameter. */
function defaultOf(node: SyntaxNode, file: SourceFile): Source | null {
  for (const { bindings } of scopesAround(node)) {
    const own = bindings.filter(({ name }) => name === node.text)
    const [only, other] = own
    if (only === undefined) continue
    return only.kind === 'parameter' && other === undefined ? defaultNone(only, file) : null
  }
  return null
}

function defaultNone({ by }: Binding, file: SourceFile): Source | null {
  const value = field(by, 'value')
  return value?.type === 'none' && parameterName(by) !== null ? { kind: 'default', node: value, file } : null
}
