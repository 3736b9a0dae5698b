// What is nil on the line of a nil dereference, and where it came from.

import type { Inspected, Scene, SyntaxNode } from '../inspection.ts'
import { typeOfExpression } from './expression-type.ts'
import { membersOf, underlyingOf } from './members.ts'
import { lookUp } from './scope.ts'

/** Something on the line that can be nil. */
interface Suspect {
  readonly node: SyntaxNode
  /** A pointer or an interface by its type; false where the type is not known. */
  readonly sure: boolean
}

/** More than these on one line tell nothing. */
const mostSuspects = 2
const longestText = 120

function linesOf(node: SyntaxNode): readonly [first: number, last: number] {
  return [node.startPosition.row + 1, node.endPosition.row + 1]
}

/**
 * `r` of `r.Context()` where `r` is a pointer: the method is called all the same, and the crash would be within it.
 * An interface crashes at the call.
 */
function isReceiverOfPointer(scene: Scene, operand: SyntaxNode): boolean {
  const selector = operand.parent
  const call = selector?.parent
  if (selector?.type !== 'selector_expression' || call?.type !== 'call_expression') return false
  const isCalled = call.childForFieldName('function')?.startIndex === selector.startIndex
  const type = isCalled ? typeOfExpression(scene, operand) : null
  if (type === null || !type.text.startsWith('*')) return false
  const name = selector.childForFieldName('field')?.text
  return membersOf(scene, type).find(member => member.name === name)?.kind !== 'field'
}

/** Whether a value of the expression can be nil and crash when it is used: true, false, or null where nobody knows. */
function canBeNil(scene: Scene, node: SyntaxNode): boolean | null {
  const type = typeOfExpression(scene, node)
  if (type === null) return null
  if (type.text.startsWith('*') || type.text.startsWith('func')) return true
  const underlying = underlyingOf(scene, type).text
  return underlying.startsWith('interface') || underlying.startsWith('func') || type.text === 'error'
}

/** What the line dereferences: what stands before a dot or behind a star, and function values that it calls. */
function suspectsOn(scene: Scene): readonly Suspect[] {
  const found = new Map<string, Suspect>()
  const consider = (node: SyntaxNode | null) => {
    if (
      node === null ||
      !['identifier', 'selector_expression', 'index_expression', 'call_expression'].includes(node.type)
    )
      return
    if (node.type === 'identifier' && lookUp(scene, node.text, node.startIndex)?.kind === 'package') return
    const nil = canBeNil(scene, node)
    if (nil !== false && node.text.length <= longestText)
      found.set(node.text, { node, sure: nil === true && !isReceiverOfPointer(scene, node) })
  }
  const visit = (node: SyntaxNode) => {
    const [first, last] = linesOf(node)
    if (first > scene.line || last < scene.line || node.type === 'func_literal') return
    if (first === scene.line && node.type === 'selector_expression')
      consider(node.childForFieldName('operand'))
    if (first === scene.line && node.type === 'unary_expression' && node.text.startsWith('*'))
      consider(node.childForFieldName('operand'))
    for (const child of node.namedChildren) if (child !== null) visit(child)
  }
  visit(scene.parse(scene.file))
  return [...found.values()]
}

/** `user` of `user.Plan`: that `user.Plan` was read shows that `user` was not nil. */
function withoutOuter(suspects: readonly Suspect[]): readonly Suspect[] {
  const kept = suspects.filter(
    ({ node }) =>
      !suspects.some(
        other => other.node !== node && other.node.text.startsWith(`${node.text}.`) && other.sure,
      ),
  )
  const sure = kept.filter(suspect => suspect.sure)
  return sure.length > 0 ? sure : kept
}

function functionAround(node: SyntaxNode): SyntaxNode | null {
  let here: SyntaxNode | null = node
  while (here !== null && here.type !== 'function_declaration' && here.type !== 'method_declaration')
    here = here.parent
  return here
}

export interface NilOnLine {
  readonly expression: string
  readonly node: SyntaxNode
  /** The function of the stack, without the path of its package. */
  readonly function: string
  /** Whether its type says that it can be nil. */
  readonly sure: boolean
}

