// The command line as a reader meets it, in processes of its own.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { buildProgram, shop } from './built-program.ts'

const program = buildProgram(['why', 'explain', 'list', 'help', 'ask', 'completion'])
const folder = mkdtempSync(join(tmpdir(), 'faq-input-'))
afterAll(() => {
  program.remove()
  rmSync(folder, { recursive: true })
})
const { run } = program
const log = readFileSync(join(shop, 'build.log'))

describe('why', () => {
  test('a file, a pipe, a pipe without a verb and a bare file name give the same answer', () => {
    const asFile = run(['why', 'build.log'])
    expect(asFile).toMatchObject({ code: 0, err: '' })
    expect(asFile.out).toContain('undefined: total\n`total` is not declared  go/undeclared-name')
    expect(asFile.out).toContain(
      '> 7 │         fmt.Println("单价：", price, total)\n    │                                      ^^^^^',
    )
    expect(run(['why'], { input: log }).out).toBe(asFile.out)
    expect(run([], { input: log }).out).toBe(asFile.out)
    expect(run(['build.log']).out).toBe(asFile.out)
    expect(run(['why', '-'], { input: log }).out).toBe(asFile.out)
  })

  test('text on the command line is explained, also one that begins like an option', () => {
    expect(run(['why', 'undefined: total']).out).toContain('go/undeclared-name')
    expect(run(['undefined: total']).out).toContain('go/undeclared-name')
    expect(run(['why', '--- FAIL: TestTotal (0.00s)']).code).toBe(0)
  })

  test('gzip is recognised by its bytes, and several files are told apart', () => {
    const zipped = join(folder, 'old.log')
    writeFileSync(zipped, gzipSync(log))
    const { findings, inputs } = JSON.parse(run(['why', '--json', zipped, 'traceback.txt']).out)
    expect(inputs.map((i: { name: string }) => i.name)).toEqual([zipped, 'traceback.txt'])
    expect(findings.map((f: { input: number; entry: string }) => [f.input, f.entry])).toEqual([
      [0, 'go/undeclared-name'],
      [1, 'python/key-missing'],
    ])
  })

  test('a path of another machine is found below the source folder, nothing outside it is opened', () => {
    const [finding] = JSON.parse(run(['why', '--json', 'traceback.txt']).out).findings
    expect(finding.location).toEqual({ file: 'stock.py', line: 2, column: 12 })
    const outside = run(['why', '--src', folder, 'build.log']).out
    expect(outside).not.toContain('fmt.Println')
  })

  test.each(['json', 'markdown', 'terminal'])('the format %s is plain text in a pipe', format => {
    const { code, out } = run(['why', '--format', format, 'build.log'])
    expect(code).toBe(0)
    expect(out).not.toContain('\x1b')
    expect(out).toContain('undefined: total')
  })

  test('what cannot be read is said in both languages, ends in 2, and the rest is explained', () => {
    const binary = join(folder, 'program')
    writeFileSync(binary, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]))
    const cases: readonly (readonly [args: readonly string[], en: string, zh: string])[] = [
      [['missing.log'], 'there is no file “missing.log”', '找不到文件“missing.log”'],
      [['.'], '“.” is a folder', '“.”是目录'],
      [[binary], 'is binary data (ELF)', '是二进制数据（ELF）'],
      [['-'], 'the input is empty', '输入是空的'],
    ]
    for (const [args, en, zh] of cases) {
      const inEnglish = run(['why', ...args])
      expect(inEnglish).toMatchObject({ code: 2, out: '' })
      expect(inEnglish.err).toContain(en)
      expect(run(['why', ...args], { env: { LANG: 'zh_CN.UTF-8' } }).err).toContain(zh)
    }
    const both = run(['why', 'missing.log', 'build.log'])
    expect(both.code).toBe(2)
    expect(both.out).toContain('go/undeclared-name')
  })

  test('text without a failure is an answer too', () => {
    expect(run(['why'], { input: 'all is well\nnothing here\n' })).toMatchObject({ code: 0 })
  })
})

