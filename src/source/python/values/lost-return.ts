// A None that a function of the project gave because it lost its `return`.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { filesWith, findCallees } from '../code/find-callee.ts'
import { type FunctionOutline, outlineOf } from '../code/outline.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { trailOf } from '../code/value-origin.ts'
import { returnIt } from '../words.ts'

const noValues = new Set([
  'call',
  'await',
  'yield',
  'assignment',
  'augmented_assignment',
  'string',
  'ellipsis',
  'named_expression',
  'concatenated_string',
])

/** A statement that only computes a value, in a function that returns nothing in its place. */
export interface Loss {
  readonly found: FunctionOutline
  readonly statement: SyntaxNode
  /** A value that nobody takes: as a statement it is for nothing. A call may well be. */
  readonly isIdle: boolean
}

/** The statements of a function that may have lost their `return`, the surest first. */
function lossesIn(found: FunctionOutline): readonly Loss[] {
  const body = field(found.node, 'body')
  if (body === null || nodesIn(body, ['yield']).some(node => ownerOf(node)?.id === found.node.id)) return []
  const statements = nodesIn(body, ['expression_statement']).filter(
    node => ownerOf(node)?.id === found.node.id,
  )
  const idle = statements.filter(node => {
    const [value] = partsOf(node)
    // The first text describes the function; an f-string there is a value.
    const isText = value?.type === 'string' && !/^[rR]?[fF]/.test(value.text)
    return (
      value !== undefined &&
      !isText &&
      (value.type === 'string' || !noValues.has(value.type)) &&
      partsOf(node).length >= 1
    )
  })
  const losses = idle.map(statement => ({ found, statement, isIdle: true }))
  if (losses.length > 0) return losses
  const returns = nodesIn(body, ['return_statement']).filter(node => ownerOf(node)?.id === found.node.id)
  const annotated = field(found.node, 'return_type')?.text
  const wants =
    returns.some(node => partsOf(node).length > 0) || (annotated !== undefined && annotated !== 'None')
  const tail = statements.filter(node => partsOf(node)[0]?.type === 'call' && isTail(node, body))
  return tail
    .map(statement => ({ found, statement, isIdle: false }))
    .filter(() => wants || returns.length === 0)
}

function ownerOf(node: SyntaxNode): SyntaxNode | null {
  for (let at = node.parent; at !== null; at = at.parent)
    if (['function_definition', 'lambda', 'class_definition'].includes(at.type)) return at
  return null
}

/** Whether nothing of the function follows a statement. */
function isTail(node: SyntaxNode, body: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null && at.id !== body.id; at = at.parent) {
    const next: SyntaxNode | null = at.nextNamedSibling
    const isClause =
      next !== null &&
      ['elif_clause', 'else_clause', 'except_clause', 'finally_clause', 'case_clause', 'comment'].includes(
        next.type,
      )
    if (next !== null && !isClause) return false
  }
  return true
}

/** Where the None of the failing line comes from. */
export const lostReturn: Inspect = scene => {
  if (!scene.whole) return null
  const special = /^TypeError: (__\w+__) returned non-\w+ \(type NoneType\)/.exec(scene.failure.message)?.[1]
  const functions = special === undefined ? suspects(scene) : methodsOf(scene, special)
  const losses = functions.flatMap(lossesIn)
  const idle = losses.filter(({ isIdle }) => isIdle)
  const near = losses.length > 0 || special !== undefined ? [] : lossesNear(scene)
  const [first, second] = idle.length > 0 ? idle : losses.length > 0 ? losses : near.length === 1 ? near : []
  if (first === undefined) return null
  return {
    file: first.found.file.path,
    line: first.statement.startPosition.row + 1,
    slots: { source: first.found.name },
    proposals: (second === undefined ? [first] : [first, second]).map(loss =>
      giveBack(loss, second === undefined && near.length === 0),
    ),
  }
}

/** Values that stand alone in the files of the stack: nobody writes `items` as a statement on purpose. */
function lossesNear(scene: Scene): readonly Loss[] {
  const paths = scene.failure.frames.flatMap(({ own, file }) => (own ? [file] : []))
  const files = [...new Set(paths)].slice(0, 4).flatMap(path => scene.folder.open(path) ?? [])
  return [scene.file, ...files.filter(({ path }) => path !== scene.file.path)]
    .filter(({ text }) => text.length < longestRead)
    .slice(0, 2)
    .flatMap(file => outlineOf(scene, file).functions.flatMap(lossesIn))
    .filter(({ isIdle, statement }) => isIdle && bare.has(partsOf(statement)[0]?.type ?? ''))
}

/** A longer file takes longer to read than a guess is worth. */
const longestRead = 60_000

const bare = new Set([
  'identifier',
  'attribute',
  'subscript',
  'list',
  'tuple',
  'dictionary',
  'list_comprehension',
  'dictionary_comprehension',
  'boolean_operator',
  'binary_operator',
  'conditional_expression',
])

function giveBack({ found, statement, isIdle }: Loss, alone: boolean): Proposal {
  return propose(found.file, returnIt(shownText(statement)), alone && isIdle, [
    insertAt(statement.startIndex, 'return '),
  ])
}

function methodsOf(scene: Scene, name: string): readonly FunctionOutline[] {
  return filesWith(scene, text => text.includes(`def ${name}(`))
    .slice(0, 16)
    .flatMap(file => outlineOf(scene, file).functions.filter(found => found.name === name))
}

/** The functions that were called for the values of the failing line. */
function suspects(scene: Scene): readonly FunctionOutline[] {
  const values = nodesOnLine(scene, ['call', 'identifier', 'attribute', 'await'])
  const found: FunctionOutline[] = []
  for (const value of values.slice(0, 24)) {
    for (const { node, file } of trailOf(scene, value)) {
      const call =
        node.type === 'await' ? partsOf(node)[0] : node.type === 'subscript' ? field(node, 'value') : node
      if (call?.type !== 'call') continue
      for (const callee of findCallees(scene, call, file)) {
        if (!found.some(known => known.node.id === callee.node.id)) found.push(callee)
      }
    }
  }
  return found
}
