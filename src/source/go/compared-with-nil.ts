// `name == nil (mismatched types string and untyped nil)`: what an empty value of the type compares with.

import type { Inspected, Scene } from '../inspection.ts'
import { typeInMessage, underlyingOf } from './members.ts'
import { expressionOfMessage } from './message-expression.ts'
import { zeroOf } from './text-of-value.ts'
import type { Mismatch } from './type-messages.ts'
import { compareWith } from './words.ts'
import { writeType } from './written-type.ts'

/** Of a mismatch with nil on one side; null where nothing can be said. */
export function comparedWithNil(scene: Scene, told: Mismatch): Inspected | null {
  const type = told.left === 'untyped nil' ? told.right : told.left
  const node = expressionOfMessage(scene, told.expression)
  const nil = [node?.childForFieldName('left'), node?.childForFieldName('right')].find(
    side => side?.type === 'nil',
  )
  if (node === null || nil == null) return null
  const underlying = underlyingOf(scene, typeInMessage(scene, type)).text
  const replace = (text: string, certain: boolean) => ({
    proposals: [
      {
        title: compareWith(text),
        certain,
        changes: [{ path: scene.file.path, start: nil.startIndex, end: nil.endIndex, text }],
      },
    ],
  })
  // A bool is compared with nothing.
  const zero = underlying === 'bool' ? 'false' : zeroOf(underlying)
  if (zero !== null) return replace(zero, underlying !== 'bool')
  const written = writeType(scene, type)
  if (written === null || !underlying.startsWith('struct')) return null
  return replace(`(${written.text}{})`, false)
}
