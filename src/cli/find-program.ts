// Finds the program that a command names, as a shell would.

import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The file that `name` means: itself when it has a slash, else the first executable of `PATH`; null when there is none. */
export function findProgram(name: string, path: string | undefined): string | null {
  const candidates = name.includes('/')
    ? [name]
    : (path ?? '').split(delimiter).map(folder => join(folder || '.', name))
  return candidates.find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
