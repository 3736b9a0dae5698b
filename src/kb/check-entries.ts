// What must be true of all entries together.

import { languages } from '../model/language.ts'
import { checkEntry } from './check-entry.ts'
import type { Fault } from './parse-body.ts'
import type { ParsedEntry } from './parse-entry.ts'

/** A sentence shorter than this may stand twice (`Add the import.`); characters, by language. */
const shortestSentence = { en: 40, zh: 16 } as const

function sentencesOf(text: string, language: 'en' | 'zh'): readonly string[] {
  return text
    .replace(/```[\s\S]*?```/g, '')
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n\n/)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => sentence.length >= shortestSentence[language])
}

function checkIds(entries: readonly ParsedEntry[], retired: ReadonlySet<string>): readonly Fault[] {
  const faults: Fault[] = []
  const owners = new Map<string, string>(entries.map(({ entry, file }) => [entry.id, file]))
  for (const { entry, file, lineOf } of entries) {
    if (retired.has(entry.id))
      faults.push({ file, line: 1, message: `the id ${entry.id} was retired; ids are never reused` })
    for (const alias of entry.aliases) {
      const owner = owners.get(alias)
      if (owner !== undefined)
        faults.push({ file, line: lineOf('aliases'), message: `${alias} belongs to ${owner}` })
      owners.set(alias, file)
    }
  }
  for (const { entry, file, lineOf } of entries) {
    for (const id of entry.see) {
      if (!owners.has(id)) faults.push({ file, line: lineOf('see'), message: `there is no entry ${id}` })
      if (id === entry.id)
        faults.push({ file, line: lineOf('see'), message: 'an entry need not point to itself' })
    }
  }
  return faults
}

// {name}, {type:number}: two slots are the same when they may take the same
const slotName = /(?<=\{)[a-z][a-z-]*(?=[:}])/g

function checkSignatures(entries: readonly ParsedEntry[]): readonly Fault[] {
  const faults: Fault[] = []
  const owners = new Map<string, string>()
  for (const { entry, file, lineOf } of entries) {
    for (const { text, range = '', when = '' } of entry.signatures) {
      // Entries that the source decides between may share a message.
      const shape = `${entry.tool}\t${range}\t${when}\t${text.replace(slotName, '')}`
      const owner = owners.get(shape)
      if (owner !== undefined)
        faults.push({ file, line: lineOf('signatures'), message: `'${text}' stands in ${owner} too` })
      owners.set(shape, file)
    }
  }
  return faults
}

function checkSentences(entries: readonly ParsedEntry[]): readonly Fault[] {
  const faults: Fault[] = []
  const owners = new Map<string, string>()
  for (const { entry, file, lineOf } of entries) {
    for (const language of languages) {
      for (const [part, text] of Object.entries(entry.prose[language])) {
        for (const sentence of sentencesOf(text, language)) {
          const owner = owners.get(sentence)
          if (owner === undefined) owners.set(sentence, file)
          else if (owner !== file) {
            const message = `this sentence stands in ${owner} too: ${sentence}`
            faults.push({ file, line: lineOf(`${language}/${part}`), message })
          }
        }
      }
    }
  }
  return faults
}

/** All faults of a knowledge base that reading it can tell. `retired` are ids that must not come back. */
export function checkEntries(
  entries: readonly ParsedEntry[],
  retired: ReadonlySet<string> = new Set(),
): readonly Fault[] {
  return [
    ...entries.flatMap(checkEntry),
    ...checkIds(entries, retired),
    ...checkSignatures(entries),
    ...checkSentences(entries),
  ]
}
