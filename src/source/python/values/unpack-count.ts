// ValueError: more or fewer names than values.

import type { Inspect, Scene, SyntaxNode } from '../../inspection.ts'
import { builtinNames } from '../code/builtins.ts'
import { findCallees } from '../code/find-callee.ts'
import { around, field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose } from '../code/proposals.ts'
import { scopesAround } from '../code/scope.ts'
import { originsOf } from '../code/value-origin.ts'
import { addTarget, dropTarget } from '../words.ts'
import { loopsOnLine, lostPairs } from './iterated.ts'

/** The places that take a value apart: assignments and loops of the line with several targets. */
function unpackings(scene: Scene): readonly SyntaxNode[] {
  return [...nodesOnLine(scene, ['assignment']), ...loopsOnLine(scene)].filter(node =>
    ['pattern_list', 'tuple_pattern'].includes(field(node, 'left')?.type ?? ''),
  )
}

export const unpackCount: Inspect = scene => {
  const expected = Number(scene.slots.expected)
  const got = scene.slots.got === undefined ? null : Number(scene.slots.got)
  const found = unpackings(scene).find(one => partsOf(field(one, 'left')).length === expected)
  const left = field(found ?? null, 'left')
  if (found === undefined || left === null) return null
  const targets = partsOf(left)
  if (targets.length !== expected || targets.some(({ type }) => type === 'list_splat_pattern')) return null
  const surplus = got !== null && got === expected - 1
  return surplus && /not enough/.test(scene.failure.message)
    ? dropOne(scene, left, targets)
    : /too many/.test(scene.failure.message)
      ? addOne(scene, found, targets)
      : null
}

/** The one target that nothing reads, or that is called as what nobody wants. */
function dropOne(scene: Scene, left: SyntaxNode, targets: readonly SyntaxNode[]): ReturnType<Inspect> {
  const scope = around(left, ['function_definition', 'lambda']) ?? scene.parse(scene.file)
  const names = nodesIn(scope, ['identifier']).map(({ text }) => text)
  const unread = targets.filter(target => names.filter(name => name === target.text).length === 1)
  const thrown = targets.filter(({ text }) => /^(?:_+|rest|extra|unused|dummy|other|ignored?)\w*$/.test(text))
  const chosen = (unread.length > 0 ? unread : thrown).at(-1)
  if (chosen === undefined) return null
  const at = targets.indexOf(chosen)
  const before = targets[at - 1]
  const after = targets[at + 1]
  const change =
    before !== undefined
      ? { start: before.endIndex, end: chosen.endIndex, text: '' }
      : { start: chosen.startIndex, end: after?.startIndex ?? chosen.endIndex, text: '' }
  return { proposals: [propose(scene.file, dropTarget(chosen.text), unread.length === 1, [change])] }
}

/** A name that the function reads and nothing gives, or the one that the called function returns in that place. */
function addOne(scene: Scene, found: SyntaxNode, targets: readonly SyntaxNode[]): ReturnType<Inspect> {
  if (!scene.whole) return null
  // Two names for a dict's keys, or numbers that nobody counts.
  if (lostPairs(scene)?.proposals?.[0]?.certain === true) return null
  const own = targets.map(({ text }) => text)
  const returned = returnedNames(scene, found)
  const lost = unboundNames(scene, found).filter(name => !own.includes(name))
  const last = targets.at(-1)
  if (last === undefined) return null
  const fresh = returned.find(
    (name, at) => own[at] !== name && !own.includes(name) && (lost.length === 0 || lost.includes(name)),
  )
  const name = fresh ?? (lost.length === 1 ? lost[0] : undefined)
  if (name === undefined)
    return { proposals: [propose(scene.file, addTarget('_'), false, [insertAt(last.endIndex, ', _')])] }
  const at = fresh === undefined ? targets.length : returned.indexOf(fresh)
  const next = targets[at]
  const change =
    next === undefined ? insertAt(last.endIndex, `, ${name}`) : insertAt(next.startIndex, `${name}, `)
  return {
    proposals: [
      propose(scene.file, addTarget(name), fresh !== undefined && lost.includes(name) && lost.length === 1, [
        change,
      ]),
    ],
  }
}

/** `['uri', 'headers']` of a function that ends in `return uri, headers`. */
function returnedNames(scene: Scene, found: SyntaxNode): readonly string[] {
  const right = field(found, 'right')
  const [origin] = right === null ? [] : originsOf(scene, right)
  const call = origin?.node.type === 'await' ? partsOf(origin.node)[0] : origin?.node
  if (call?.type !== 'call') return []
  for (const { node } of findCallees(scene, call)) {
    for (const statement of nodesIn(node, ['return_statement'])) {
      const [value] = partsOf(statement)
      if (value !== undefined && ['expression_list', 'tuple'].includes(value.type))
        return partsOf(value).map(({ text }) => text)
    }
  }
  return []
}

/** The names that are read below an unpacking and that nothing defines, in order. */
function unboundNames(scene: Scene, found: SyntaxNode): readonly string[] {
  const scope = around(found, ['function_definition', 'lambda']) ?? scene.parse(scene.file)
  const bound = new Set(scopesAround(found).flatMap(({ bindings }) => bindings.map(({ name }) => name)))
  const inner = new Set(
    nodesIn(scope, ['for_in_clause', 'lambda', 'function_definition']).flatMap(node =>
      nodesIn(node, ['identifier']).map(({ text }) => text),
    ),
  )
  const lost = nodesIn(scope, ['identifier']).filter(node => {
    const parent = node.parent
    if (parent?.type === 'function_definition' || parent?.type === 'class_definition') return false
    if (node.startIndex < found.startIndex) return false
    if (parent?.type === 'attribute' && field(parent, 'attribute')?.id === node.id) return false
    if (parent?.type === 'keyword_argument' && field(parent, 'name')?.id === node.id) return false
    return !bound.has(node.text) && !builtinNames.has(node.text)
  })
  const outer = lost.filter(({ text }) => !inner.has(text))
  return [...new Set((outer.length > 0 ? outer : []).map(({ text }) => text))]
}
