// A way to make a value of one type serve where another is wanted.

import type { TextChange } from '../../model/finding.ts'
import type { Words } from '../../model/language.ts'

/** One way to make a value fit. */
export interface Fit {
  readonly title: Words
  readonly certain: boolean
  /** What stands in the place of the expression. */
  readonly text: string
  /** Imports it needs. */
  readonly changes: readonly TextChange[]
}
