// TypeError: a call gives a function of the project more, fewer or other arguments than it takes.

import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { clearlyMeant, similarNames } from '../../similar-name.ts'
import { classNamed, findCallees, functionsNamed } from '../code/find-callee.ts'
import { lineage } from '../code/modules.ts'
import type { FunctionOutline } from '../code/outline.ts'
import { field, nodesIn, nodesOnLine, partsOf } from '../code/place.ts'
import { insertAt, propose, respell } from '../code/proposals.ts'
import { parameterName, parameterNodes, scopesAround } from '../code/scope.ts'
import { addSelfParameter, insert, remove } from '../words.ts'

/** The functions that a message's `Cart.total` may be: those of the class, or all of that name. */
export function namedFunctions(scene: Scene, call: SyntaxNode | null): readonly FunctionOutline[] {
  const written = (scene.slots.function ?? '')
    .replace(/\(\)$/, '')
    .split('.')
    .filter(part => part !== '<locals>')
  const name = written.at(-1) ?? ''
  const owner = written.at(-2)
  const named = owner === undefined ? null : classNamed(scene, owner)
  if (named !== null) {
    const methods = lineage(scene, named).flatMap(found =>
      found.methods.filter(method => method.name === name),
    )
    if (methods.length > 0) return methods.slice(0, 1)
  }
  const called = call === null ? [] : findCallees(scene, call).filter(found => found.name === name)
  return called.length > 0 ? called : functionsNamed(scene, name)
}

/** The call of the failing line that runs the function of the message. */
export function failingCall(scene: Scene): SyntaxNode | null {
  const name = (scene.slots.function ?? '').replace(/\(\)$/, '').split('.').at(-1) ?? ''
  const calls = nodesOnLine(scene, ['call'])
  const called = (call: SyntaxNode) => {
    const callee = field(call, 'function')
    return callee?.type === 'attribute' ? field(callee, 'attribute')?.text : callee?.text
  }
  return calls.find(call => called(call) === name) ?? (name.startsWith('__') ? (calls[0] ?? null) : null)
}

/** Whether a function's body reads `self`, which nothing gives it. */
function readsSelf({ node }: FunctionOutline): boolean {
  const body = field(node, 'body')
  return body !== null && nodesIn(body, ['identifier']).some(({ text }) => text === 'self')
}

/** A method whose first parameter is not `self`. */
function lacksSelf(found: FunctionOutline): boolean {
  if (found.owner === null || found.decorators.includes('staticmethod')) return false
  const first = parameterNodes(found.node)[0]
  const name = first === undefined ? '' : (parameterName(first)?.text ?? '*')
  return !['self', 'cls', 'mcs', '_', '*', 'klass'].includes(name) && first?.type !== 'list_splat_pattern'
}

/** `takes 1 positional argument but 2 were given`, `got multiple values`: the method that forgot `self`. */
export const lostSelf: Inspect = scene => {
  if (!scene.whole) return null
  const call = failingCall(scene)
  const [found, other] = namedFunctions(scene, call).filter(lacksSelf)
  if (found === undefined || other !== undefined) return null
  const parameters = field(found.node, 'parameters')
  if (parameters === null) return null
  const isClass = found.decorators.includes('classmethod') || found.name === '__new__'
  const self = isClass ? 'cls' : 'self'
  const text = parameterNodes(found.node).length > 0 ? `${self}, ` : self
  return {
    file: found.file.path,
    line: found.node.startPosition.row + 1,
    slots: { method: found.name },
    proposals: [
      propose(found.file, addSelfParameter(found.name, self), readsSelf(found) || isClass, [
        insertAt(parameters.startIndex + 1, text),
      ]),
    ],
  }
}

/** `self.total(self, …)`: the object is given already. */
export const selfGiven: Inspect = scene => {
  const call = failingCall(scene)
  const given = partsOf(field(call, 'arguments'))
  const [first, second] = given
  if (call === null || first === undefined || (first.text !== 'self' && first.text !== 'cls')) return null
  const callee = field(call, 'function')
  if (callee?.type !== 'attribute' || !/^(?:self|cls|super\(\))\b/.test(callee.text)) return null
  const end = second?.startIndex ?? first.endIndex
  return {
    proposals: [
      propose(scene.file, remove(second === undefined ? first.text : `${first.text},`), true, [
        { start: first.startIndex, end, text: '' },
      ]),
    ],
  }
}

