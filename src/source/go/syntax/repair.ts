// A mistake of syntax: how it is recognised, and what was probably meant.

import type { Slots } from '../../../model/finding.ts'
import type { Words } from '../../../model/language.ts'
import type { Change } from '../../inspection.ts'
import type { GoCode } from './go-code.ts'

/** One way in which the code may have been meant. */
export interface Repair {
  readonly title: Words
  readonly changes: readonly Change[]
  /** It is what was meant, if the code is accepted after it. */
  readonly certain: boolean
  /** What the answer may say of it. */
  readonly slots?: Slots
  /** The compiler's words tell this form of the mistake well enough. */
  readonly isTold?: true
}

/** The repairs worth trying at the fault, best first; none when it is not this mistake. */
export type FindRepairs = (code: GoCode) => readonly Repair[]
