// Concludes which two requirements exclude each other, from the lines under pip's "The conflict is caused by".

import { isBelow, rangeOf, type VersionRange } from './version-set.ts'

/** A requirement and who has it: one line of pip's explanation. */
export interface Demand {
  /** `acme-api 3.4.0`; null: the user, on the command line or in a requirements file. */
  readonly by: string | null
  readonly constraint: boolean
  /** The package that it is about. */
  readonly on: string
  /** As a requirement is written: `acme-core<2,>=1.6`. */
  readonly wanted: string
  readonly range: VersionRange
}

// acme-api 3.4.0 depends on acme-core<2 and >=1.6
const dependency = /^(\S{1,200} \S{1,80}) depends on (\S.*)$/
// The user requested acme-core==1.8.0     The user requested (constraint) acme-core<2
const request = /^The user requested (\(constraint\) )?(\S.*)$/
// acme-core[redis]<2 and >=1.6; python_version < "3.12"     acme-core 1.8.0 (from /srv/acme-core)     acme-core 1.8.0
const requirement = /^([A-Za-z0-9][\w.-]{0,200})(?:\[[^\]]{0,200}\])?\s*([^;(]{0,400})/

/** The most lines looked at: a long backtracking lists hundreds. */
const mostDemands = 60

/**
 * What excludes what, in a sentence that signatures are matched against, the one that allows only older versions
 * first: `~ conflict over acme-core: acme-api 3.4.0 allows acme-core<2,>=1.6; acme-worker 0.9.1 needs acme-core>=2.0`.
 * None when no two of the requirements exclude each other by their bounds.
 */
export function concludeConflict(details: readonly string[]): readonly string[] {
  return findConflict(details.slice(0, mostDemands).flatMap(readDemand))
}

/** The same of requirements that another tool's words told. */
export function findConflict(demands: readonly Demand[]): readonly string[] {
  for (const old of demands) {
    for (const young of demands) {
      if (old.on !== young.on || !isBelow(old.range, young.range)) continue
      if (old.by !== null && old.by.split(' ')[0] === young.by?.split(' ')[0]) continue
      return [tellConflict(old, young)]
    }
  }
  return []
}

function tellConflict(old: Demand, young: Demand): string {
  const over = `~ conflict over ${old.on}:`
  if (old.by !== null && young.by !== null)
    return `${over} ${old.by} allows ${old.wanted}; ${young.by} needs ${young.wanted}`
  const yours = old.by === null ? old : young
  const other = old.by === null ? young : old
  if (other.by === null) return `${over} you ask for ${old.wanted} and for ${young.wanted}`
  const who = yours.constraint ? 'a constraint allows' : 'you ask for'
  return `${over} ${who} ${yours.wanted}; ${other.by} wants ${other.wanted}`
}

function readDemand(line: string): readonly Demand[] {
  if (line.length > 1000) return []
  const [, by = null, needed] = dependency.exec(line) ?? []
  const [, constraint, asked] = by === null ? (request.exec(line) ?? []) : []
  const [, on = '', rest = ''] = requirement.exec(needed ?? asked ?? '') ?? []
  return on === '' ? [] : [demandOf(by, on, rest, constraint !== undefined)]
}

/** Who wants which versions of `on`, as pip writes them: `<2 and >=1.6`. */
export function demandOf(by: string | null, on: string, clauses: string, constraint = false): Demand {
  const trimmed = clauses.trim().replace(/,$/, '')
  // acme-core 1.8.0 (from /srv/acme-core): a file or folder has one version
  const specifiers = /^\d/.test(trimmed) ? `==${trimmed}` : trimmed.replaceAll(' and ', ',')
  const name = on.toLowerCase().replace(/[-_.]+/g, '-')
  return { by, constraint, on: name, wanted: on + specifiers, range: rangeOf(specifiers) }
}
