// The names that can be seen at a place of a Go file, and what is known of them.

import type { Scene, SyntaxNode } from '../inspection.ts'
import { fileDeclarations, importName, ownPackage } from './packages.ts'

export interface ScopedName {
  readonly name: string
  readonly kind: 'var' | 'const' | 'type' | 'func' | 'package' | 'builtin' | 'label' | 'parameter'
  /** The node that declares it, where it is in this file's functions: its identifier. */
  readonly node: SyntaxNode | null
  /** The written type, or ''. */
  readonly type: string
  /** The expression that it gets its first value from, and which of its results; null where there is none. */
  readonly value: SyntaxNode | null
  readonly result: number
  /** How many blocks further out than the place; predeclared names are the furthest. */
  readonly depth: number
}

const predeclared: Readonly<Record<string, readonly string[]>> = {
  type: `any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string
    uint uint8 uint16 uint32 uint64 uintptr`.split(/\s+/),
  const: ['true', 'false', 'iota', 'nil'],
  builtin:
    `append cap clear close complex copy delete imag len make max min new panic print println real recover`.split(
      ' ',
    ),
}

/** All names in scope at an offset, innermost first; an outer name behind an inner one of the same spelling is left out. */
export function namesInScope(scene: Scene, offset: number): readonly ScopedName[] {
  const names: ScopedName[] = []
  const seen = new Set<string>()
  const add = (name: ScopedName) => {
    if (name.name === '' || name.name === '_' || seen.has(name.name)) return
    seen.add(name.name)
    names.push(name)
  }
  const root = scene.parse(scene.file)
  let depth = 0
  let inner: SyntaxNode | null = root.descendantForIndex(offset, offset)
  for (let node = inner?.parent ?? null; node !== null; inner = node, node = node.parent) {
    const before = names.length
    for (const name of [...declaredIn(node, inner ?? node, offset)].reverse()) add({ ...name, depth })
    if (names.length > before || node.type === 'block') depth++
  }
  for (const declared of ownPackage(scene).names.values()) {
    const kind = declared.kind === 'method' ? 'func' : declared.kind
    add({
      name: declared.name,
      kind,
      node: null,
      type: declared.type,
      value: null,
      result: 0,
      depth: depth + 1,
    })
  }
  for (const spec of fileDeclarations(scene).imports) {
    const name = importName(scene, spec)
    if (name !== '.')
      add({ name, kind: 'package', node: null, type: spec.path, value: null, result: 0, depth: depth + 2 })
  }
  for (const [kind, words] of Object.entries(predeclared)) {
    for (const name of words) {
      add({
        name,
        kind: kind as ScopedName['kind'],
        node: null,
        type: '',
        value: null,
        result: 0,
        depth: depth + 3,
      })
    }
  }
  return names
}

/** The name that an identifier means at an offset; null where nothing of that name is in scope. */
export function lookUp(scene: Scene, name: string, offset: number): ScopedName | null {
  return namesInScope(scene, offset).find(one => one.name === name) ?? null
}

type Found = Omit<ScopedName, 'depth'>

/** What `node` declares for its descendant `inner`, in the order of the text. */
function* declaredIn(node: SyntaxNode, inner: SyntaxNode, offset: number): Generator<Found> {
  switch (node.type) {
    case 'statement_list':
    case 'block':
    case 'expression_case':
    case 'default_case':
      for (const statement of node.namedChildren) {
        if (statement === null || statement.startIndex >= inner.startIndex) return
        if (statement.endIndex <= offset) yield* declaredBy(statement)
      }
      return
    case 'type_case':
    case 'communication_case': {
      const communication = node.childForFieldName('communication')
      if (communication !== null && communication.endIndex <= offset) yield* declaredBy(communication)
      return
    }
    case 'if_statement':
    case 'expression_switch_statement':
    case 'type_switch_statement':
    case 'for_clause':
    case 'for_statement': {
      const first = node.childForFieldName('initializer')
      if (first !== null && first.endIndex <= offset) yield* declaredBy(first)
      for (const child of node.namedChildren) {
        if (child === null || child.endIndex > offset) continue
        if (child.type === 'for_clause') yield* declaredIn(child, inner, offset)
        else if (child.type === 'range_clause') yield* declaredByRange(child)
      }
      const alias = node.childForFieldName('alias')
      if (alias !== null && alias.endIndex <= offset) {
        for (const name of alias.namedChildren)
          if (name !== null) yield variable(name, '', node.childForFieldName('value'), 0)
      }
      return
    }
    case 'function_declaration':
    case 'method_declaration':
    case 'func_literal':
      for (const field of ['receiver', 'type_parameters', 'parameters', 'result']) {
        const list = node.childForFieldName(field)
        if (list !== null) yield* declaredByParameters(list)
      }
      return
    case 'type_spec': {
      const list = node.childForFieldName('type_parameters')
      if (list !== null) yield* declaredByParameters(list)
      return
    }
  }
}

