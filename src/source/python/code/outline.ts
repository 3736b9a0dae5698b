// The classes and functions of a file: what they are called, what they take, what they hold.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene, SyntaxNode } from '../../inspection.ts'
import { around, field, nodesIn, partsOf } from './place.ts'
import { type ImportedName, importedNames, parameterNodes, targetsIn } from './scope.ts'

export interface FunctionOutline {
  readonly name: string
  /** The `function_definition`. */
  readonly node: SyntaxNode
  readonly file: SourceFile
  readonly isAsync: boolean
  /** The text of its decorators, without the `@`. */
  readonly decorators: readonly string[]
  /** The class whose body it stands in. */
  readonly owner: string | null
}

export interface ClassOutline {
  readonly name: string
  readonly node: SyntaxNode
  readonly file: SourceFile
  /** The bases as written: `Base`, `module.Base`. */
  readonly bases: readonly string[]
  readonly methods: readonly FunctionOutline[]
  /** Its methods, class variables and what its methods assign to `self`, each once. */
  readonly members: ReadonlySet<string>
}

export interface FileOutline {
  readonly file: SourceFile
  readonly classes: readonly ClassOutline[]
  /** All functions, those of classes and of functions as well. */
  readonly functions: readonly FunctionOutline[]
  readonly imports: readonly (ImportedName & { readonly statement: SyntaxNode })[]
}

const known = new WeakMap<SourceFile, FileOutline>()

/** The outline of a file; made once. */
export function outlineOf(scene: Scene, file: SourceFile): FileOutline {
  const before = known.get(file)
  if (before !== undefined) return before
  const root = scene.parse(file)
  const nodes = nodesIn(root, [
    'function_definition',
    'class_definition',
    'import_statement',
    'import_from_statement',
  ])
  const functions = nodes
    .filter(({ type }) => type === 'function_definition')
    .map(node => functionOf(node, file))
  const classes = nodes
    .filter(({ type }) => type === 'class_definition')
    .map(node => classOf(node, file, functions))
  const imports = nodes
    .filter(({ type }) => type.startsWith('import'))
    .flatMap(statement => importedNames(statement).map(name => ({ ...name, statement })))
  const outline = { file, classes, functions, imports }
  known.set(file, outline)
  return outline
}

function functionOf(node: SyntaxNode, file: SourceFile): FunctionOutline {
  const decorated = node.parent?.type === 'decorated_definition' ? node.parent : null
  return {
    name: field(node, 'name')?.text ?? '',
    node,
    file,
    isAsync: node.firstChild?.type === 'async',
    decorators: partsOf(decorated)
      .filter(({ type }) => type === 'decorator')
      .map(({ text }) => text.slice(1).trim()),
    owner: ownerOf(node),
  }
}

/** The class whose body a function stands in directly. */
function ownerOf(node: SyntaxNode): string | null {
  const scope = around(node, ['function_definition', 'class_definition', 'lambda'])
  return scope?.type === 'class_definition' ? (field(scope, 'name')?.text ?? null) : null
}

function classOf(node: SyntaxNode, file: SourceFile, functions: readonly FunctionOutline[]): ClassOutline {
  const methods = functions.filter(
    ({ node: method, owner }) =>
      owner !== null && around(method, ['function_definition', 'class_definition'])?.id === node.id,
  )
  const members = new Set<string>(methods.map(({ name }) => name))
  for (const statement of partsOf(field(node, 'body'))) {
    const [first] = partsOf(statement)
    if (statement.type === 'expression_statement' && first?.type === 'assignment') {
      for (const target of targetsIn(field(first, 'left'))) members.add(target.text)
      if (targetsIn(field(first, 'left'))[0]?.text === '__slots__') {
        for (const slot of nodesIn(first, ['string_content'])) members.add(slot.text)
      }
    }
  }
  for (const method of methods) {
    const self = selfOf(method)
    if (self === null) continue
    for (const assigned of nodesIn(method.node, [
      'assignment',
      'augmented_assignment',
      'with_item',
      'for_statement',
    ])) {
      const left = assigned.type === 'with_item' ? assigned : field(assigned, 'left')
      for (const attribute of attributesIn(left)) {
        if (field(attribute, 'object')?.text === self) members.add(field(attribute, 'attribute')?.text ?? '')
      }
    }
  }
  const bases = partsOf(field(node, 'superclasses'))
    .filter(({ type }) => type === 'identifier' || type === 'attribute' || type === 'subscript')
    .map(base => (base.type === 'subscript' ? (field(base, 'value')?.text ?? '') : base.text))
  return { name: field(node, 'name')?.text ?? '', node, file, bases, methods, members }
}

function attributesIn(node: SyntaxNode | null): readonly SyntaxNode[] {
  if (node === null) return []
  return node.type === 'attribute' ? [node] : nodesIn(node, ['attribute'])
}

/** What a method calls its object: its first parameter; null for a static one. */
export function selfOf(method: FunctionOutline): string | null {
  if (method.owner === null || method.decorators.includes('staticmethod')) return null
  const [first] = parameterNodes(method.node)
  const name = first?.type === 'typed_parameter' ? partsOf(first)[0] : first
  return name?.type === 'identifier' ? name.text : null
}

/** The function around a node, and the class around that. */
export function methodAround(
  scene: Scene,
  node: SyntaxNode,
): { method: FunctionOutline | null; owner: ClassOutline | null } {
  const { functions, classes } = outlineOf(scene, scene.file)
  for (let at: SyntaxNode | null = node; at !== null; at = around(at, ['function_definition'])) {
    const method = functions.find(({ node: own }) => own.id === at?.id)
    if (method === undefined || method.owner === null) continue
    const outer = around(method.node, ['class_definition'])
    return { method, owner: classes.find(({ node: own }) => own.id === outer?.id) ?? null }
  }
  return { method: null, owner: null }
}
