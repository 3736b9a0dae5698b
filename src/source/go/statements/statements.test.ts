import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../model/failure.ts'
import { folderOfFiles, noDependencies, type SourceFile, sourceFileOf } from '../../../model/source.ts'
import type { Inspected, Scene } from '../../inspection.ts'
import { offsetIn } from '../../line-offsets.ts'
import { applyChanges } from '../../unified-diff.ts'
import { moduleInspections } from '../modules/module-inspections.ts'
import { statementInspections } from './statement-inspections.ts'

const inspections = { ...statementInspections, ...moduleInspections }

interface Told {
  readonly message: string
  readonly line: number
  readonly column: number
  readonly details?: readonly string[]
  readonly slots?: Readonly<Record<string, string>>
}

function inspect(name: string, files: readonly SourceFile[], told: Told): Inspected | null {
  const [file] = files
  if (file === undefined) throw new Error('no file')
  const { message, line, column, details = [], slots = {} } = told
  const place = { file: file.path, line, column, unit: 'bytes' as const }
  const scene: Scene = {
    failure: failureOf({ tool: 'go', format: 'go-build', message, details, place }),
    slots,
    file,
    whole: true,
    line,
    offset: offsetIn(file, line, column),
    folder: folderOfFiles(files),
    dependencies: noDependencies,
    parse: () => {
      throw new Error('these inspections need no tree')
    },
  }
  return inspections[name]?.(scene) ?? null
}

/** The first edit applied to the first file, with whether it is certain. */
function mended(name: string, text: string, told: Told): { text: string; certain: boolean } | null {
  const found = inspect(name, [sourceFileOf('main.go', text)], told)
  const [first] = found?.proposals ?? []
  return first === undefined ? null : { text: applyChanges(text, first.changes), certain: first.certain }
}

const main = (...lines: readonly string[]) =>
  `package main\n\nfunc main() {\n${lines.map(line => `\t${line}\n`).join('')}}\n`

describe('statements', () => {
  // ./main.go:4:2: declared and not used: total
  it.each([
    ['a value', ['total := sum()'], ['_ = sum()']],
    ['one of two results', ['total, err := sum()', 'check(err)'], ['_, err := sum()', 'check(err)']],
    [
      'a variable that is assigned again',
      ['total := 1', 'total = 2'],
      ['total := 1', '_ = total', 'total = 2'],
    ],
    ['a declaration', ['var total int'], []],
  ])('discard an unused variable: %s', (_, wrong, right) => {
    const told = { message: 'declared and not used: total', line: 4, slots: { name: 'total' } }
    const column = wrong[0]?.startsWith('var') ? 6 : 2
    expect(mended('unused-variable', main(...wrong), { ...told, column })).toEqual({
      text: main(...right),
      certain: false,
    })
  })

  it('drop a value that a range does not use', () => {
    const told = { message: 'declared and not used: price', line: 4, column: 9, slots: { name: 'price' } }
    const found = mended('unused-variable', main('for i, price := range prices {', '\tuse(i)', '}'), told)
    expect(found?.text).toBe(main('for i := range prices {', '\tuse(i)', '}'))
  })

  // ./main.go:5:8: no new variables on left side of :=
  it('assign where nothing is new, certain only when the type surely stays', () => {
    const told = { message: 'no new variables on left side of :=', line: 5, column: 8 }
    expect(mended('nothing-new', main('total := sum(1)', 'total := sum(2)', 'use(total)'), told)).toEqual({
      text: main('total := sum(1)', 'total = sum(2)', 'use(total)'),
      certain: true,
    })
    expect(mended('nothing-new', main('total := 1', 'total := text()', 'use(total)'), told)?.certain).toBe(
      false,
    )
  })

  // ./main.go:5:2: status == "paid" (untyped bool value) is not used
  it('assign instead of comparing', () => {
    const told = { message: 'status == "paid" (untyped bool value) is not used', line: 5, column: 2 }
    expect(mended('comparison-as-statement', main('status := ""', 'status == "paid"'), told)).toEqual({
      text: main('status := ""', 'status = "paid"'),
      certain: true,
    })
  })

  // ./main.go:4:8: expression in defer must be function call
  it('call what is deferred', () => {
    const told = { message: 'expression in defer must be function call', line: 4, column: 8 }
    expect(mended('call-missing', main('defer file.Close'), told)).toEqual({
      text: main('defer file.Close()'),
      certain: true,
    })
  })

  // ./main.go:6:7: duplicate case 1 (constant of type int) in expression switch
  it('remove the second of two equal cases', () => {
    const told = {
      message: 'duplicate case 1 (constant of type int) in expression switch',
      line: 6,
      column: 10,
    }
    const wrong = main('switch n {', 'case 1:', 'case 2, 1:', '}')
    expect(mended('duplicate-case', wrong, told)).toEqual({
      text: main('switch n {', 'case 1:', 'case 2:', '}'),
      certain: false,
    })
  })

  // ./main.go:6:3: duplicate key "b" in map literal
  it('remove the second of two equal entries of a literal', () => {
    const wrong = main('fees := map[string]int{', '\t"a": 1,', '\t"a": 1,', '}')
    const told = { message: 'duplicate key "a" in map literal', line: 6, column: 3 }
    expect(mended('duplicate-element', wrong, told)).toEqual({
      text: main('fees := map[string]int{', '\t"a": 1,', '}'),
      certain: true,
    })
  })

  // ./main.go:6:6: load redeclared in this block
  it('remove a function that was pasted twice, with one empty line', () => {
    const load = 'func load() int {\n\treturn 1\n}\n'
    const told = { message: 'load redeclared in this block', line: 7, column: 6 }
    expect(mended('duplicate-declaration', `package main\n\n${load}\n${load}`, told)).toEqual({
      text: `package main\n\n${load}`,
      certain: true,
    })
  })

  // ./main.go:4:1: label next defined and not used     ./main.go:4:2: label total defined and not used
  it('remove a label, or make a declaration of it', () => {
    const told = { message: 'label next defined and not used', line: 4, column: 2 }
    expect(mended('unused-label', main('next:', 'for {', '}'), told)).toEqual({
      text: main('for {', '}'),
      certain: true,
    })
    const colon = mended('unused-label', main('next : load()', 'use(next)'), told)
    expect(colon).toEqual({ text: main('next := load()', 'use(next)'), certain: true })
  })

  // ./main.go:5:3: break is not in a loop, switch, or select
  it('leave a function with return', () => {
    const told = { message: 'break is not in a loop, switch, or select', line: 5, column: 3 }
    expect(mended('misplaced-branch', main('if done {', '\tbreak', '}'), told)?.text).toBe(
      main('if done {', '\treturn', '}'),
    )
  })
})