/** The one expression of the line that is nil; null where several could be. */
export function nilOnLine(scene: Scene): NilOnLine | null {
  if (!scene.whole) return null
  const suspects = withoutOuter(suspectsOn(scene))
  const [first] = suspects
  if (first === undefined || suspects.length >= mostSuspects) return null
  const frame = scene.failure.frames.find(({ own, line }) => own && line === scene.line)
  const name = frame?.function ?? functionAround(first.node)?.childForFieldName('name')?.text ?? ''
  if (name === '') return null
  // example.com/shop/cart.(*Cart).Total, example.com/shop.Map[...]: the path ends before the first bracket
  const bracket = name.search(/[[(]/)
  const path = bracket === -1 ? name : name.slice(0, bracket)
  return {
    expression: first.node.text,
    node: first.node,
    function: name.slice(path.lastIndexOf('/') + 1),
    sure: first.sure,
  }
}

/** A statement of the reader's, shown as one line of code. */
interface Origin {
  readonly file: string
  readonly line: number
  readonly text: string
}

function originAt(scene: Scene, node: SyntaxNode, path = scene.file.path): Origin {
  const text = node.text.split('\n')[0]?.trim() ?? ''
  return {
    file: path,
    line: node.startPosition.row + 1,
    text: text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text,
  }
}

const assignments = ['short_var_declaration', 'assignment_statement', 'var_spec', 'range_clause']

/** The last statement above that gives a variable its value. */
function assignmentOf(scene: Scene, nil: NilOnLine): Origin | null {
  const scope = functionAround(nil.node)
  let last: SyntaxNode | null = null
  const visit = (node: SyntaxNode) => {
    if (node.startIndex >= nil.node.startIndex) return
    if (assignments.includes(node.type)) {
      const left = node.childForFieldName('left') ?? node.childForFieldName('name')
      if (left?.text.split(',').some(part => part.trim() === nil.expression)) last = node
    }
    for (const child of node.namedChildren) if (child !== null) visit(child)
  }
  if (scope !== null) visit(scope)
  return last === null ? null : originAt(scene, last)
}

/** The literal of a struct, in a function of the stack, that leaves the field out. */
function literalWithout(scene: Scene, type: string, field: string): Origin | null {
  const name = type.replace(/^\*/, '')
  for (const { own, file, line } of scene.failure.frames.slice(0, 12)) {
    const source = own ? scene.folder.open(file) : null
    const row = source?.lines[line - 1]
    if (source === null || row === undefined) continue
    const root = scene.parse(source)
    const place = { row: line - 1, column: row.length - row.trimStart().length }
    const scope = functionAround(root.descendantForPosition(place) ?? root)
    let found: SyntaxNode | null = null
    const visit = (node: SyntaxNode) => {
      if (
        node.type === 'composite_literal' &&
        node.childForFieldName('type')?.text.split('.').at(-1) === name
      ) {
        const body = node.childForFieldName('body')?.text ?? ''
        const isKeyed = /^\{\s*(?:\w+\s*:|\})/.test(body)
        if (isKeyed && !new RegExp(`\\b${field}\\s*:`).test(body)) found ??= node
      }
      for (const child of node.namedChildren) if (child !== null) visit(child)
    }
    if (scope !== null) visit(scope)
    if (found !== null) {
      const node: SyntaxNode = found
      const statement = node.parent?.parent?.parent ?? node
      return originAt(
        scene,
        statement.startPosition.row === node.startPosition.row ? statement : node,
        source.path,
      )
    }
  }
  return null
}

const shown = ({ file, line, text }: Origin) => `${file.slice(file.lastIndexOf('/') + 1)}:${line}  ${text}`

/** A local variable that got its nil from a statement above. */
export function nilFromAssignment(scene: Scene): Inspected | null {
  const nil = nilOnLine(scene)
  const origin = nil === null ? null : assignmentOf(scene, nil)
  if (nil === null || origin === null) return null
  const slots = { expression: nil.expression, function: nil.function, origin: shown(origin) }
  return nil.sure ? { slots } : { slots, confidence: 'likely' }
}

/** A field that the code which built the struct has left out. */
export function nilFieldNotSet(scene: Scene): Inspected | null {
  const nil = nilOnLine(scene)
  if (nil === null || nil.node.type !== 'selector_expression') return null
  const operand = nil.node.childForFieldName('operand')
  const field = nil.node.childForFieldName('field')?.text ?? ''
  const type = operand === null ? null : typeOfExpression(scene, operand)
  if (type === null || !/^\w+$/.test(field)) return null
  const origin = literalWithout(scene, type.text, field)
  if (origin === null) return null
  const slots = { expression: nil.expression, function: nil.function, field, origin: shown(origin) }
  // What a test leaves out of its set-up is the test's mistake.
  const isOfTest = origin.file.endsWith('_test.go') && !scene.file.path.endsWith('_test.go')
  return isOfTest ? { slots, file: origin.file, line: origin.line } : { slots }
}

/** Any other expression of the line, as long as it is the only one. */
export function nilExpression(scene: Scene): Inspected | null {
  const nil = nilOnLine(scene)
  if (nil === null) return null
  const slots = { expression: nil.expression, function: nil.function }
  return nil.sure ? { slots } : { slots, confidence: 'likely' }
}