describe('manners', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, '没有声明'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'is not declared'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW' }, '没有声明'],
  ])('the environment %j chooses the language', (env, words) => {
    expect(run(['why', 'build.log'], { env }).out).toContain(words)
  })

  test('--lang beats the environment', () => {
    expect(run(['--lang', 'zh', 'why', 'build.log'], { env: { LANG: 'en' } }).out).toContain('没有声明')
  })

  test.each([
    [[], { FORCE_COLOR: '1' }, true],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [['--color=never'], { FORCE_COLOR: '1' }, false],
    [[], { NO_COLOR: '1' }, false],
    [[], {}, false],
  ] as const)('%j with %j: colours %s', (args, env, colored) => {
    expect(run(['why', ...args, 'build.log'], { env }).out.includes('\x1b[')).toBe(colored)
  })

  test('a wrong verb, option or value names the nearest right one and ends in 2', () => {
    expect(run(['explian', 'x'])).toMatchObject({ code: 2, out: '' })
    expect(run(['explian', 'x']).err).toContain('“explain”')
    expect(run(['why', '--fromat', 'json']).err).toContain('--format')
    expect(run(['why', '--format', 'yaml']).err).toContain('terminal, json, markdown')
    expect(run(['why', '--format']).err).toContain('needs a value')
    expect(run(['list', '--lang', 'zh', '--jsno']).err).toContain('你是不是想输入 --json？')
  })

  test('every verb has help with examples in both languages, without being run', () => {
    for (const verb of [
      'why',
      'run',
      'explain',
      'list',
      'ask',
      'prove',
      'new',
      'check',
      'records',
      'completion',
    ]) {
      for (const [lang, heading] of [
        ['en', 'Examples'],
        ['zh', '示例'],
      ]) {
        const { code, out } = run([verb, '--help', '--lang', lang ?? ''])
        expect(code).toBe(0)
        expect(out).toMatch(new RegExp(`${heading}\n  .*faq`))
      }
    }
    expect(run(['--version']).out).toBe('faq 0.0.0-test\n')
    expect(run(['--help']).out).toContain('go build ./... 2>&1 | faq')
  })

  test('a reader who has enough ends it quietly', () => {
    const { status, stderr } = spawnSync('sh', [
      '-c',
      `"${process.execPath}" "${program.file}" help why | true`,
    ])
    expect([status, stderr.toString()]).toEqual([0, ''])
  })
})

test('the compiled form of a verb is kept, and a damaged one is survived', () => {
  const cache = join(program.environment.HOME ?? '', '.cache/faqtual/why.v8')
  const first = run(['why', 'build.log'])
  const kept = readFileSync(cache)
  expect(run(['why', 'build.log'])).toEqual(first)
  expect(readFileSync(cache).equals(kept)).toBe(true)
  for (const damaged of [
    kept.subarray(0, 500),
    Buffer.concat([kept.subarray(0, 500), Buffer.alloc(5000, 7)]),
  ]) {
    writeFileSync(cache, damaged)
    expect(run(['why', 'build.log'])).toEqual(first)
  }
  const nowhere = run(['why', 'build.log'], { env: { HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/x' } })
  expect(nowhere).toEqual(first)
})

describe('explain and list', () => {
  test('a page is Markdown in a pipe', () => {
    const { code, out } = run(['explain', 'go/undeclared-name'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# `\{name\}` is not declared\n/)
    expect(out).toContain('```go\npackage main')
    expect(run(['explain', 'undeclared-name', '--lang', 'zh']).out).toContain('## 修复')
  })

  test('an unknown id names the nearest', () => {
    const { code, err } = run(['explain', 'go/undeclard-nam'])
    expect(code).toBe(2)
    expect(err).toContain('Nearest: go/undeclared-name')
  })

  test('the list is aligned by cells, and JSON on request', () => {
    expect(run(['list', 'go/', '--lang', 'zh']).out).toBe(
      'go/undeclared-name  报错  `{name}` 没有声明\ngo/unused-variable  报错  `{name}` 没有使用\n',
    )
    expect(JSON.parse(run(['list', '--json']).out)[2]).toEqual({
      id: 'python/key-missing',
      kind: 'failure',
      title: 'The dict has no key `{key}`',
    })
    expect(run(['list', '--ids', 'python/']).out).toBe('python/key-missing\n')
  })
})

test('ask answers with an entry, or says that nothing fits', () => {
  expect(run(['ask', 'dict', 'key']).out).toContain('python/key-missing')
  expect(run(['ask', '--json', 'zzzz']).out).toContain('"answers": []')
  expect(run(['ask', 'zzzz', '--lang', 'zh'])).toMatchObject({ code: 0 })
})

test.each(['bash', 'zsh', 'fish'])('completions for %s know the verbs and options', shell => {
  const { code, out } = run(['completion', shell])
  expect(code).toBe(0)
  for (const word of ['why', 'records', 'format', 'list --ids']) expect(out).toContain(word)
})
