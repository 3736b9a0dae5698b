// What every renderer says of a finding, still without layout: the entry's words with the slots filled.

import type { PartName } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { fillSlots, slotNames } from './fill-slots.ts'

export interface FindingView {
  /** Markdown; '' when nothing is known. */
  readonly title: string
  /** A part of the entry in the language, Markdown; '' when it has none. */
  readonly part: (name: PartName) => string
}

/** The words of the finding's entry, filled from its failure. */
export function viewFinding(finding: Finding, language: Language): FindingView {
  const { entry, slots } = finding
  if (entry === null) return { title: '', part: () => '' }
  const names = slotNames(entry)
  return {
    title: fillSlots(entry.title[language], slots, names),
    part: name => fillSlots(entry.prose[language][name] ?? '', slots, names),
  }
}

/** The verified toolchains by tool, without the tool's name: `go1.22.12` is `1.22.12` of Go. */
export function splitVersions(verified: readonly string[]): {
  readonly go: readonly string[]
  readonly python: readonly string[]
} {
  const go: string[] = []
  const python: string[] = []
  for (const version of verified) {
    if (version.startsWith('go')) go.push(version.slice(2))
    else python.push(version.replace(/^[a-z]+-?/i, '')) // "python3.12.1", "cpython-3.12.1"
  }
  return { go, python }
}
