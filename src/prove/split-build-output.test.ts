import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitBuildOutput } from './split-build-output.ts'

const many = readFileSync(new URL('fixtures/go1.26.8-build-many.txt', import.meta.url), 'utf8')

describe('the output of one build of many packages', () => {
  const sections = splitBuildOutput(many, 'example.com/proof')

  it('has a section for each package that failed, and none for the others', () => {
    expect([...sections.keys()]).toEqual(['p/go-undeclared-name.broken', 'p/go-unused-import.broken'])
  })

  it('reads as if each package had been built alone', () => {
    expect(sections.get('p/go-unused-import.broken')).toBe(
      [
        '# example.com/app',
        './main.go:3:8: "os" imported and not used',
        './main.go:6:18: cannot use "3" (untyped string constant) as int value in variable declaration',
        '',
      ].join('\n'),
    )
  })

  it('is empty when everything built', () => {
    expect(splitBuildOutput('', 'example.com/proof').size).toBe(0)
  })
})
