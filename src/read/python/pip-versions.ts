// Concludes why none of a package's versions will do, from pip's list of them and the lines around it.

import { nearPackage, packageOf } from './modules/package-of.ts'
import { compareVersions, isWithin, parseVersion, rangeOf } from './version-set.ts'

// ERROR: Could not find a version that satisfies the requirement acme-core>=5 (from acme-jobs) (from versions: 1.8.0, 2.1.0)
const notFound =
  /^ERROR: Could not find a version that satisfies the requirement ([A-Za-z0-9][\w.-]{0,200})(?:\[[^\]]{0,200}\])?([^(]{0,300})/
// (from versions: 1.8.0, 2.1.0, 3.0rc1)
const versionList = /\(from versions: ([^)]{1,100000})\)\s*$/
// ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >=3.99; 2.1 Requires-Python >=3.99
const otherPython =
  /^(?:ERROR: )?Ignored the following versions that require a different python version: (.{1,100000})$/
// ERROR: Ignored the following yanked versions: 1.9.0, 2.0.0
const yanked = /^(?:ERROR: )?Ignored the following yanked versions: (.{1,100000})$/
// WARNING: Ignoring version 5.0.5 of celery since it has invalid metadata:
const invalidMetadata = /^WARNING: Ignoring version (\S{1,80}) of (\S{1,200}) since it has invalid metadata:/
// requirements.txt, requirements-dev.txt, deps/base.in
const fileName = /^\S{1,200}\.(?:txt|in|lock|toml)$/

export const ignoredVersions = /^ERROR: Ignored the following /

/**
 * Sentences that signatures are matched against, the most telling first: `~ acme-core 2.1 is for Python >=3.12`,
 * `~ acme-core 2.0 was yanked`, `~ acme-core begins at 1.8`, `~ the metadata of acme-core 1.0 is refused`, `~ the package requests is one letter away from requets`, `~ acme-core 3.0rc1 is a pre-release`, `~ acme-core ends at 2.1.0`.
 */
export function concludeVersions(message: string, around: readonly string[]): readonly string[] {
  const [, name = '', rest = ''] = message.length > 200_000 ? [] : (notFound.exec(message) ?? [])
  if (name === '') return []
  if (fileName.test(name)) return [`~ ${name} is a file`]
  const range = rangeOf(rest.trim())
  const fits = (version: string) => {
    const parsed = parseVersion(version)
    return parsed !== null && isWithin(parsed, range)
  }
  let python: string | null = null
  let withdrawn: string | null = null
  let refused: string | null = null
  for (const line of around) {
    // WARNING: Ignoring version 5.0.5 of celery since it has invalid metadata:
    const [, bad = '', of = ''] = invalidMetadata.exec(line) ?? []
    if (of !== '' && fits(bad)) refused = `~ the metadata of ${of} ${bad} is refused`
    for (const item of (otherPython.exec(line)?.[1] ?? '').split('; ')) {
      // 2.0 Requires-Python >=3.99
      const [, version = '', wanted = ''] = /^(\S{1,80}) Requires-Python (\S.{0,100})$/.exec(item) ?? []
      if (version !== '' && fits(version)) python = `~ ${name} ${version} is for Python ${wanted}`
    }
    const gone = (yanked.exec(line)?.[1] ?? '').split(', ').filter(fits)
    if (gone.length > 0) withdrawn = `~ ${name} ${gone.at(-1)} was yanked`
  }
  const offered = (versionList.exec(message)?.[1] ?? '')
    .split(', ')
    .filter(version => parseVersion(version) !== null)
  const said = [refused, python, withdrawn].filter(text => text !== null)
  if (message.endsWith('(from versions: none)') && said.length === 0) return concludeName(name)
  return [...said, ...concludeOffers(name, rest.trim(), offered)]
}

/** The index has nothing of that name: it may be a module's, or a slip of a well-known package's. */
function concludeName(name: string): readonly string[] {
  const package_ = packageOf(name)
  if (package_?.origin === 'different')
    return [`~ the module ${name} comes with the package ${package_.name}`]
  const near = package_ === null ? nearPackage(name) : null
  return near === null ? [] : [`~ the package ${near} is one letter away from ${name}`]
}

/** pip sorts the versions, the newest last. */
function concludeOffers(name: string, specifiers: string, offered: readonly string[]): readonly string[] {
  const newest = offered.findLast(version => isFinal(version)) ?? offered.at(-1)
  if (newest === undefined) return []
  const range = rangeOf(specifiers)
  // ==3.0 asks for what 3.0rc1 comes before; >=2.5 for what 3.0rc1 would satisfy
  const preview = offered.findLast(version => {
    const parsed = parseVersion(version)
    if (!parsed || parsed.stage >= 0) return false
    return isWithin(parsed, range) || isWithin({ ...parsed, stage: 0 }, range)
  })
  const said = preview === undefined ? [] : [`~ ${name} ${preview} is a pre-release`]
  const last = parseVersion(newest)
  const beyond = last && range.low && compareVersions(last, range.low.version) < 0
  const oldest = offered[0] ?? newest
  const first = parseVersion(oldest)
  if (first && range.high && compareVersions(first, range.high.version) > 0)
    return [...said, `~ ${name} begins at ${oldest}`]
  return [...said, beyond ? `~ ${name} ends at ${newest}` : `~ ${name} has ${newest}`]
}

function isFinal(version: string): boolean {
  return (parseVersion(version)?.stage ?? -1) >= 0
}
