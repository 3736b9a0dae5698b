// `unknown field Pathh in struct literal`: the field that was meant.

import type { Inspect, Scene, SyntaxNode } from '../inspection.ts'
import { clearlyMeant, similarNames } from '../similar-name.ts'
import { membersOf, typeInMessage } from './members.ts'
import { nodeAround } from './message-expression.ts'
import { misspeltSide } from './misspelt-side.ts'
import { ownPackage } from './packages.ts'
import { renameDeclaration, writeName } from './words.ts'

export const misspeltLiteralField: Inspect = scene => {
  // unknown field resulterrMsg in struct literal of type struct{err error; resultErrMsg string}, but does have resultErrMsg
  const found =
    /^unknown field (?:')?([\p{L}_][\p{L}\p{N}_]*)(?:')? in struct literal of type (.{1,4000}?)(?:, but does have ([\p{L}\p{N}_]+))?$/su.exec(
      scene.failure.message,
    )
  if (found === null || !scene.whole) return null
  const [, wrong = '', type = '', suggestion] = found
  const key = scene.parse(scene.file).descendantForIndex(scene.offset, scene.offset)
  if (key === null || key.text !== wrong) return null
  const propose = (name: string, certain: boolean) => ({
    title: writeName(wrong, name),
    certain,
    changes: [{ path: scene.file.path, start: key.startIndex, end: key.endIndex, text: name }],
  })
  const taken = keysOf(scene, key)
  const own = ownPackage(scene)
  const fields = membersOf(scene, typeInMessage(scene, type)).filter(
    ({ kind, depth, name, home }) =>
      kind === 'field' && depth === 0 && !taken.has(name) && (home.package === own || /^\p{Lu}/u.test(name)),
  )
  if (suggestion !== undefined)
    return taken.has(suggestion) ? null : { slots: { suggestion }, proposals: [propose(suggestion, true)] }
  const similar = similarNames(wrong, fields, ({ name }) => name)
  const meant = clearlyMeant(wrong, similar)
  const [best] = similar
  if (best === undefined) return null
  const side = misspeltSide(scene, wrong, best.name, best.of.home.package)
  const path = best.of.declared?.in.file?.path
  if (side === 'declaration' && path !== undefined) {
    const { at } = best.of
    const changes = [{ path, start: at, end: at + best.name.length, text: wrong }]
    return { proposals: [{ title: renameDeclaration(best.name, wrong), certain: false, changes }] }
  }
  return {
    slots: { suggestion: best.name },
    proposals: similar.slice(0, 3).map(({ name }) => propose(name, side === 'use' && name === meant?.name)),
  }
}

/** The fields that the literal gives already. */
function keysOf(scene: Scene, key: SyntaxNode): ReadonlySet<string> {
  const literal = nodeAround(scene, ['literal_value'], key.startIndex)
  const keys = (literal?.namedChildren ?? []).map(child =>
    child?.type === 'keyed_element' ? child.childForFieldName('key')?.text : undefined,
  )
  return new Set(keys.filter(name => name !== undefined))
}
