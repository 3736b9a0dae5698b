import { describe, expect, it } from 'vitest'
import { findToolchains } from './find-toolchains.ts'
import { prepareNeeds } from './prepare-needs.ts'
import { runProofs } from './run-programs.ts'
import { sampleEntry } from './sample-entry.ts'
import { recordsThirdParty } from './third-party-versions.ts'

const { found } = await findToolchains({ go: [''], python: [''] })
const go = found.find(({ tool }) => tool === 'go')
const python = found.find(({ tool }) => tool === 'python')
/** Small, without dependencies of its own, for every version. */
const pythonNeeds = ['itsdangerous==2.2.0']
const goNeeds = ['github.com/pkg/errors@v0.9.1']

const isThere = async (needs: readonly string[], toolchain: typeof go) =>
  toolchain !== undefined && 'toolchain' in (await prepareNeeds(needs, toolchain, { fetch: true }))
const [hasPython, hasGo] = [await isThere(pythonNeeds, python), await isThere(goNeeds, go)]

describe.skipIf(!hasPython)('a Python program with needs (skipped: no registry)', () => {
  const entry = sampleEntry(
    'python/bad-signature',
    {
      broken: 'from itsdangerous import Signer\n\nSigner("key").unsign("cart.forged")\n',
      fixed:
        'from itsdangerous import Signer\n\nsigner = Signer("key")\nsigner.unsign(signer.sign("cart"))\n',
    },
    { needs: pythonNeeds },
  )

  it('runs with the real package, whose files stand where an installed one has them', async () => {
    if (python === undefined) return
    const [result] = await runProofs([entry], python, { cache: null })
    expect(result?.skipped).toBeUndefined()
    const [broken, fixed] = result?.runs ?? []
    expect(broken?.output).toContain('itsdangerous.exc.BadSignature: Signature ')
    expect(broken?.output).toMatch(
      /File "\/usr\/local\/lib\/python3\.\d+\/site-packages\/itsdangerous\/signer\.py"/,
    )
    expect(fixed).toMatchObject({ exit: 0, output: '' })
  })

  it('is skipped when a package cannot be had, and says what pip said', async () => {
    if (python === undefined) return
    const told: string[] = []
    const impossible = await prepareNeeds(['itsdangerous==0.0.99'], python, {
      fetch: true,
      tell: ({ kind, detail }) => told.push(`${kind}: ${detail}`),
    })
    expect(impossible).toMatchObject({ skipped: 'unavailable' })
    expect(told).toEqual(['fetching: ', expect.stringMatching(/^failed: .*itsdangerous==0\.0\.99/)])
  })
})

it.skipIf(python === undefined)(
  'packages that are not there are not fetched unless that is asked for',
  async () => {
    if (python === undefined) return
    const entry = sampleEntry('python/x', { broken: '', fixed: '' }, { needs: ['itsdangerous==2.0.0'] })
    const [result] = await runProofs([entry], python, { cache: null })
    expect(result).toMatchObject({ skipped: 'unfetched', runs: [] })
  },
)

describe.skipIf(!hasGo)('a Go program with needs (skipped: no module proxy)', () => {
  it('runs in a module that requires the real package', async () => {
    if (go === undefined) return
    const main = (body: string) =>
      `package main\n\nimport "github.com/pkg/errors"\n\nfunc main() {\n\terr := errors.New("cart is empty")\n\t${body}\n}\n`
    const entry = sampleEntry(
      'go/wrapped',
      { broken: main('panic(errors.Wrap(err, "checkout"))'), fixed: main('_ = errors.Cause(err)') },
      { needs: goNeeds },
    )
    const [result] = await runProofs([entry], go, { cache: null })
    expect(result?.skipped).toBeUndefined()
    const [broken, fixed] = result?.runs ?? []
    expect(broken?.output).toContain('panic: ')
    expect(broken?.output).toContain('/home/dev/app/main.go:')
    expect(fixed).toMatchObject({ exit: 0, output: '' })
  })
})

describe('a server', () => {
  // It is reached at the address that the environment names, whatever its port is here; records show the usual one.
  const program = (variable: string) =>
    [
      'import os, socket',
      'from urllib.parse import urlsplit',
      `url = urlsplit(os.environ["${variable}"])`,
      'socket.create_connection((url.hostname, url.port)).close()',
      'print(url.geturl())',
      '',
    ].join('\n')

  it.skipIf(python === undefined).each([
    ['postgres', 'DATABASE_URL', 'postgres://shop:secret@127.0.0.1:5432/shop?sslmode=disable\n'],
    ['redis', 'REDIS_URL', 'redis://127.0.0.1:6379/0\n'],
  ] as const)('%s answers a program, or the proof is skipped', async (server, variable, printed) => {
    if (python === undefined) return
    const programs = { demo: program(variable), prints: printed }
    const entry = sampleEntry('python/served', programs, { server, kind: 'question' })
    const [result] = await runProofs([entry], python, { cache: null })
    if (result?.skipped === undefined) expect(result?.runs[0]).toMatchObject({ output: printed, exit: 0 })
    else expect(result.skipped).toBe('server')
  })
})

it('records third-party packages on few versions', () => {
  const toolchain = (tool: 'go' | 'python', version: string) =>
    recordsThirdParty({ tool, version, id: '', command: [], env: {}, folders: [] })
  expect(['3.8.18', '3.9.18', '3.11.7', '3.12.1', '3.13.0'].filter(v => toolchain('python', v))).toEqual([
    '3.9.18',
    '3.11.7',
    '3.13.0',
  ])
  expect(['1.19.13', '1.25.14', '1.26.8', '1.27.4'].filter(v => toolchain('go', v))).toEqual([
    '1.26.8',
    '1.27.4',
  ])
})
