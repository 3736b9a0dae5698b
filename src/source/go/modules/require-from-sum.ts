// An import that no module of go.mod provides, where go.sum still knows the module and its version.

import type { Inspect, Scene } from '../../inspection.ts'
import { isBelow } from '../module.ts'
import { moduleOf } from '../packages.ts'
import { requireModule } from './words.ts'

interface Summed {
  readonly module: string
  readonly version: string
}

// golang.org/x/net v0.43.0 h1:lat02VYK2j4aLzMzecihNvTlJNQUq316m2Mr9rnM6YE=
const whole = /^(\S+) (v\S+) h1:/

/** The modules of go.sum whose code was downloaded, not their go.mod alone, that may hold the package. */
function summed(text: string, path: string): readonly Summed[] {
  const found: Summed[] = []
  for (const line of text.split('\n')) {
    const [, module = '', version = ''] = whole.exec(line) ?? []
    if (module !== '' && !version.endsWith('/go.mod') && isBelow(path, module))
      found.push({ module, version })
  }
  const longest = Math.max(0, ...found.map(({ module }) => module.length))
  return found.filter(({ module }) => module.length === longest)
}

export const requireFromSum: Inspect = (scene: Scene) => {
  const { path } = scene.slots
  const module = path === undefined ? null : moduleOf(scene)
  if (path === undefined || module === null) return null
  const inFolder = (name: string) => (module.folder === '' ? name : `${module.folder}/${name}`)
  const mod = scene.folder.open(inFolder('go.mod'))
  const sum = scene.folder.open(inFolder('go.sum'))
  if (mod === null || sum === null) return null
  const known = [...summed(sum.text, path)].sort((a, b) => compareVersions(b.version, a.version))
  const best = known[0]
  if (best === undefined || module.requirements.some(requirement => requirement.path === best.module))
    return null
  const change = { path: mod.path, ...requireChange(mod.text, best) }
  const title = requireModule(best.module, best.version)
  return { proposals: [{ title, certain: known.length === 1 && scene.whole, changes: [change] }] }
}

/** Where the line goes: in order into the first group of direct requirements, else as a line of its own. */
function requireChange(
  text: string,
  { module, version }: Summed,
): { start: number; end: number; text: string } {
  const lines = text.split('\n')
  let offset = 0
  let at: number | null = null
  let isIn = false
  for (const line of lines) {
    const next = offset + line.length + 1
    if (/^require\s*\(/.test(line) && at === null)
      isIn = !/\/\/ indirect/.test(text.slice(next).split(/^\)/m)[0]?.split('\n')[0] ?? '')
    else if (isIn && /^\)/.test(line)) {
      at ??= offset
      isIn = false
    } else if (
      isIn &&
      at === null &&
      (/\/\/ indirect/.test(line) || (line.trim().split(/\s/)[0] ?? '') > module)
    )
      at = offset
    offset = next
  }
  if (at !== null) return { start: at, end: at, text: `\t${module} ${version}\n` }
  const fresh = `require ${module} ${version}\n`
  // require golang.org/x/sys v0.45.0 // indirect
  const single = /^require\b/m.exec(text)
  if (single !== null) return { start: single.index, end: single.index, text: `${fresh}\n` }
  const end = text.trimEnd().length
  return { start: end, end: text.length, text: `\n\n${fresh}` }
}

/** By their numbers; a version before its release counts less. */
export function compareVersions(a: string, b: string): number {
  const parts = (version: string) =>
    /^v(\d+)\.(\d+)\.(\d+)(.*)$/.exec(version)?.slice(1) ?? ['0', '0', '0', '']
  const left = parts(a)
  const right = parts(b)
  for (let i = 0; i < 3; i++) {
    const difference = Number(left[i]) - Number(right[i])
    if (difference !== 0) return difference
  }
  const preA = left[3] ?? ''
  const preB = right[3] ?? ''
  if (preA === preB) return 0
  if (!preA.startsWith('-')) return 1
  if (!preB.startsWith('-')) return -1
  return preA < preB ? -1 : 1
}