/** What a statement declares. */
export function* declaredBy(statement: SyntaxNode): Generator<Found> {
  switch (statement.type) {
    case 'short_var_declaration':
      yield* declaredByAssignment(statement)
      return
    case 'receive_statement': {
      const [left, value] = [statement.childForFieldName('left'), statement.childForFieldName('right')]
      for (const [i, name] of (left?.namedChildren ?? []).entries()) {
        if (name?.type === 'identifier') yield variable(name, '', value, i)
      }
      return
    }
    case 'labeled_statement': {
      for (const child of statement.namedChildren) if (child !== null) yield* declaredBy(child)
      return
    }
    case 'var_declaration':
    case 'const_declaration':
    case 'var_spec_list':
      for (const spec of statement.namedChildren) if (spec !== null) yield* declaredBy(spec)
      return
    case 'var_spec':
    case 'const_spec': {
      const kind = statement.type === 'var_spec' ? 'var' : 'const'
      const type = statement.childForFieldName('type')?.text ?? ''
      const names = statement.childrenForFieldName('name').filter(name => name?.type === 'identifier')
      const values = (statement.childForFieldName('value')?.namedChildren ?? []).filter(
        value => value !== null,
      )
      for (const [i, name] of names.entries()) {
        if (name === null) continue
        const one =
          values.length === names.length
            ? variable(name, type, values[i] ?? null, 0)
            : variable(name, type, values[0] ?? null, i)
        yield { ...one, kind }
      }
      return
    }
    case 'type_declaration':
      for (const spec of statement.namedChildren) {
        const name = spec?.childForFieldName('name') ?? null
        if (name !== null)
          yield { ...variable(name, spec?.childForFieldName('type')?.text ?? '', null, 0), kind: 'type' }
      }
      return
  }
}

function* declaredByAssignment(statement: SyntaxNode): Generator<Found> {
  const names = (statement.childForFieldName('left')?.namedChildren ?? []).filter(name => name !== null)
  const values = (statement.childForFieldName('right')?.namedChildren ?? []).filter(value => value !== null)
  for (const [i, name] of names.entries()) {
    if (name.type !== 'identifier') continue
    yield values.length === names.length
      ? variable(name, '', values[i] ?? null, 0)
      : variable(name, '', values[0] ?? null, i)
  }
}

/** A range clause gives its names the results of the whole clause: 0 is the key, 1 the element. */
function* declaredByRange(clause: SyntaxNode): Generator<Found> {
  if (!clause.children.some(child => child?.type === ':=')) return
  for (const [i, name] of (clause.childForFieldName('left')?.namedChildren ?? []).entries()) {
    if (name?.type === 'identifier') yield variable(name, '', clause, i)
  }
}

function* declaredByParameters(list: SyntaxNode): Generator<Found> {
  for (const one of list.namedChildren) {
    if (one === null) continue
    const type = one.childForFieldName('type')?.text ?? ''
    const variadic = one.type === 'variadic_parameter_declaration' ? `...${type}` : type
    for (const name of one.childrenForFieldName('name')) {
      if (name === null) continue
      const kind = one.type === 'type_parameter_declaration' ? 'type' : 'parameter'
      yield { ...variable(name, variadic, null, 0), kind }
    }
  }
}

function variable(node: SyntaxNode, type: string, value: SyntaxNode | null, result: number): Found {
  return { name: node.text, kind: 'var', node, type, value, result }
}
