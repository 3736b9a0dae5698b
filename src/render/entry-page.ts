// The page of an entry as Markdown, in one language.

import type { Entry, PartName, ProofFile } from '../model/entry.ts'
import type { Language, Words } from '../model/language.ts'
import { codeSpan } from './fill-slots.ts'
import * as words from './words.ts'

const order: readonly PartName[] = ['why', 'fix', 'do', 'how-much', 'when-not', 'not-this']

/** The whole page. Slots stay as `{name}`: there is no failure to fill them from. */
export function renderEntryPage(entry: Entry, language: Language): string {
  const say = (w: Words) => w[language]
  const prose = entry.prose[language]
  const page = [
    `# ${entry.title[language]}`,
    `\`${entry.id}\` · ${words.toolNames[entry.tool]} · ${say(words.kindWords[entry.kind])}`,
  ]
  if (entry.verdict !== undefined) page.push(`**${say(words.verdictWords[entry.verdict])}**`)
  if (prose.short !== undefined) page.push(prose.short)
  for (const part of order) {
    const text = prose[part]
    if (text !== undefined) page.push(`## ${say(words.partHeadings[part])}`, text)
  }
  if (entry.signatures.length > 0) {
    page.push(
      `## ${say(words.pageWords.messages)}`,
      [...new Set(entry.signatures.map(s => signatureItem(s.text, s.range, entry)))].join('\n'),
    )
  }
  page.push(...programs(entry, say))
  const lists: readonly (readonly [Words, readonly string[]])[] = [
    [words.pageWords.sources, entry.sources.map(s => `<${s}>`)],
    [words.pageWords.see, entry.see.map(codeSpan)],
  ]
  for (const [heading, items] of lists) {
    if (items.length > 0) page.push(`## ${say(heading)}`, items.map(i => `- ${i}`).join('\n'))
  }
  if (entry.verified.length > 0)
    page.push(`## ${say(words.pageWords.verified)}`, entry.verified.join(language === 'zh' ? '、' : ', '))
  return `${page.join('\n\n')}\n`
}

// {type:number}, {operand:variable|value}: the page says only that something stands there
const choices = /(?<=\{[a-z-]+):[^{}\n]+(?=\})/g

function signatureItem(text: string, range: string | undefined, entry: Entry): string {
  const versions = range === undefined ? '' : ` (${words.toolNames[entry.tool]} ${range})`
  // What a reader concluded is no text that anybody sees.
  const printed = text.split('\n').filter(line => !line.startsWith('~ '))
  return `- ${printed.map(line => codeSpan(line.replace(choices, ''))).join(' ')}${versions}`
}

function programs(entry: Entry, say: (w: Words) => string): readonly string[] {
  const { proof } = entry
  if (proof.none !== undefined)
    return [`## ${say(words.pageWords.program)}`, say(words.noProgram(proof.none))]
  if (proof.files.length === 0) return []
  const out = [`## ${say(words.pageWords.program)}`]
  const needs = [...(proof.needs ?? []), ...(proof.server === undefined ? [] : [proof.server])]
  if (needs.length > 0)
    out.push(`${say(words.leadOf(words.pageWords.needs))} ${needs.map(codeSpan).join(', ')}`)
  for (const file of proof.files) {
    // Further wordings of a failure are for the proof; one program shows the reader what it is.
    if (file.role === 'also') continue
    const named = proof.files.filter(f => f.role === file.role).length > 1 ? ` · \`${file.name}\`` : ''
    out.push(`### ${say(words.pageWords[file.role])}${named}`, fenceOf(file))
  }
  return out
}

function fenceOf(file: ProofFile): string {
  const extension = file.name.slice(file.name.lastIndexOf('.') + 1)
  const info = file.role === 'prints' ? 'text' : ({ py: 'python', mod: 'text' }[extension] ?? extension)
  const runs = file.text.match(/`{3,}/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map(r => r.length + 1)))
  return `${fence}${info}\n${file.text.replace(/\n$/, '')}\n${fence}`
}
