// An entry and findings of it, made by hand for the tests of the renderers.

import type { Entry } from '../model/entry.ts'
import { failureOf } from '../model/failure.ts'
import type { Finding, Report } from '../model/finding.ts'
import { type SourceLookup, sourceFileOf } from '../model/source.ts'

export const sampleEntry: Entry = {
  id: 'go/undeclared-name',
  tool: 'go',
  kind: 'failure',
  title: { en: '`{name}` is not declared', zh: '`{name}` 没有声明' },
  codes: ['UndeclaredName'],
  signatures: [{ text: 'undefined: {name}' }, { text: 'undeclared name: {name}', range: '<1.20' }],
  slots: [],
  inspect: [],
  sources: ['https://go.dev/ref/spec#Declarations_and_scope'],
  see: ['go/unexported-name'],
  aliases: [],
  seed: [],
  prose: {
    en: {
      short: 'Nothing named `{name}` is in scope on this line.',
      why: 'A name must be declared in this block, in one around it, or at the top level of the package. `:=` inside an `if` ends with it.',
      fix: 'Declare it before this line:\n\n```go\n{name} := 0\n```\n\nIf it is a misspelling, use the name that exists.',
      'not-this': '`undefined: pkg.Name` is a name that the *package* does not have.',
    },
    zh: {
      short: '这一行能看到的范围内没有 `{name}`。',
      why: '名字要么在当前代码块里声明，要么在外层代码块或包级声明。在 `if` 里用 `:=` 声明的变量，出了 `if` 就没有了。',
      fix: '在这一行之前声明：\n\n```go\n{name} := 0\n```\n\n如果只是拼写错误，改成已有的名字。',
      'not-this': '`undefined: pkg.Name` 说的是**包**里没有这个名字。',
    },
  },
  proof: {
    files: [
      { role: 'broken', name: 'main.go', text: 'package main\n\nfunc main() { println(total) }\n' },
      {
        role: 'fixed',
        name: 'main.go',
        text: 'package main\n\nfunc main() { total := 1; println(total) }\n',
      },
    ],
  },
  verified: ['go1.19.13', 'go1.22.12', 'go1.27.0'],
}

/** Go counts the column in bytes: the name stands after a Chinese string. */
export const sampleFinding: Finding = {
  input: 0,
  failure: failureOf({
    tool: 'go',
    format: 'go-build',
    message: 'undefined: total',
    place: { file: '/home/dev/shop/cart.go', line: 4, column: 27, unit: 'bytes' },
  }),
  entry: sampleEntry,
  confidence: 'exact',
  slots: { name: 'total' },
  alternatives: [],
  code: 'UndeclaredName',
  suspects: [],
  edits: [],
  count: 1,
}

export const sampleReport: Report = {
  inputs: [{ name: 'build.log', format: 'go-build', bytes: 812, lines: 14 }],
  findings: [sampleFinding],
}

const lines = ['package shop', '', 'func print() {', '\tfmt.Println("总价：", total)', '}', '']

export const sampleSource: SourceLookup = file =>
  file.endsWith('/cart.go') ? sourceFileOf('cart.go', lines.join('\n')) : null
