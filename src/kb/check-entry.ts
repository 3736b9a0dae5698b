// What must be true of one entry by itself, as far as reading it can tell; what it prints is for the proofs to show.

import type { EntryKind, PartName, Role } from '../model/entry.ts'
import { type Language, languages } from '../model/language.ts'
import { literalWordsOf, parseTemplate, slotsOf, unknownClassesOf } from '../model/template.ts'
import { type Fault, partHeadings } from './parse-body.ts'
import type { ParsedEntry } from './parse-entry.ts'

const idPattern = /^(go|python)\/[a-z0-9]+(-[a-z0-9]+)*$/

const partsOf: Readonly<Record<EntryKind, { needed: readonly PartName[]; allowed: readonly PartName[] }>> = {
  failure: { needed: ['short', 'why', 'fix'], allowed: ['not-this'] },
  question: { needed: ['short', 'why', 'do'], allowed: ['not-this'] },
  advice: { needed: ['short', 'how-much', 'when-not'], allowed: [] },
}
const rolesOf: Readonly<Record<EntryKind, readonly Role[]>> = {
  failure: ['broken', 'fixed'],
  question: ['demo', 'prints'],
  advice: ['before', 'after'],
}
/** A short answer longer than this is no short answer: characters, by language. */
const longestShort: Readonly<Record<Language, number>> = { en: 420, zh: 200 }
const longestPart: Readonly<Record<Language, number>> = { en: 1600, zh: 900 }

// 变量,名字 — half-width punctuation between Chinese characters
const halfWidth = /[\u4e00-\u9fff][,;:?!](?=[\u4e00-\u9fff])/
const chinese = /[\u4e00-\u9fff]/
const code = /```[\s\S]*?```|`[^`\n]*`/g

type Tell = (what: string, message: string) => void

function checkFront({ entry }: ParsedEntry, tell: Tell): void {
  if (!idPattern.test(entry.id))
    tell('title', `an id is go/some-words or python/some-words, not '${entry.id}'`)
  if (entry.title.zh !== '' && !chinese.test(entry.title.zh))
    tell('title', 'the Chinese title has no Chinese in it')
  if (entry.sources.length === 0) tell('sources', 'an authoritative source is missing')
  for (const source of entry.sources) {
    if (!/^https:\/\/[^\s<>"]+$/.test(source))
      tell('sources', `a source is an https address, not '${source}'`)
  }
  if (entry.kind === 'failure' && entry.signatures.length === 0)
    tell('signatures', 'a failure needs a signature')
  if (entry.kind !== 'failure' && entry.signatures.length > 0)
    tell('signatures', `a ${entry.kind} has no signatures`)
  if (entry.kind === 'advice' && entry.verdict === undefined) tell('verdict', 'an advice needs a verdict')
  if (entry.kind === 'advice' && entry.measure === undefined && entry.proof.none === undefined) {
    tell('measure', 'an advice says what its programs must measure')
  }
  if (entry.kind !== 'advice' && (entry.verdict ?? entry.measure) !== undefined) {
    tell('verdict', `only an advice has a verdict and a measure`)
  }
  for (const { text, code } of entry.signatures) {
    if (code !== undefined && !entry.codes.includes(code)) tell('signatures', `'${code}' is not among codes`)
    for (const name of unknownClassesOf(text)) tell('signatures', `no class of slots is called '${name}'`)
    if (literalWordsOf(parseTemplate(text)).length === 0)
      tell('signatures', `'${text}' has no whole word to find it by`)
  }
}

function checkSlots({ entry }: ParsedEntry, tell: Tell): void {
  const everywhere = entry.signatures.map(({ text }) => slotsOf(text))
  const used = new Set<string>()
  const texts: [string, string][] = languages.flatMap(language => [
    ['title', entry.title[language]],
    ...Object.entries(entry.prose[language]).map(([part, text]): [string, string] => [
      `${language}/${part}`,
      text,
    ]),
  ])
  const names = new Set([...everywhere.flat(), ...entry.slots])
  for (const [what, text] of texts) {
    for (const slot of slotsOf(text)) {
      used.add(slot)
      // Where an inspection decides, it fills the slots as well.
      const isFilled = (when: string | undefined) => when !== undefined && entry.slots.includes(slot)
      const missing = entry.signatures.filter(
        ({ when }, index) => !everywhere[index]?.includes(slot) && !isFilled(when),
      )
      if (names.has(slot) && missing[0] !== undefined) {
        tell(what, `{${slot}} is used, but the signature '${missing[0].text}' has no such slot`)
      }
    }
  }
}

function checkProse({ entry }: ParsedEntry, tell: Tell): void {
  const { needed, allowed } = partsOf[entry.kind]
  for (const language of languages) {
    const prose = entry.prose[language]
    for (const part of needed) {
      if (prose[part] === undefined) {
        tell(
          `${language}/short`,
          `${language} lacks ${part === 'short' ? 'its first paragraph' : `### ${partHeadings[part][language]}`}`,
        )
      }
    }
    for (const [name, text] of Object.entries(prose)) {
      const part = name as PartName
      const what = `${language}/${part}`
      if (!needed.includes(part) && !allowed.includes(part)) tell(what, `a ${entry.kind} has no such part`)
      const prosaic = text.replace(code, '`')
      if (language === 'en' && chinese.test(prosaic)) tell(what, 'Chinese in the English text')
      if (language === 'zh' && !chinese.test(prosaic)) tell(what, 'no Chinese in the Chinese text')
      if (language === 'zh' && halfWidth.test(prosaic))
        tell(what, 'half-width punctuation between Chinese characters')
      const longest = part === 'short' ? longestShort[language] : longestPart[language]
      if (text.length > longest) tell(what, `${text.length} characters; say it in ${longest}`)
    }
  }
  for (const part of Object.keys(entry.prose.en)) {
    const name = part as PartName
    const [en = '', zh] = [entry.prose.en[name], entry.prose.zh[name]]
    if (zh === undefined) tell(`en/${part}`, `the Chinese text has no such part`)
    else if (en.split('```').length !== zh.split('```').length)
      tell(`zh/${part}`, 'other code blocks than in English')
  }
  for (const part of Object.keys(entry.prose.zh)) {
    if (entry.prose.en[part as PartName] === undefined)
      tell(`zh/${part}`, 'the English text has no such part')
  }
}

