// `"say "hi" now"`, `'it's'`: a quote inside of the text ends the string.

import type { Inspect } from '../../inspection.ts'
import { caretOf } from './caret.ts'

export const quoteInside: Inspect = scene => {
  const caret = caretOf(scene)
  const { bad, before } = caret ?? {}
  return bad?.kind === 'name' &&
    before?.kind === 'string' &&
    before.end === bad.start &&
    before.unclosed === undefined
    ? {}
    : null
}
