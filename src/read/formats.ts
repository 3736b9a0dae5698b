// The table of input formats, in the order in which they are tried on a line.

import type { Failure } from '../model/failure.ts'
import { goReaders } from './go/readers.ts'
import { relateGo } from './go/relate.ts'
import { pythonReaders } from './python/readers.ts'
import { relatePython } from './python/relate.ts'
import type { Reader } from './reader.ts'

export const readers: readonly Reader[] = [...goReaders, ...pythonReaders]

/** Folds what is only a consequence under its root cause. */
export function relate(failures: readonly Failure[]): readonly Failure[] {
  return relatePython(relateGo(failures))
}
