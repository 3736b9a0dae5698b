// The Go formats, in the order in which they are tried on a line.

import type { Reader } from '../reader.ts'
import { goBuild } from './go-build.ts'
import { goModule } from './go-module.ts'
import { goPanic } from './go-panic.ts'

/** Ordered: a message of the go command may look like one of the compiler. */
export const goReaders: readonly Reader[] = [goModule, goBuild, goPanic]
