// The text of a new entry's file: everything an author must fill in, in the form that the check wants.

import type { EntryKind } from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'

const partsByKind = {
  failure: [
    ['### Why', '### Fix', '### Not this?'],
    ['### 原因', '### 修复', '### 不是这个？'],
  ],
  question: [
    ['### Why', '### Do'],
    ['### 原因', '### 怎么做'],
  ],
  advice: [
    ['### How much', '### When not'],
    ['### 差多少', '### 什么时候不用'],
  ],
} as const

const rolesByKind = {
  failure: ['broken', 'fixed'],
  question: ['demo', 'prints'],
  advice: ['before', 'after'],
} as const

function program(tool: Tool, role: string): string {
  if (role === 'prints') return '```text prints\n\n```'
  const text =
    tool === 'python'
      ? ''
      : role === 'before' || role === 'after'
        ? 'package advice\n'
        : 'package main\n\nfunc main() {\n}\n'
  return `\`\`\`${tool} ${role}\n${text}\n\`\`\``
}

/** The scaffold of an entry of `kind`; what is left empty is named by the check. */
export function newEntry(tool: Tool, kind: EntryKind): string {
  const [en, zh] = partsByKind[kind]
  const front = [
    'title:',
    '  en: ""',
    '  zh: ""',
    `kind: ${kind}`,
    ...(kind === 'failure' ? ['signatures:', '  - ""'] : []),
    ...(kind === 'advice' ? ['verdict: holds', 'measure: { bytes: "<= 0.5" }'] : []),
    'sources:',
    tool === 'go' ? '  - https://go.dev/ref/spec#' : '  - https://docs.python.org/3/',
  ]
  const programs = rolesByKind[kind].map(role => program(tool, role))
  return [
    '---',
    ...front,
    '---',
    '',
    '## en',
    '',
    ...en,
    '',
    '## zh',
    '',
    ...zh,
    '',
    '## proof',
    '',
    programs.join('\n\n'),
    '',
  ].join('\n')
}
