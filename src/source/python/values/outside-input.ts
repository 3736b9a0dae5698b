// What a program expects of its surroundings and does not get: an environment variable, an argument on its command line.

import type { Inspect } from '../../inspection.ts'
import { field, nodesOnLine, partsOf } from '../code/place.ts'

/** `os.environ["DATABASE_URL"]` of a variable that is not set. */
export const environmentKey: Inspect = scene => {
  // KeyError: 'DATABASE_URL'
  if (!/^KeyError: '/.test(scene.failure.message)) return null
  const found = nodesOnLine(scene, ['subscript']).some(node =>
    /^(?:os\.)?environb?$/.test(field(node, 'value')?.text ?? ''),
  )
  return found ? {} : null
}

/** `sys.argv[1]` of a program that was started without arguments. */
export const argumentIndex: Inspect = scene => {
  if (!/^IndexError: list index out of range/.test(scene.failure.message)) return null
  const node = nodesOnLine(scene, ['subscript']).find(found =>
    /^(?:sys\.)?argv$/.test(field(found, 'value')?.text ?? ''),
  )
  const index = node === undefined ? undefined : partsOf(node)[1]?.text
  return index === undefined ? null : { slots: { index } }
}
