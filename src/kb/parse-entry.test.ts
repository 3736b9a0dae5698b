import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkEntries } from './check-entries.ts'
import { checkEntry } from './check-entry.ts'
import { newEntry } from './new-entry.ts'
import { parseEntry } from './parse-entry.ts'

const text = readFileSync('kb/go/nil-map-write.md', 'utf8')
const parse = (changed: string, id = 'go/nil-map-write') => parseEntry(id, `kb/${id}.md`, changed)
const faultsOf = (changed: string) =>
  checkEntry(parse(changed)).map(({ line, message }) => `${line}: ${message}`)
const lineOf = (part: string, of = text) => of.slice(0, of.indexOf(part)).split('\n').length

describe('an entry that is right', () => {
  it('has its front matter, parts and programs', () => {
    const { entry } = parse(text)
    expect(entry).toMatchObject({ id: 'go/nil-map-write', tool: 'go', kind: 'failure' })
    expect(Object.keys(entry.prose.zh)).toEqual(Object.keys(entry.prose.en))
    expect(entry.proof.files.map(({ role, name }) => `${role}/${name}`)).toEqual([
      'broken/main.go',
      'fixed/main.go',
    ])
  })

  it('may have further broken programs, each with files and a version range of its own', () => {
    const changed = `${text}
\`\`\`go also/cache >=1.21
package main
\`\`\`

\`\`\`go also/cache/store/store.go
package store
\`\`\`
`
    expect(faultsOf(changed)).toEqual([])
    expect(parse(changed).entry.proof.files.slice(2)).toEqual([
      { role: 'also', name: 'cache/main.go', text: 'package main\n', range: '>=1.21' },
      { role: 'also', name: 'cache/store/store.go', text: 'package store\n' },
    ])
  })

  it('keeps headings and fences inside programs as they are', () => {
    const changed = text.replace('package main', 'package main\n\n// ## en\n/*\n### Why\n*/')
    expect(parse(changed).entry.proof.files[0]?.text).toContain('### Why')
    expect(faultsOf(changed)).toEqual([])
  })
})

describe('a fault is named with its line', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['a missing Chinese title', '  zh: ', '  xx: ', 'title has en and zh'],
    ['an unknown key', 'kind: failure', 'kind: failure\nfoo: 1', "no key 'foo' is known"],
    ['a wrong kind', 'kind: failure', 'kind: error', 'kind is one of failure, question, advice'],
    ['a source that is no address', 'https://go.dev', 'go.dev', 'a source is an https address'],
    ['an unknown part', '### Fix', '### Solution', 'a part is called Why'],
    ['a part in one language only', '### 原因', '### 怎么做', 'zh lacks ### 原因'],
    ['a further program without a name', '```go fixed', '```go also', 'a further program has a name'],
    ['a version range of another program', '```go fixed', '```go fixed >=1.21', 'is not the version range'],
    ['a version range that cannot be read', '```go fixed', '```go also/new new', 'is not the version range'],
    ['a lost program', '```go fixed', '```go repaired', 'a fence of the proof begins with broken'],
  ]
  it.each(cases)('%s', (_, from, to, message) => {
    const faults = faultsOf(text.replace(from, to))
    expect(
      faults.some(fault => fault.includes(message)),
      faults.join('\n'),
    ).toBe(true)
  })

  it('where it stands', () => {
    const changed = text.replace('### Fix', '### Solution')
    expect(faultsOf(changed).some(fault => fault.startsWith(`${lineOf('### Solution', changed)}: `))).toBe(
      true,
    )
  })

  it('also when the YAML is broken or the file is empty', () => {
    expect(faultsOf(text.replace('title:', 'title: ['))).not.toEqual([])
    expect(faultsOf('')).not.toEqual([])
  })
})

describe('entries together', () => {
  it('share no signature, no sentence and no id', () => {
    const messages = checkEntries([parse(text), parse(text, 'go/copy')], new Set(['go/copy'])).map(
      f => f.message,
    )
    expect(messages.some(message => message.includes('stands in kb/go/nil-map-write.md too'))).toBe(true)
    expect(messages.some(message => message.startsWith('this sentence stands in'))).toBe(true)
    expect(messages.some(message => message.includes('was retired'))).toBe(true)
  })

  it('point only to entries that exist', () => {
    const faults = checkEntries([parse(text.replace(/^see: .*$/m, 'see: [go/nowhere]'))])
    expect(faults.map(fault => fault.message)).toContain('there is no entry go/nowhere')
  })
})

it.each(['failure', 'question', 'advice'] as const)(
  'a new %s has the form that the check wants, and nothing in it',
  kind => {
    const faults = checkEntry(parse(newEntry('go', kind), 'go/new')).map(fault => fault.message)
    expect(faults.length).toBeGreaterThan(3)
    expect(faults.filter(message => /no such part|is called|lacks its \w+ program/.test(message))).toEqual([])
  },
)
