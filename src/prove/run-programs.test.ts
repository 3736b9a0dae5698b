import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Entry } from '../model/entry.ts'
import { findToolchains } from './find-toolchains.ts'
import type { ProofResult } from './program.ts'
import { openProofCache } from './proof-cache.ts'
import { runProofs } from './run-programs.ts'
import { sampleEntry } from './sample-entry.ts'

const { found, missing } = await findToolchains({ go: [''], python: ['', '0.1'] })
const go = found.find(({ tool }) => tool === 'go')
const python = found.find(({ tool }) => tool === 'python')
const folder = await mkdtemp(join(tmpdir(), 'faqtual-cache-'))
const cache = openProofCache(folder)
afterAll(() => rm(folder, { recursive: true }))

const fine = 'package main\n\nfunc main() {}\n'
const byId = (results: readonly ProofResult[]) => new Map(results.map(result => [result.entry, result]))

it('reports a toolchain that is not there', () => {
  expect(missing.find(({ version }) => version === '0.1')).toMatchObject({
    tool: 'python',
    reason: 'version',
  })
})

describe.skipIf(go === undefined)('Go programs (skipped: no Go on this machine)', async () => {
  const entries: readonly Entry[] = [
    sampleEntry('go/undeclared', { broken: 'package main\n\nfunc main() { total() }\n', fixed: fine }),
    sampleEntry('go/unknown-package', {
      broken: 'package main\n\nimport "fmtt"\n\nfunc main() {}\n',
      fixed: fine,
    }),
    sampleEntry('go/exit', {
      broken: 'package main\n\nimport "os"\n\nfunc main() { os.Exit(3) }\n',
      fixed: fine,
    }),
    sampleEntry('go/no-main', { broken: 'package main\n\nfunc other() {}\n', fixed: fine }),
    sampleEntry('go/two-files', {
      'broken/main.go': 'package main\n\nfunc main() { stop() }\n',
      'broken/stop.go': 'package main\n\nfunc stop() { panic("closed") }\n',
      fixed: fine,
    }),
    sampleEntry('go/own-module', {
      'broken/go.mod': 'module example.com/shop\n\ngo 1.18\n',
      'broken/main.go': 'package main\n\nimport _ "example.com/shop/cart"\n\nfunc main() {}\n',
      fixed: fine,
    }),
    sampleEntry('go/vetted', { broken: fine, fixed: fine }, { run: 'go vet ./...' }),
    sampleEntry('go/other-command', { broken: fine, fixed: fine }, { run: 'sh -c true' }),
    sampleEntry('go/future', { broken: fine, fixed: fine }, { range: '>=99.1' }),
    sampleEntry('go/further', {
      broken: 'package main\n\nfunc main() { total() }\n',
      fixed: fine,
      'also/exit/main.go': 'package main\n\nimport "os"\n\nfunc main() { os.Exit(4) }\n',
      'also/shop/main.go': 'package main\n\nimport "example.com/app/cart"\n\nfunc main() { cart.Add() }\n',
      'also/shop/cart/cart.go': 'package cart\n',
      'also/future/main.go >=99.1': fine,
    }),
    sampleEntry('go/demo', {
      demo: 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(1); println(2) }\n',
    }),
    sampleEntry('python/other-tool', { broken: '1/0\n', fixed: '' }),
  ]
  const results = go === undefined ? new Map() : byId(await runProofs(entries, go, { cache: null }))
  const runOf = (id: string, role = 'broken') =>
    results.get(id)?.runs.find((run: { readonly role: string }) => run.role === role)

  it('print what their author would see, although they were built together', () => {
    expect(runOf('go/undeclared')).toMatchObject({
      command: 'go build',
      exit: 1,
      output: '# example.com/app\n./main.go:3:15: undefined: total\n',
    })
    expect(runOf('go/exit')).toMatchObject({ command: 'go run .', exit: 1, output: 'exit status 3\n' })
    expect(runOf('go/no-main')?.output).toMatch(/^# example\.com\/app\n.*function main is undeclared/)
  })

  it('do not keep each other from being built, whatever is wrong with one', () => {
    expect(runOf('go/unknown-package')).toMatchObject({ command: 'go run .', exit: 1 })
    expect(runOf('go/unknown-package')?.output).toMatch(/^main\.go:3:8: package fmtt is not in /)
  })

  it('may have several files, or a module of their own', () => {
    expect(runOf('go/two-files')?.output).toContain('panic: closed')
    expect(runOf('go/two-files')?.output).toContain('\t/home/dev/app/stop.go:3')
    expect(runOf('go/own-module')?.output).toContain(
      'no required module provides package example.com/shop/cart',
    )
  })

  it('are each a program of its own when a failure has several', () => {
    expect(results.get('go/further')?.runs).toMatchObject([
      {
        role: 'broken',
        command: 'go build',
        output: '# example.com/app\n./main.go:3:15: undefined: total\n',
      },
      { role: 'also/exit', command: 'go run .', exit: 1, output: 'exit status 4\n' },
      { role: 'also/shop', output: '# example.com/app\n./main.go:5:20: undefined: cart.Add\n' },
      { role: 'fixed', exit: 0 },
    ])
  })

  it('run when fixed only where building proves too little', () => {
    expect(runOf('go/undeclared', 'fixed')).toMatchObject({ command: 'go build', exit: 0 })
    expect(runOf('go/exit', 'fixed')).toMatchObject({ command: 'go run .', exit: 0 })
  })

  it('are run by their own command, if that is go or python', () => {
    expect(runOf('go/vetted')).toMatchObject({ command: 'go vet ./...', exit: 0 })
    expect(results.get('go/other-command')).toMatchObject({ runs: [], skipped: 'command' })
  })

  it('are left out on versions that the proof does not claim, and on other tools', () => {
    expect(results.get('go/future')).toMatchObject({ runs: [], skipped: 'range' })
    expect(results.has('python/other-tool')).toBe(false)
  })

  it('are compared by standard output alone when they are demos', () => {
    expect(runOf('go/demo', 'demo')).toMatchObject({ exit: 0, output: '1\n' })
  })

  it('are measured when they are advice', async () => {
    const benchmark = (size: number) =>
      `package advice\n\nimport "testing"\n\nvar sink []byte\n\nfunc BenchmarkMake(b *testing.B) {\n\tfor i := 0; i < b.N; i++ {\n\t\tsink = make([]byte, ${size})\n\t}\n}\n`
    const advice = sampleEntry('go/advice', { before: benchmark(1024), after: benchmark(512) })
    const [result] = go === undefined ? [] : await runProofs([advice], go, { cache: null })
    expect(result?.runs.map(({ measured }) => measured?.BenchmarkMake?.bytes)).toEqual([1024, 512])
  })
})

