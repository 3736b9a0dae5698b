// Where the value of the failing line was given, when that is another line and nothing more is known of it.

import type { Inspect } from '../../inspection.ts'
import { shownText } from '../code/expressions.ts'
import { usedValues } from '../code/used-values.ts'
import { originsOf } from '../code/value-origin.ts'
import { gotHere } from '../note-words.ts'

export const givenHere: Inspect = scene => {
  if (!scene.whole) return null
  const [used, other] = usedValues(scene)
  if (used === undefined || other !== undefined || !['identifier', 'attribute'].includes(used.type))
    return null
  const [origin] = originsOf(scene, used)
  if (origin === undefined || origin.node.id === used.id) return null
  const place = { file: origin.file.path, line: origin.node.startPosition.row + 1 }
  if (place.line === scene.line && place.file === scene.file.path) return null
  return { notes: [{ text: gotHere(shownText(used)), place }] }
}
