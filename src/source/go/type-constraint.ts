// `K does not satisfy comparable`: the constraint of a type parameter that is too weak here, or too strict there.

import type { Inspect, Proposal, Scene, SyntaxNode } from '../inspection.ts'
import { type Declared, ownPackage } from './packages.ts'
import { findOutside, splitList } from './skip-text.ts'
import { constrainTo } from './words.ts'

export const typeConstraint: Inspect = scene => {
  const told = readMessage(scene.failure.message)
  if (told === null || !scene.whole) return null
  const { parameter, constraint } = told
  const spec = constraintAround(scene, parameter)
  const callee = constraint === 'comparable' && told.argument ? strictCallee(scene) : null
  const own: Proposal[] = []
  if (spec?.text === 'any' || spec?.text === 'interface{}') {
    const changes = [{ path: scene.file.path, start: spec.startIndex, end: spec.endIndex, text: constraint }]
    own.push({
      title: constrainTo(parameter, constraint),
      certain: !told.argument && constraint === 'comparable',
      changes,
    })
  }
  const proposals = [...(callee === null ? [] : [callee]), ...own]
  return proposals.length === 0 ? null : { proposals }
}

function readMessage(
  message: string,
): { readonly parameter: string; readonly constraint: string; readonly argument: boolean } | null {
  // K does not satisfy comparable
  const argument =
    /^([\p{L}_][\p{L}\p{N}_]*) does not (?:satisfy|implement) (comparable|cmp\.Ordered|constraints\.Ordered)\b/u.exec(
      message,
    )
  if (argument !== null)
    return { parameter: argument[1] ?? '', constraint: argument[2] ?? '', argument: true }
  // invalid map key type K (missing comparable constraint)
  const key = /^invalid map key type ([\p{L}_][\p{L}\p{N}_]*) \(missing comparable constraint\)$/u.exec(
    message,
  )
  if (key !== null) return { parameter: key[1] ?? '', constraint: 'comparable', argument: false }
  // invalid operation: a == b (incomparable types in type set)
  return null
}

/** The constraint that a type parameter has at the failure's place; those declared together share one. */
function constraintAround(scene: Scene, name: string): SyntaxNode | null {
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  for (; node !== null; node = node.parent) {
    const list = node.childForFieldName('type_parameters')
    for (const declaration of list?.namedChildren ?? []) {
      if (declaration?.childrenForFieldName('name').some(one => one?.text === name))
        return declaration.childForFieldName('type')
    }
  }
  return null
}

/** The function or type of this package used here, where it wants `comparable` of a parameter and does not need it. */
function strictCallee(scene: Scene): Proposal | null {
  const own = ownPackage(scene)
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  let declared: Declared | undefined
  for (let turn = 0; node !== null && turn < 6 && declared === undefined; turn++, node = node.parent) {
    const callee = node.childForFieldName('function') ?? node.childForFieldName('type') ?? node
    const name = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(callee.text)?.[0] ?? ''
    const found = own.names.get(name)
    if (found !== undefined && found.parameters !== '') declared = found
  }
  const text = declared?.in.file?.text
  if (declared === undefined || text === undefined) return null
  const start = declared.at + declared.name.length
  const end = endOfBody(text, start)
  const body = text.slice(start + declared.parameters.length, end)
  const needless = parametersOf(declared.parameters).filter(
    ({ name, constraint }) => constraint === 'comparable' && !needsComparable(body, name),
  )
  const [one] = needless
  const path = declared.in.file?.path
  if (needless.length !== 1 || one === undefined || path === undefined) return null
  const from = start + one.at
  const changes = [{ path, start: from, end: from + 'comparable'.length, text: 'any' }]
  return { title: constrainTo(one.name, 'any'), certain: false, changes }
}

function endOfBody(text: string, at: number): number {
  const open = findOutside(text, at, '{')
  return findOutside(text, open + 1, '')
}

/** `[K comparable, A, B any]`, each with the place of its constraint. */
function parametersOf(
  list: string,
): readonly { readonly name: string; readonly constraint: string; readonly at: number }[] {
  let at = 1
  return splitList(list.slice(1, -1)).flatMap(part => {
    const from = list.indexOf(part, at)
    at = from + part.length
    const found = /^([\p{L}_][\p{L}\p{N}_]*)\s+(\S.*)$/su.exec(part)
    return found === null
      ? []
      : [
          {
            name: found[1] ?? '',
            constraint: found[2] ?? '',
            at: from + part.length - (found[2] ?? '').length,
          },
        ]
  })
}

/** Whether code compares values of a type parameter, as far as its text tells: as a key, or as an argument of another type. */
function needsComparable(body: string, name: string): boolean {
  return new RegExp(
    `map\\[${name}\\]|struct\\s*\\{|[!=]=|\\b[\\p{L}_][\\p{L}\\p{N}_]*\\[(?:[^\\]\\n]{0,80}[ ,\\[])?${name}[\\],]`,
    'u',
  ).test(
    body.replace(/[!=]= ?nil/g, '').replace(/map\[[^\]]*\]/g, key => (key === `map[${name}]` ? key : 'map')),
  )
}