describe.skipIf(python === undefined)('Python programs (skipped: no Python on this machine)', () => {
  const divide = sampleEntry('python/divide', {
    broken: 'import sys\nprint("rate")\n1 / 0\n',
    fixed: 'print(1)\n',
  })

  it('run in a folder of their own without a trace of this machine', async () => {
    const [result] = python === undefined ? [] : await runProofs([divide], python, { cache: null })
    expect(result?.runs).toMatchObject([
      { role: 'broken', command: 'python main.py', exit: 1 },
      { role: 'fixed', exit: 0, output: '1\n' },
    ])
    expect(result?.runs[0]?.output).toMatch(
      /^rate\nTraceback .*\n {2}File "\/home\/dev\/app\/main\.py", line 3/,
    )
  })

  it('run once, then come from the cache until they change', async () => {
    if (python === undefined) return
    const first = await runProofs([divide], python, { cache })
    const started = Date.now()
    expect(await runProofs([divide], python, { cache })).toEqual(first)
    expect(Date.now() - started).toBeLessThan(500)
    const changed = sampleEntry('python/divide', { broken: '[].pop()\n', fixed: 'print(1)\n' })
    const [again] = await runProofs([changed], python, { cache })
    expect(again?.runs[0]?.output).toContain('IndexError')
  })

  it('may not write outside their folder', async () => {
    if (python === undefined) return
    const escaping = sampleEntry('python/escaping', { 'broken/../main.py': '' })
    await expect(runProofs([escaping], python, { cache: null })).rejects.toThrow('outside its folder')
  })
})