describe('returns', () => {
  const load = (...lines: readonly string[]) =>
    `package main\n\nfunc load(id int) (string, error) {\n${lines.map(line => `\t${line}\n`).join('')}}\n`
  const count = (message: string, have: string, want: string, line: number): Told => ({
    message,
    line,
    column: 9,
    details: [`have (${have})`, `want (${want})`],
  })

  it('get the value that is missing where only one place is free', () => {
    const told = count('not enough return values', 'error', 'string, error', 4)
    expect(mended('return-count', load('return err'), told)?.text).toBe(load('return "", err'))
    const value = count('not enough return values', 'string', 'string, error', 4)
    expect(mended('return-count', load('return name'), value)).toEqual({
      text: load('return name, nil'),
      certain: true,
    })
  })

  it('lose the value that fits no result', () => {
    const told = count('too many return values', 'string, error, bool', 'string, error', 4)
    expect(mended('return-count', load('return name, err, true'), told)).toEqual({
      text: load('return name, err'),
      certain: true,
    })
  })

  // ./main.go:5:1: missing return
  it('end with what the function has prepared', () => {
    const told = { message: 'missing return', line: 5, column: 1 }
    expect(mended('missing-return', load('var name string'), told)).toEqual({
      text: load('var name string', 'return name, nil'),
      certain: false,
    })
  })
})

describe('modules', () => {
  const mod = (text: string) => sourceFileOf('go.mod', text)
  const apply = (found: Inspected | null, text: string) =>
    applyChanges(text, found?.proposals?.[0]?.changes ?? [])

  // go.mod:5: unknown directive: requre     go.mod:3: invalid go version 'v1.21': must match format 1.23.0
  it.each([
    ['misspelt-directive', 'requre a.b/c v1.0.0', 'require a.b/c v1.0.0'],
    ['wrong-go-version', 'go v1.21', 'go 1.21'],
    ['wrong-go-version', 'toolchain 1.22.3', 'toolchain go1.22.3'],
    ['wrong-module-version', 'require a.b/c 1.6.0', 'require a.b/c v1.6.0'],
    ['line-form', 'require a.b/c@v1.6.0', 'require a.b/c v1.6.0'],
    ['line-form', 'replace a.b/c = ../c', 'replace a.b/c => ../c'],
  ])('%s: %s', (name, wrong, right) => {
    const text = `module a.b/d\n\n${wrong}\n`
    const found = inspect(name, [mod(text)], { message: '', line: 3, column: 1 })
    expect(apply(found, text)).toBe(`module a.b/d\n\n${right}\n`)
  })

  it('a module that go.sum knows comes back into go.mod, in its place', () => {
    const text = 'module a.b/d\n\ngo 1.22\n\nrequire (\n\ta.b/c v1.0.0\n\tx.y/z v1.0.0\n)\n'
    const sum = 'golang.org/x/net v0.43.0 h1:lat0=\ngolang.org/x/net v0.43.0/go.mod h1:vhO1=\n'
    const files = [sourceFileOf('main.go', 'package main\n'), mod(text), sourceFileOf('go.sum', sum)]
    const told = { message: '', line: 1, column: 1, slots: { path: 'golang.org/x/net/html' } }
    const found = inspect('require-from-sum', files, told)
    expect(apply(found, text)).toBe(text.replace('\tx.y', '\tgolang.org/x/net v0.43.0\n\tx.y'))
    expect(found?.proposals?.[0]?.certain).toBe(true)
  })

  it('the one file of another package takes the name of the others', () => {
    const names = ['a.go', 'b.go', 'c.go', 'd.go']
    const files = names.map((name, i) => sourceFileOf(name, `package ${i === 3 ? 'stroe' : 'store'}\n`))
    const slots = { first: 'store', file: 'a.go', second: 'stroe', other: 'd.go', folder: '/home/dev/shop' }
    const found = inspect('package-of-folder', files, { message: '', line: 1, column: 1, slots })
    expect(found?.file).toBe('d.go')
    expect(found?.proposals?.[0]).toMatchObject({ certain: true, changes: [{ path: 'd.go', text: 'store' }] })
  })
})
