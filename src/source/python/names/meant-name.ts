// Which of the names at hand a misspelt one was meant to be, and on which side the slip is.

import type { Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { clearlyMeant, similarNames } from '../../similar-name.ts'
import { builtinNames } from '../code/builtins.ts'
import { around, field, nodesIn } from '../code/place.ts'
import { propose, rewrite } from '../code/proposals.ts'
import type { Binding, Scope } from '../code/scope.ts'
import { replace } from '../words.ts'

export interface Meant {
  readonly name: string
  readonly slips: number
  /** Null for a builtin. */
  readonly binding: Binding | null
  readonly certain: boolean
}

interface Candidate {
  readonly name: string
  readonly binding: Binding | null
  /** How many scopes out. */
  readonly depth: number
}

/** Whether a node is what a call calls. */
export function isCalled(node: SyntaxNode): boolean {
  return node.parent?.type === 'call' && field(node.parent, 'function')?.id === node.id
}

/** The name at hand that `node` is a slip of; null when none is near. */
export function meantName(scene: Scene, node: SyntaxNode, scopes: readonly Scope[]): Meant | null {
  const candidates: Candidate[] = []
  const add = (candidate: Candidate) => {
    if (!candidates.some(({ name }) => name === candidate.name)) candidates.push(candidate)
  }
  scopes.forEach(({ bindings }, depth) => {
    for (const binding of bindings) add({ name: binding.name, binding, depth })
  })
  for (const name of builtinNames) add({ name, binding: null, depth: scopes.length })
  const wrong = node.text
  const similar = similarNames(wrong, candidates, ({ name }) => name)
    // A word that is only written in another place has no value yet at this one.
    .filter(({ of: { binding } }) => binding === null || binding.by.startIndex !== node.startIndex)
  const [nearest] = similar
  if (nearest === undefined) return null
  // Of equally near names the one of the nearest scope, and a function where it is called.
  const equal = similar.filter(({ slips }) => slips === nearest.slips)
  const fits = ({ of: { binding } }: (typeof equal)[number]) =>
    isCalled(node) && binding !== null && ['variable', 'parameter'].includes(binding.kind) ? 1 : 0
  const [best = nearest] = [...equal].sort((a, b) => fits(a) - fits(b) || a.of.depth - b.of.depth)
  const clear = clearlyMeant(wrong, similar)
  // CPython has seen the values: where it says the same, two minds agree.
  const { binding } = best.of
  // `task` is no slip of the class `Task`, `val` none of the function `eval`, `line` none of `lines`.
  const isOther =
    (best.slips === 0 && binding?.kind !== 'variable' && binding?.kind !== 'parameter' && !isCalled(node)) ||
    (binding === null &&
      !isCalled(node) &&
      /^[a-z]/.test(best.name) &&
      !/^(?:True|False|None)$/.test(best.name)) ||
    isWrittenOften(node) ||
    best.name === `${wrong}s` ||
    wrong === `${best.name}s`
  const agrees = scene.slots.suggestion === undefined || scene.slots.suggestion === best.name
  return {
    name: best.name,
    slips: best.slips,
    binding: best.of.binding,
    certain: clear !== null && clear.name === best.name && agrees && clear.slips <= 1.5 && !isOther,
  }
}

/** A slip is made once; a name that its function has three times lost its value some other way. */
function isWrittenOften(node: SyntaxNode): boolean {
  const scope = around(node, ['function_definition'])
  return scope !== null && nodesIn(scope, ['identifier']).filter(({ text }) => text === node.text).length > 2
}

/**
 * Where a variable's own definition is the slip: nothing else is called so, and its other uses have the name that is not
 * defined. Two proposals where that is as likely as the other way; null where the use is the slip.
 */
export function misspeltBinding(scene: Scene, node: SyntaxNode, meant: Meant): readonly Proposal[] | null {
  const { binding } = meant
  if (binding === null || binding.kind === 'import' || binding.node.type !== 'identifier') return null
  const uses = nodesIn(scene.parse(scene.file), ['identifier'])
  const wrong = uses.filter(({ text }) => text === node.text).length
  const right = uses.filter(({ text }) => text === meant.name).length
  if (right > 1 || wrong < 2) return null
  return [propose(scene.file, replace(meant.name, node.text), false, [rewrite(binding.node, node.text)])]
}
