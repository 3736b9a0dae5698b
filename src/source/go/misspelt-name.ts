// `undefined: lenght`: the name in scope that was meant, a receiver or package left out, or an import that is missing.

import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { clearlyMeant, type SimilarName, similarNames } from '../similar-name.ts'
import { importChange } from './import-edit.ts'
import { membersOf, typeInMessage } from './members.ts'
import { missingImports } from './missing-import.ts'
import { countWord, misspeltSide } from './misspelt-side.ts'
import { fileDeclarations, findPackage, importName, ownPackage } from './packages.ts'
import { namesInScope, type ScopedName } from './scope.ts'
import { importPackage, renameDeclaration, writeName } from './words.ts'

/** What other languages call it. */
const foreign: Readonly<Record<string, string>> = {
  null: 'nil',
  NULL: 'nil',
  None: 'nil',
  undefined: 'nil',
  nullptr: 'nil',
  boolean: 'bool',
  double: 'float64',
  float: 'float64',
  integer: 'int',
  long: 'int64',
  char: 'byte',
  str: 'string',
}

export const misspeltName: Inspect = scene => {
  // undefined: lenght
  const wrong = /^(?:undefined|undeclared name): ([\p{L}_][\p{L}\p{N}_]*)$/u.exec(scene.failure.message)?.[1]
  if (wrong === undefined || !scene.whole) return null
  const node = identifierAt(scene, wrong)
  if (node === null) return null
  const change = (text: string) => ({
    path: scene.file.path,
    start: node.startIndex,
    end: node.endIndex,
    text,
  })
  const names = namesInScope(scene, node.startIndex).filter(fits(node))
  const similar = similarNames(wrong, names, one => one.name).filter(
    // Error(x) is no conversion to error.
    ({ of, slips }) =>
      !(of.kind === 'type' && of.name === 'error' && slips === 0 && node.parent?.type === 'call_expression'),
  )
  const ranked = rankByUse(similar, node)
  if (isOnlyUnused(ranked) || isDeclaredWrong(scene, wrong, ranked[0]))
    return similarProposals(scene, wrong, node, similar, change)
  const exact: Proposal[] = [...importsFor(scene, node, wrong), ...ownersOf(scene, node, wrong, change)]
  if (exact.length > 0) {
    const alone = exact.length === 1 && (similar[0]?.slips ?? 9) >= 1.5
    return { proposals: exact.map(one => ({ ...one, certain: one.certain && alone })) }
  }
  const other = foreign[wrong]
  if (other !== undefined && !names.some(one => one.name === wrong)) {
    return {
      proposals: [{ title: writeName(wrong, other), certain: other === 'nil', changes: [change(other)] }],
    }
  }
  return similarProposals(scene, wrong, node, similar, change)
}

function similarProposals(
  scene: Scene,
  wrong: string,
  node: SyntaxNode,
  similar: readonly SimilarName<ScopedName>[],
  change: (text: string) => Proposal['changes'][number],
): Inspected | null {
  const ranked = rankByUse(similar, node)
  const [best] = ranked
  if (best === undefined) return null
  const meant = clearlyMeant(wrong, ranked) ?? (isOnlyUnused(ranked) ? best : null)
  const declared = declaredAt(scene, best.of)
  const side =
    declared === null ? 'use' : misspeltSide(scene, wrong, best.name, null, functionAround(best.of.node))
  // Used more often than the other: then the declaration is the one misspelt.
  if (declared !== null && side === 'declaration') {
    const { path, at } = declared
    const changes = [{ path, start: at, end: at + best.name.length, text: wrong }]
    return { proposals: [{ title: renameDeclaration(best.name, wrong), certain: meant !== null, changes }] }
  }
  return {
    slots: { suggestion: best.name },
    proposals: ranked.slice(0, 3).map(({ name }) => ({
      title: writeName(wrong, name),
      certain: side === 'use' && meant?.name === name,
      changes: [change(name)],
    })),
  }
}

/** The identifier of the message at its place. */
function identifierAt(scene: Scene, name: string): SyntaxNode | null {
  const found = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  return found !== null && found.text === name ? found : null
}

/** Whether a name can stand where the wrong one does. */
function fits(node: SyntaxNode): (name: ScopedName) => boolean {
  const { parent } = node
  if (parent?.type === 'qualified_type') return ({ kind }) => kind === 'package'
  if (parent?.type === 'selector_expression')
    return ({ kind }) => kind === 'package' || kind === 'var' || kind === 'parameter' || kind === 'const'
  if (node.type === 'type_identifier') return ({ kind }) => kind === 'type'
  if (parent?.type === 'call_expression' && parent.childForFieldName('function')?.id === node.id)
    return ({ kind, type }) =>
      kind === 'func' ||
      kind === 'builtin' ||
      kind === 'type' ||
      ((kind === 'var' || kind === 'parameter') && !isPlain(type))
  return ({ kind }) => kind === 'var' || kind === 'parameter' || kind === 'const' || kind === 'func'
}

