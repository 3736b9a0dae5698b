// The Go formats, in the order in which they are tried on a line.

import type { Reader } from '../reader.ts'
import { goBuild } from './go-build.ts'
import { goErrorStack } from './go-error-stack.ts'
import { goExit } from './go-exit.ts'
import { goLink } from './go-link.ts'
import { goModule } from './go-module.ts'
import { goPanic } from './go-panic.ts'
import { goRace } from './go-race.ts'
import { goRecovery } from './go-recovery.ts'
import { goTest } from './go-test.ts'
import { goroutineProfile } from './goroutine-profile.ts'
import { processExit } from './process-exit.ts'

/** Ordered: a message of the go command may look like one of the compiler, a line of a race report like one of a dump. */
export const goReaders: readonly Reader[] = [
  goTest,
  goRace,
  goRecovery,
  goModule,
  goLink,
  goBuild,
  goroutineProfile,
  goPanic,
  goErrorStack,
  processExit,
  goExit,
]
