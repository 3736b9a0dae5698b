// Proving and recording as a reader and an author meet them, in processes of their own.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { findToolchains } from '../prove/find-toolchains.ts'
import { buildProgram } from './built-program.ts'

const program = buildProgram(['prove', 'records'])
const folder = mkdtempSync(join(tmpdir(), 'faq-prove-'))
cpSync(fileURLToPath(new URL('fixtures/kb', import.meta.url)), join(folder, 'kb'), { recursive: true })
afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true })
})

const { found } = await findToolchains({ go: [], python: [] })
const has = (tool: string) => found.some(toolchain => toolchain.tool === tool)
// The tools find themselves through the reader's environment; the cache is this test's own.
const env = {
  ...(process.env as Record<string, string>),
  XDG_CACHE_HOME: join(folder, 'cache'),
  NO_COLOR: '1',
}
const run = (...args: string[]) => program.run(args, { cwd: folder, env })

test('prove without an entry says what it needs', () => {
  expect(run('prove', '--lang', 'en')).toMatchObject({ code: 2, out: '' })
  expect(run('prove', '--lang', 'zh').err).toContain('prove 后面要写条目的 id')
})

describe.skipIf(!has('go'))('with Go (skipped: no Go on this machine)', () => {
  test('prove shows what ran, where, what it printed and that it holds', () => {
    const { code, out, err } = run('prove', 'go/undeclared-name', '--lang', 'en')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('broken: go build  exit code 1\n      | # example.com/app\n      | ./main.go:')
    expect(out).toContain('✓ shows this failure first\n')
    expect(out).toContain('✓ ends well and shows no failure\n')
    expect(out).toMatch(/\n {2}go1\.\d+\S*\n/)
    expect(out).toMatch(/\n1 holds, 0 do not, 0 skipped\n$/)
  })

  test('prove speaks Chinese, and JSON to programs', () => {
    expect(run('prove', 'go/undeclared-name', '--lang', 'zh').out).toMatch(
      /\n1 个成立，0 个不成立，跳过 0 个\n$/,
    )
    const { proofs, missing } = JSON.parse(run('prove', 'go/undeclared-name', '--json').out)
    expect(proofs).toMatchObject([
      { entry: 'go/undeclared-name', holds: true, steps: [{ role: 'broken' }, {}] },
    ])
    expect(missing).toEqual([])
  })

  test('a version that cannot be had is told, counted as skipped, and no crash', () => {
    const { code, out, err } = run('prove', 'go/undeclared-name', '--go', '0.9', '--lang', 'en')
    expect(code).toBe(2)
    expect(err).toContain('Go 0.9 is not on this machine and could not be fetched')
    expect(out).toBe('0 hold, 0 do not, 1 skipped\n')
  })

  test('records are the same when they are made again', () => {
    const version = found.find(({ tool }) => tool === 'go')?.version ?? ''
    const first = run('records', 'go/undeclared-name', '--go', version, '--lang', 'en')
    expect(first).toMatchObject({ code: 0, out: '' })
    expect(first.err).toMatch(/^go1\S+: (\d+) programs recorded, \1 changed\n$/)
    const [file = ''] = readdirSync(join(folder, 'records'))
    const text = readFileSync(join(folder, 'records', file), 'utf8')
    expect(text).toContain('{"entry":"go/undeclared-name","program":"broken","command":"go build","exit":1,')
    expect(run('records', 'go/undeclared-name', '--go', version, '--no-cache').err).toMatch(/\b0 changed\n$/)
    expect(readFileSync(join(folder, 'records', file), 'utf8')).toBe(text)
  })
})

// In the knowledge base of these tests, the program of go/unused-variable shows go/undeclared-name.
test.skipIf(!has('go') || !has('python'))(
  'prove --all gives a line to what holds and all steps to what does not (skipped: no Go or no Python here)',
  () => {
    const { code, out } = run('prove', '--all', '--lang', 'en')
    expect(code).toBe(1)
    expect(out).toMatch(/^✓ holds {2}go\/undeclared-name {2}go1\S+\n/)
    expect(out).toMatch(/\n✓ holds {2}python\/key-missing {2}python\S+\n/)
    expect(out).toContain('    ✗ shows go/undeclared-name first\n')
    expect(out).toMatch(/\n2 hold, 1 does not, 0 skipped\n$/)
  },
)

test.skipIf(!has('go'))('records leaves out what does not hold, and says why (skipped: no Go here)', () => {
  const { code, err } = run(
    'records',
    'go/unused-variable',
    '--go',
    found.find(t => t.tool === 'go')?.version ?? '',
  )
  expect(code).toBe(1)
  expect(err).toContain('✗ shows go/undeclared-name first')
  expect(err).toMatch(/: 0 programs recorded, 0 changed\n$/)
})
