// What a None that the failing line meets was meant to be, by where it comes from: one inspection for each source.

import type { Words } from '../../../model/language.ts'
import type { Inspect, Inspected, Scene } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { field, partsOf } from '../code/place.ts'
import { endsBy, gaveNone, setToNone, withoutDefault } from '../note-words.ts'
import { endsAlways, type NoneKind, type NoneSource, noneReturn, noneSource } from './none-source.ts'

const known = new WeakMap<object, NoneSource | null>()

/** Several entries ask the same of one failure. */
function sourceIn(scene: Scene): NoneSource | null {
  const before = known.get(scene.failure)
  if (before !== undefined) return before
  const found = noneSource(scene)
  known.set(scene.failure, found)
  return found
}

function noneOf(kinds: readonly NoneKind[]): Inspect {
  return scene => {
    const source = sourceIn(scene)
    return source === null || !kinds.includes(source.kind) ? null : answer(scene, source)
  }
}

function answer(scene: Scene, { node, file, used, kind, callee }: NoneSource): Inspected {
  const line = node.startPosition.row + 1
  const call = shownText(node.type === 'call' ? (field(node, 'function') ?? node) : node)
  const isHere = line === scene.line && file.path === scene.file.path
  const slots = { call, value: shownText(used), name: callee?.name ?? call }
  const place = { file: file.path, line }
  const text: Words = kind === 'unset' ? setToNone : kind === 'default' ? withoutDefault : gaveNone(call)
  const notes = isHere ? [] : [{ text, place }]
  if (callee === undefined) return { slots, notes }
  const back = noneReturn(callee.node)
  const body = field(callee.node, 'body')
  const end = endsAlways(body) && back !== null ? back : (partsOf(body).at(-1) ?? callee.node)
  const row = (endsAlways(body) ? end.startPosition.row : end.endPosition.row) + 1
  return {
    slots,
    notes: [
      ...notes,
      { text: endsBy(callee.name, endsAlways(body)), place: { file: callee.file.path, line: row } },
    ],
  }
}

/** `re.match(…)` that does not match. */
export const noneOfRegex = noneOf(['regex'])
/** `order.get("total")` without that key. */
export const noneOfGet = noneOf(['get'])
/** `os.environ.get("PORT")` where it is not set. */
export const noneOfEnvironment = noneOf(['environment'])
/** `cursor.fetchone()` without a row, `query.first()`. */
export const noneOfQuery = noneOf(['query'])
/** `soup.find("a")`, `root.find("total")` without such an element. */
export const noneOfFind = noneOf(['find'])
/** `rows = rows.sort()`, `random.shuffle(rows)`. */
export const noneOfChange = noneOf(['in-place'])
/** `print(…)` used as a value. */
export const noneOfPrint = noneOf(['print'])
/** A function of the project that ends without a value. */
export const noneOfFunction = noneOf(['function'])
/** A name or field that was set to None and to nothing else yet. */
export const noneOfStart = noneOf(['unset'])
/** A parameter whose default is None. */
export const noneOfDefault = noneOf(['default'])
