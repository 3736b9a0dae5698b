// The package as a user gets it: packed, installed into an empty place without development dependencies, run.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
let folder: string

describe('the packed package', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'faqtual-package-'))
    execFileSync(npm, ['pack', '--silent', '--pack-destination', folder], { stdio: 'pipe' })
    const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? ''
    const prefix = join(folder, 'prefix')
    execFileSync(
      npm,
      ['install', '--global', '--offline', '--prefix', prefix, '--omit=dev', join(folder, tarball)],
      {
        stdio: 'pipe',
      },
    )
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['faq', 'faqtual'])('gives the command %s', command => {
    const program = join(folder, 'prefix', 'bin', command)
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toMatch(/^faq \d+\.\d+\.\d+\n$/)
    const answer = execFileSync(program, ['why', '--json', 'undefined: total'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(JSON.parse(answer).findings[0]).toMatchObject({
      entry: 'go/undeclared-name',
      slots: { name: 'total' },
    })
  })

  it('needs no other package', () => {
    expect(readdirSync(join(folder, 'prefix', 'lib', 'node_modules'))).toEqual(['faqtual'])
  })
})
