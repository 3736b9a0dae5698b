// On which toolchains programs that need third-party packages are recorded.

import { inRange } from '../model/version-range.ts'
import type { Toolchain } from './toolchain.ts'

// What a library says hardly depends on the toolchain, and each costs a download: the ends of what is in use, and
// what most people have.
const versions = { go: '>=1.26', python: '3.9 || 3.11 || 3.13' } as const

/** Whether records of third-party packages are made on `toolchain` without it being named. */
export function recordsThirdParty({ tool, version }: Toolchain): boolean {
  return inRange(version, versions[tool])
}
