// Finds Go: the one on PATH, or any version that its `GOTOOLCHAIN` can fetch.

import { mkdir, readlink, rename, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { inheritedEnvironment } from './inherited-environment.ts'
import { runCommand } from './run-command.ts'
import type { MissingToolchain, Toolchain } from './toolchain.ts'

/** The last patch of each minor, from https://go.dev/doc/devel/release; a version asked for by minor becomes this. */
const latestPatch: Readonly<Record<string, string>> = {
  '1.18': '1.18.10',
  '1.19': '1.19.13',
  '1.20': '1.20.14',
  '1.21': '1.21.13',
  '1.22': '1.22.12',
  '1.23': '1.23.12',
  '1.24': '1.24.13',
  '1.25': '1.25.14',
  '1.27': '1.27.4',
}

/** What `--go all` means: every minor that signatures know, '' standing for the one on PATH. */
export const goVersions: readonly string[] = [
  '1.19',
  '1.20',
  '1.21',
  '1.22',
  '1.23',
  '1.24',
  '1.25',
  '',
  '1.27',
]

const executable = process.platform === 'win32' ? 'go.exe' : 'go'

/** Go in `version`: a minor, a whole version, or '' for the one on PATH. Fetches it where Go itself would. */
export async function findGo(version: string): Promise<Toolchain | MissingToolchain> {
  const inherited = inheritedEnvironment()
  const local = await askGo({ ...inherited, GOTOOLCHAIN: 'local' })
  if (typeof local === 'string') return { tool: 'go', version, reason: 'absent', detail: local }
  if (version === '' || local.version === version || local.version.startsWith(`${version}.`))
    return toolchainOf(local)
  const wanted = latestPatch[version] ?? version
  const fetched = await askGo({ ...inherited, GOTOOLCHAIN: `go${wanted}` })
  if (typeof fetched === 'string') return { tool: 'go', version, reason: 'version', detail: fetched }
  // A Go before 1.21 ignores GOTOOLCHAIN and answers for itself.
  if (fetched.version !== wanted) return { tool: 'go', version, reason: 'version', detail: '' }
  return toolchainOf(fetched)
}

const asked = ['GOVERSION', 'GOROOT', 'GOCACHE', 'GOMODCACHE', 'CGO_ENABLED', 'CC'] as const

interface GoEnvironment {
  readonly version: string
  readonly root: string
  readonly buildCache: string
  readonly moduleCache: string
  readonly race: boolean
}

async function askGo(env: Readonly<Record<string, string>>): Promise<GoEnvironment | string> {
  const options = { cwd: tmpdir(), env, timeLimit: 300_000, network: true }
  const result = await runCommand(['go', 'env', ...asked], { ...options, apart: true })
  if (result.exit !== 0) return result.errors.trim().split('\n').at(-1)?.trim() ?? ''
  const [version = '', root = '', buildCache = '', moduleCache = '', cgo, cc = 'cc'] =
    result.output.split(/\r?\n/)
  const compiler = cgo === '1' && (await runCommand([...cc.split(' '), '--version'], options)).exit === 0
  return { version: version.replace(/^go/, ''), root, buildCache, moduleCache, race: compiler }
}

async function toolchainOf(go: GoEnvironment): Promise<Toolchain> {
  const root = await rootOutsideModules(go)
  return {
    tool: 'go',
    // go1.27rc1, go1.26.8-X:nocoverageredesign
    version: go.version.replace(/[^\d.].*$/, ''),
    id: `go${go.version.replace(/[^\w.]/g, '_')}`,
    // Its own command, not the switch through GOTOOLCHAIN: faster, and it works without a network.
    command: [join(root, 'bin', executable)],
    env: {
      GOROOT: root,
      GOENV: 'off',
      GOFLAGS: '',
      GOTOOLCHAIN: 'local',
      GOPROXY: 'off',
      GOSUMDB: 'off',
      GOWORK: 'off',
      GOCACHE: go.buildCache,
      GOMODCACHE: go.moduleCache,
    },
    folders: [
      [root, '/usr/local/go'],
      [go.root, '/usr/local/go'],
      [go.moduleCache, '/home/dev/go/pkg/mod'],
      [go.buildCache, '/home/dev/.cache/go-build'],
    ],
    race: go.race,
  }
}

/**
 * A fetched Go stands in the module cache, and 1.19 takes it for a module there: an unknown package of the standard
 * library then reads `import "": import of unknown directory`. Through a link it prints what an installed Go prints.
 */
async function rootOutsideModules({ root, moduleCache, version }: GoEnvironment): Promise<string> {
  if (moduleCache === '' || !root.startsWith(moduleCache + sep)) return root
  const folder = join(cacheFolder(), 'go')
  const link = join(folder, version)
  try {
    await mkdir(folder, { recursive: true })
    if ((await readlink(link).catch(() => '')) === root) return link
    // Made beside and moved over the old one: another process may be running through it.
    const draft = `${link}.${process.pid}`
    await symlink(root, draft, 'junction')
    await rename(draft, link)
    return link
  } catch {
    return root
  }
}