/** One argument too many, and one parameter that only takes its name: `f(a, b, True)` for `f(a, b, *, strict)`. */
export const keywordOnly: Inspect = scene => {
  const call = failingCall(scene)
  const [found] = call === null ? [] : namedFunctions(scene, call)
  if (call === null || found === undefined) return null
  const parameters = parameterNodes(found.node)
  const star = parameters.findIndex(({ type }) => type === 'keyword_separator')
  if (star === -1) return null
  const given = partsOf(field(call, 'arguments'))
  const positional = given.filter(({ type }) => type !== 'keyword_argument')
  const taken = star - (found.owner === null || found.decorators.includes('staticmethod') ? 0 : 1)
  const surplus = positional[taken]
  const named = given.map(part => field(part, 'name')?.text)
  const free = parameters.slice(star + 1).flatMap(parameter => {
    const name = parameterName(parameter)?.text
    return name === undefined || named.includes(name) ? [] : [name]
  })
  const exact = free.find(name => surplus?.text.split('.').at(-1) === name)
  const [name] = exact === undefined ? free : [exact]
  if (surplus === undefined || positional.length !== taken + 1 || name === undefined) return null
  if (exact === undefined && free.length > 1) return null
  return {
    proposals: [
      propose(scene.file, insert(`${name}=`), free.length === 1, [insertAt(surplus.startIndex, `${name}=`)]),
    ],
  }
}

/** `got an unexpected keyword argument 'nmae'`: another spelling of a parameter. */
export const misspeltKeywordArgument: Inspect = scene => {
  const { suggestion } = scene.slots
  const wrong = scene.slots.argument ?? scene.slots.keyword ?? scene.slots.name ?? ''
  const node = nodesOnLine(scene, ['call'])
    .flatMap(call => partsOf(field(call, 'arguments')))
    .find(part => part.type === 'keyword_argument' && field(part, 'name')?.text === wrong)
  const name = field(node ?? null, 'name')
  if (node === undefined || name === null) return null
  const call = node.parent?.parent ?? null
  const parameters = scene.whole ? parametersOf(scene, call) : []
  const named = partsOf(node.parent).map(part => field(part, 'name')?.text)
  const all = [...new Set(suggestion === undefined ? parameters : [...parameters, suggestion])]
  const similar = similarNames(
    wrong,
    all.filter(parameter => !named.includes(parameter)),
    parameter => parameter,
  )
  const [best] = similar
  if (best === undefined) return null
  const clear = clearlyMeant(wrong, similar)
  return { proposals: [respell(scene.file, name, best.name, clear !== null && clear.slips <= 1)] }
}

/** The names that the function of the message takes, a class by its `__init__` or its fields. */
function parametersOf(scene: Scene, call: SyntaxNode | null): readonly string[] {
  const found = namedFunctions(scene, call)
  const own = found.flatMap(({ node }) => parameterNodes(node).map(part => parameterName(part)?.text ?? ''))
  const written = (scene.slots.function ?? '').split('.')
  const owner = written.at(-1) === '__init__' ? written.at(-2) : undefined
  const fields = owner === undefined ? [] : [...(classNamed(scene, owner)?.members ?? [])]
  return [...own, ...(own.length > 0 ? [] : fields)].filter(name => name !== '' && name !== 'self')
}

/** `missing 1 required positional argument: 'total'`: a variable of that name at the call. */
export const lostArgument: Inspect = (scene): Inspected | null => {
  const lost = (scene.slots.names ?? (/: 'self'$/.test(scene.failure.message) ? 'self' : '')).replaceAll(
    "'",
    '',
  )
  const call = failingCall(scene)
  const list = field(call, 'arguments')
  if (call === null || list === null || !scene.whole || !/^\w+$/.test(lost)) return null
  const [found] = namedFunctions(scene, call)
  const proposals: Proposal[] = []
  if (lost === 'self') {
    const callee = field(call, 'function')
    const object = field(callee, 'object')
    if (object !== null)
      proposals.push(propose(scene.file, insert('()'), false, [insertAt(object.endIndex, '()')]))
    return proposals.length === 0 ? null : { proposals }
  }
  const isVisible = scopesAround(call).some(({ bindings }) => bindings.some(({ name }) => name === lost))
  if (found === undefined || !isVisible) return null
  const names = parameterNodes(found.node).map(part => parameterName(part)?.text ?? '')
  const at = names.indexOf(lost) - (names[0] === 'self' || names[0] === 'cls' ? 1 : 0)
  const given = partsOf(list)
  const next = given[at]
  const last = given.at(-1)
  const change =
    next !== undefined
      ? insertAt(next.startIndex, `${lost}, `)
      : last !== undefined
        ? insertAt(last.endIndex, `, ${lost}`)
        : insertAt(list.startIndex + 1, lost)
  return { proposals: [propose(scene.file, insert(lost), false, [change])] }
}