function checkProof({ entry }: ParsedEntry, tell: Tell): void {
  const { files, none } = entry.proof
  if (none !== undefined) {
    if (files.length > 0) tell('proof', 'proof: none is not needed, there are programs')
    return
  }
  const allowed: readonly Role[] = [
    ...rolesOf[entry.kind],
    ...(entry.kind === 'failure' ? ['also' as const] : []),
  ]
  const present = new Set(files.map(({ role }) => role))
  for (const role of rolesOf[entry.kind]) {
    if (!present.has(role)) tell('proof', `the proof lacks its ${role} program`)
  }
  for (const { role, name } of files) {
    if (!allowed.includes(role)) tell(`proof/${role}/${name}`, `a ${entry.kind} has no ${role} program`)
    if (files.filter(file => file.role === role && file.name === name).length > 1) {
      tell(`proof/${role}/${name}`, `two files of ${role} are called ${name}`)
    }
    if (/^\/|\\|(^|\/)\.\.(\/|$)/.test(name)) tell(`proof/${role}/${name}`, 'a file stays in its own folder')
  }
}

/** All faults of an entry that can be told without the others. */
export function checkEntry(parsed: ParsedEntry): readonly Fault[] {
  const faults: Fault[] = [...parsed.faults]
  const tell: Tell = (what, message) => faults.push({ file: parsed.file, line: parsed.lineOf(what), message })
  checkFront(parsed, tell)
  checkSlots(parsed, tell)
  checkProse(parsed, tell)
  checkProof(parsed, tell)
  return faults
}
