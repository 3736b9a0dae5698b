// The names that can be seen at a place: of its function, the functions around, the module.

import type { SyntaxNode } from '../../inspection.ts'
import { field, nodesIn, partsOf } from './place.ts'

/** What gives a name its value. */
export interface Binding {
  readonly name: string
  readonly kind: 'parameter' | 'import' | 'function' | 'class' | 'variable'
  /** The name itself. */
  readonly node: SyntaxNode
  /** What binds it: the assignment, the import, the definition. */
  readonly by: SyntaxNode
}

export interface Scope {
  /** A `function_definition`, `lambda`, `class_definition`, comprehension or the `module`. */
  readonly node: SyntaxNode
  readonly bindings: readonly Binding[]
  /** Names that `global` and `nonlocal` take from elsewhere. */
  readonly foreign: ReadonlySet<string>
}

const comprehensions = [
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]
const scopes = ['function_definition', 'lambda', 'class_definition', ...comprehensions]
const binders = [
  'assignment',
  'augmented_assignment',
  'for_statement',
  'for_in_clause',
  'as_pattern',
  'named_expression',
  'import_statement',
  'import_from_statement',
  'function_definition',
  'class_definition',
  'global_statement',
  'nonlocal_statement',
  'case_clause',
]

/**
 * The scopes around `node`, innermost first, the module last. A class body is left out where a function stands
 * between: functions do not see it.
 */
export function scopesAround(node: SyntaxNode): readonly Scope[] {
  const found: Scope[] = []
  let inFunction = false
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (at.type === 'module') found.push(scopeOf(at))
    if (!scopes.includes(at.type)) continue
    // A default value or a decorator is outside of what it stands at.
    if (at.type === 'class_definition') {
      if (!inFunction && isWithin(node, field(at, 'body'))) found.push(scopeOf(at))
      continue
    }
    if (at.type === 'function_definition' && !isWithin(node, field(at, 'body'))) continue
    if (at.type !== 'class_definition') inFunction = true
    found.push(scopeOf(at))
  }
  return found
}

function isWithin(node: SyntaxNode, outer: SyntaxNode | null): boolean {
  return outer !== null && node.startIndex >= outer.startIndex && node.endIndex <= outer.endIndex
}

/** What one scope binds, in the order of the source. */
export function scopeOf(node: SyntaxNode): Scope {
  const own = nodesIn(node, [...binders, ...scopes])
  const inner = own.filter(({ type }) => scopes.includes(type))
  const holds = (at: SyntaxNode) => !inner.some(scope => scope.id !== at.id && isInside(at, scope))
  const bindings: Binding[] = parametersOf(node)
  const foreign = new Set<string>()
  for (const by of own) {
    if (!binders.includes(by.type) || !holds(by)) continue
    if (by.type === 'for_in_clause' && !comprehensions.includes(node.type)) continue
    if (by.type === 'global_statement' || by.type === 'nonlocal_statement') {
      for (const name of partsOf(by)) foreign.add(name.text)
    } else bindings.push(...boundBy(by))
  }
  return { node, bindings, foreign }
}

function isInside(node: SyntaxNode, scope: SyntaxNode): boolean {
  return node.startIndex >= scope.startIndex && node.endIndex <= scope.endIndex
}

function parametersOf(node: SyntaxNode): Binding[] {
  return parameterNodes(node).flatMap(by => {
    const name = parameterName(by)
    return name === null ? [] : [{ name: name.text, kind: 'parameter' as const, node: name, by }]
  })
}

/** The parameters of a function or lambda, as they are written. */
export function parameterNodes(node: SyntaxNode): readonly SyntaxNode[] {
  return node.type === 'function_definition' || node.type === 'lambda'
    ? partsOf(field(node, 'parameters'))
    : []
}

/** The identifier of a parameter, behind stars, types and defaults; null for a bare `*` or `/`. */
export function parameterName(parameter: SyntaxNode): SyntaxNode | null {
  if (parameter.type === 'identifier') return parameter
  const named = field(parameter, 'name')
  if (named !== null) return named.type === 'identifier' ? named : null
  const [first] = partsOf(parameter)
  return first === undefined ? null : parameterName(first)
}

/** The names that a statement or clause binds. */
function boundBy(by: SyntaxNode): readonly Binding[] {
  const as = (kind: Binding['kind'], nodes: readonly (SyntaxNode | null)[]): readonly Binding[] =>
    nodes.flatMap(node => (node === null ? [] : [{ name: node.text, kind, node, by }]))
  switch (by.type) {
    case 'function_definition':
      return as('function', [field(by, 'name')])
    case 'class_definition':
      return as('class', [field(by, 'name')])
    case 'import_statement':
    case 'import_from_statement':
      return importedNames(by).map(({ node, bound }) => ({ name: bound, kind: 'import' as const, node, by }))
    case 'named_expression':
      return as('variable', [field(by, 'name')])
    case 'as_pattern':
      return as('variable', targetsIn(partsOf(by).at(-1) ?? null))
    case 'case_clause':
      return as('variable', nodesIn(by, ['case_pattern']).flatMap(targetsIn))
    default:
      return as('variable', targetsIn(field(by, 'left')))
  }
}

/** The plain names among the targets of an assignment. */
export function targetsIn(node: SyntaxNode | null): readonly SyntaxNode[] {
  if (node === null) return []
  if (node.type === 'identifier') return [node]
  if (node.type === 'attribute' || node.type === 'subscript' || node.type === 'call') return []
  return partsOf(node).flatMap(targetsIn)
}

/** A name that an import brings in. */
export interface ImportedName {
  /** What it is called here. */
  readonly bound: string
  /** What it is called there: `etree.ElementTree` of `import xml.etree`; of `from x import y` the `y`. */
  readonly name: string
  /** As written behind `from`, with its dots; '' of a plain import. */
  readonly module: string
  readonly node: SyntaxNode
}

/** The names that an import statement binds; none for `*`. */
export function importedNames(statement: SyntaxNode): readonly ImportedName[] {
  const from = field(statement, 'module_name')
  const module = from?.text ?? ''
  return partsOf(statement).flatMap(part => {
    if (from !== null && part.id === from.id) return []
    const name = part.type === 'aliased_import' ? field(part, 'name') : part
    const alias = part.type === 'aliased_import' ? field(part, 'alias') : null
    if (name === null || name.type !== 'dotted_name') return []
    const bound = alias?.text ?? (from === null ? (name.text.split('.')[0] ?? '') : name.text)
    return [{ bound, name: name.text, module, node: part }]
  })
}
