// The inspections of names and types, on small programs and what the compiler printed for them.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openParse } from '../../cli/inspect-sources.ts'
import { failureOf } from '../../model/failure.ts'
import { folderOfFiles, noDependencies, sourceFileOf } from '../../model/source.ts'
import type { Scene } from '../inspection.ts'
import { offsetIn } from '../line-offsets.ts'
import { applyChanges } from '../unified-diff.ts'
import { nameInspections } from './name-inspections.ts'

interface Case {
  readonly inspection: string
  readonly title: string
  readonly certain: boolean
  readonly source: string
  readonly output: string
  /** Null where the edit only has to be there. */
  readonly mended: string | null
}

const fixture = new URL('fixtures/names-and-types.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(fixture, 'utf8')) as { readonly cases: readonly Case[] }
const parse = await openParse(new Set(['go']), 'node_modules/@vscode/tree-sitter-wasm/wasm')

function sceneOf({ source, output }: Pick<Case, 'source' | 'output'>): Scene {
  const [first = '', ...rest] = output.split('\n')
  // ./main.go:7:14: undefined: totl
  const [, line = '', column = '', message = ''] = /^\.\/main\.go:(\d+):(\d+): (.*)$/.exec(first) ?? []
  const details = rest
    .slice(
      0,
      rest.findIndex(detail => !detail.startsWith('\t')),
    )
    .map(detail => detail.trim())
  const file = sourceFileOf('main.go', source)
  return {
    failure: failureOf({ tool: 'go', format: 'go-build', message, details }),
    slots: {},
    file,
    whole: true,
    line: Number(line),
    offset: offsetIn(file, Number(line), Number(column)),
    folder: folderOfFiles([file]),
    dependencies: noDependencies,
    parse: ({ text }) => parse('go', text),
  }
}

describe('the inspections of names and types', () => {
  it.each(cases.map(one => [`${one.inspection}: ${one.title}`, one] as const))('mend %s', (_, one) => {
    const found = nameInspections[one.inspection]?.(sceneOf(one))
    const [first] = found?.proposals ?? []
    expect(first?.certain).toBe(one.certain)
    if (one.mended !== null) expect(applyChanges(one.source, first?.changes ?? [])).toBe(one.mended)
  })

  it('say nothing of a message that is not theirs, and of a file that is known by one line alone', () => {
    for (const one of cases) {
      const scene = sceneOf(one)
      for (const inspect of Object.values(nameInspections)) {
        expect(
          inspect({ ...scene, failure: failureOf({ tool: 'go', format: 'go-build', message: 'x' }) }),
        ).toBeNull()
        expect(inspect({ ...scene, whole: false })).toBeNull()
      }
    }
  })

  it('survive a place that the file does not have', () => {
    for (const one of cases) {
      const scene = { ...sceneOf(one), offset: 100_000, line: 9000 }
      for (const inspect of Object.values(nameInspections)) expect(() => inspect(scene)).not.toThrow()
    }
  })
})