/** A type that nobody calls. */
function isPlain(type: string): boolean {
  return /^(?:\*|\[|map\[|chan\b|struct\b)|^(?:string|bool|error|byte|rune|u?int(?:8|16|32|64)?|float(?:32|64))$/.test(
    type,
  )
}

/** What is declared and not used yet comes first among equals, then what was declared nearest. */
function rankByUse(
  similar: readonly SimilarName<ScopedName>[],
  node: SyntaxNode,
): readonly SimilarName<ScopedName>[] {
  const unused = new Set(similar.filter(({ of }) => isUnused(of)).map(({ name }) => name))
  const called = node.parent?.type === 'call_expression'
  const weight = ({ name, slips, of }: SimilarName<ScopedName>) =>
    slips -
    (unused.has(name) ? 0.6 : 0) -
    (called && of.kind === 'func' ? 0.1 : 0) +
    Math.min(of.depth, 9) / 100
  return [...similar].sort((a, b) => weight(a) - weight(b))
}

/** A name of the package that nobody uses, a slip away. */
function isDeclaredWrong(scene: Scene, wrong: string, best: SimilarName<ScopedName> | undefined): boolean {
  if (best === undefined || best.slips > 1 || best.of.node !== null || declaredAt(scene, best.of) === null)
    return false
  return misspeltSide(scene, wrong, best.name, null) === 'declaration'
}

function isOnlyUnused(ranked: readonly SimilarName<ScopedName>[]): boolean {
  const [best, second] = ranked
  if (best === undefined || best.slips > 1) return false
  return isUnused(best.of) && (second === undefined || !isUnused(second.of) || second.slips > best.slips)
}

/** A variable that a function declares and never reads: the compiler would not have it. */
function isUnused({ node, kind, name }: ScopedName): boolean {
  if (node === null || kind !== 'var') return false
  const body = functionAround(node)
  return body !== null && countWord(body, name) === 1
}

/** The function that declares a local name. */
function functionAround(node: SyntaxNode | null): string | null {
  let body = node
  while (body !== null && !/^(?:function|method)_declaration$/.test(body.type)) body = body.parent
  return body?.text ?? null
}

/** Where a name of the package is declared; null for imports and what Go itself declares. */
function declaredAt(
  scene: Scene,
  { node, name, kind }: ScopedName,
): { readonly path: string; readonly at: number } | null {
  if (node !== null) return { path: scene.file.path, at: node.startIndex }
  const declared = kind === 'package' || kind === 'builtin' ? undefined : ownPackage(scene).names.get(name)
  const path = declared?.in.file?.path
  return declared === undefined || path === undefined ? null : { path, at: declared.at }
}

/** `strings.ToUpper` in a file that does not import it. */
function importsFor(scene: Scene, node: SyntaxNode, name: string): readonly Proposal[] {
  const { parent } = node
  const isQualifier =
    parent?.type === 'qualified_type' ||
    (parent?.type === 'selector_expression' && parent.childForFieldName('operand')?.id === node.id)
  if (!isQualifier) return []
  const paths = missingImports(scene, name)
  return paths.map(path => ({
    title: importPackage(path),
    certain: paths.length === 1,
    changes: importChange(scene, path),
  }))
}

/** `Println()` for `fmt.Println()`, `flush()` for `s.flush()` in a method of s, `this` for the receiver. */
function ownersOf(
  scene: Scene,
  node: SyntaxNode,
  name: string,
  change: (text: string) => Proposal['changes'][number],
): readonly Proposal[] {
  const proposals: Proposal[] = []
  const propose = (text: string) =>
    proposals.push({ title: writeName(name, text), certain: true, changes: [change(text)] })
  const receiver = receiverAround(node)
  if (receiver !== null && (name === 'this' || name === 'self')) propose(receiver.name)
  const isType = node.type === 'type_identifier'
  if (receiver !== null && !isType) {
    const members = membersOf(scene, typeInMessage(scene, receiver.type))
    const called = node.parent?.type === 'call_expression'
    if (members.some(member => member.name === name && (!called || member.kind === 'method')))
      propose(`${receiver.name}.${name}`)
  }
  if (!/^\p{Lu}/u.test(name)) return proposals
  const called =
    node.parent?.type === 'call_expression' && node.parent.childForFieldName('function')?.id === node.id
  const owners = fileDeclarations(scene).imports.flatMap(spec => {
    const declared = findPackage(scene, spec.path)?.names.get(name)
    const qualifier = importName(scene, spec)
    if (declared === undefined || /^[._]$/.test(qualifier)) return []
    const fitting = called ? declared.kind !== 'const' : isType === (declared.kind === 'type')
    return fitting ? [{ qualifier, uses: countWord(scene.file.text, qualifier) }] : []
  })
  for (const { qualifier } of owners.sort((a, b) => b.uses - a.uses)) propose(`${qualifier}.${name}`)
  return proposals
}

function receiverAround(node: SyntaxNode): { readonly name: string; readonly type: string } | null {
  let method: SyntaxNode | null = node
  while (method !== null && method.type !== 'method_declaration') method = method.parent
  const [parameter] = method?.childForFieldName('receiver')?.namedChildren ?? []
  const name = parameter?.childForFieldName('name')?.text ?? ''
  return name === '' || name === '_' ? null : { name, type: parameter?.childForFieldName('type')?.text ?? '' }
}
