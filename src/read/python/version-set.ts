// What versions a requirement allows, as far as its bounds go: PEP 440 without local versions.

/** One end of a range; `with` says whether the version itself is inside. */
interface Bound {
  readonly version: Version
  readonly with: boolean
}

/** The span that a requirement allows; null: open at that end. */
export interface VersionRange {
  readonly low: Bound | null
  readonly high: Bound | null
}

/** The release and, behind it, what makes it come before or after: `2.0rc1`, `1.4.post1`. */
export interface Version {
  readonly release: readonly number[]
  /** Below 0: a pre-release, the earlier the lower; 0: a final release; above: a post-release. */
  readonly stage: number
}

// 2.0.1, 3.0rc1, 1.4.post2, 2024.1.dev3
const versionPattern =
  /^v?(\d{1,9}(?:\.\d{1,9}){0,8})(?:[._-]?(a|b|c|rc|alpha|beta|pre|preview|dev|post|r|rev)[._-]?(\d{1,6})?)?/i

/** A version's numbers; null when the text does not begin with one. Local parts and epochs are not looked at. */
export function parseVersion(text: string): Version | null {
  const match = versionPattern.exec(text.trim())
  if (!match) return null
  const release = (match[1] ?? '').split('.').map(Number)
  const number = Number(match[3] ?? 0) / 1e7
  const label = (match[2] ?? '').toLowerCase()
  if (label === '') return { release, stage: 0 }
  if (/^(?:post|r|rev)$/.test(label)) return { release, stage: 1 + number }
  const order = label === 'dev' ? -4 : label.startsWith('a') ? -3 : label.startsWith('b') ? -2 : -1
  return { release, stage: order + number }
}

/** Below 0 when `a` is older than `b`. */
export function compareVersions(a: Version, b: Version): number {
  for (let index = 0; index < Math.max(a.release.length, b.release.length); index++) {
    const difference = (a.release[index] ?? 0) - (b.release[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.stage - b.stage
}

/** The bounds of `>=1.6,<2` or of pip's `<2 and >=1.6`; `!=` says nothing about them. */
export function rangeOf(specifiers: string): VersionRange {
  let range: VersionRange = { low: null, high: null }
  // >=1.6,<2 | <2 and >=1.6 | ==1.8.*
  for (const clause of specifiers.slice(0, 1000).split(/,| and /)) {
    const match = /^\s*(===?|~=|<=|>=|<|>)\s*([\w.*+!-]{1,80})\s*$/.exec(clause)
    if (match) range = narrow(range, boundsOf(match[1] ?? '', match[2] ?? ''))
  }
  return range
}

function boundsOf(operator: string, text: string): VersionRange {
  const version = parseVersion(text)
  if (!version) return { low: null, high: null }
  const from = { version, with: true }
  const up: Version = { release: raised(version.release), stage: 0 }
  if (text.endsWith('.*'))
    return operator.startsWith('=') ? { low: from, high: { version: up, with: false } } : open
  if (operator.startsWith('==')) return { low: from, high: from }
  if (operator === '~=')
    return {
      low: from,
      high: { version: { release: raised(version.release.slice(0, -1)), stage: 0 }, with: false },
    }
  const end = { version, with: operator.endsWith('=') }
  return operator.startsWith('<') ? { low: null, high: end } : { low: end, high: null }
}

const open: VersionRange = { low: null, high: null }

function raised(release: readonly number[]): readonly number[] {
  return [...release.slice(0, -1), (release.at(-1) ?? 0) + 1]
}

function narrow(a: VersionRange, b: VersionRange): VersionRange {
  const low =
    a.low && b.low ? (compareVersions(a.low.version, b.low.version) >= 0 ? a.low : b.low) : (a.low ?? b.low)
  const high =
    a.high && b.high
      ? compareVersions(a.high.version, b.high.version) <= 0
        ? a.high
        : b.high
      : (a.high ?? b.high)
  return { low, high }
}

/** Whether all of `a` is older than all of `b`, so that no version is in both. */
export function isBelow(a: VersionRange, b: VersionRange): boolean {
  if (!a.high || !b.low) return false
  const order = compareVersions(a.high.version, b.low.version)
  return order < 0 || (order === 0 && !(a.high.with && b.low.with))
}

/** Whether a version lies within the bounds. */
export function isWithin(version: Version, { low, high }: VersionRange): boolean {
  const above = low === null ? 1 : compareVersions(version, low.version)
  const below = high === null ? -1 : compareVersions(version, high.version)
  return (
    (above > 0 || (above === 0 && low?.with === true)) && (below < 0 || (below === 0 && high?.with === true))
  )
}
