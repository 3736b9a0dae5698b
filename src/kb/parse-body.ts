// The prose and the programs below an entry's front matter.

import type { PartName, ProofFile, Prose, Role } from '../model/entry.ts'
import { type Language, languages, type Words } from '../model/language.ts'
import { isRange } from '../model/version-range.ts'

/** Something wrong in an entry's file. */
export interface Fault {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** The headings of the parts, in the order of a page. */
export const partHeadings: Readonly<Record<Exclude<PartName, 'short'>, Words>> = {
  why: { en: 'Why', zh: '原因' },
  'how-much': { en: 'How much', zh: '差多少' },
  fix: { en: 'Fix', zh: '修复' },
  do: { en: 'Do', zh: '怎么做' },
  'when-not': { en: 'When not', zh: '什么时候不用' },
  'not-this': { en: 'Not this?', zh: '不是这个？' },
}

const roles: readonly Role[] = ['broken', 'fixed', 'also', 'demo', 'prints', 'before', 'after']

export interface Body {
  readonly prose: Readonly<Record<Language, Prose>>
  readonly files: readonly ProofFile[]
  /** The line each part begins on, by `en/why`; each program's by `proof/broken/main.go`. */
  readonly lineOf: ReadonlyMap<string, number>
  readonly faults: readonly Omit<Fault, 'file'>[]
}

function partOf(heading: string, language: Language): PartName | null {
  for (const [name, words] of Object.entries(partHeadings)) {
    if (words[language] === heading) return name as PartName
  }
  return null
}

function defaultName(role: Role, language: string): string {
  if (role === 'prints') return 'prints.txt'
  if (language !== 'go') return 'main.py'
  return role === 'before' || role === 'after' ? 'advice_test.go' : 'main.go'
}

// ```go broken/go.mod
// ```go also/rlock/store/store.go >=1.20
const fence = /^(`{3,})(\S*) ?(.*)$/

/**
 * Reads the part of an entry's file that begins at `firstLine` (from 1): `## en`, `## zh` with their parts, and
 * `## proof` with one fence a file. Faults are told, never thrown.
 */
export function parseBody(text: string, firstLine = 1): Body {
  const prose: Record<Language, Partial<Record<PartName, string>>> = { en: {}, zh: {} }
  const files: ProofFile[] = []
  const lineOf = new Map<string, number>()
  const faults: Omit<Fault, 'file'>[] = []
  let section: Language | 'proof' | null = null
  let part: PartName | null = null
  let paragraph: string[] = []
  let open: { marks: string; language: string; label: string; line: number; body: string[] } | null = null

  function endPart(): void {
    const content = paragraph.join('\n').trim()
    paragraph = []
    if (section === null || section === 'proof' || part === null || content === '') return
    prose[section][part] = content
  }
  function endFile(): void {
    if (open === null) return
    const [label = '', ...words] = open.label.split(' ')
    const range = words.join(' ')
    const [roleName = '', ...path] = label.split('/')
    const role = roles.find(r => r === roleName)
    if (role === undefined) {
      faults.push({
        line: open.line,
        message: `a fence of the proof begins with ${roles.join(', ')}, not '${roleName}'`,
      })
      return
    }
    // The first part of an `also` is the name of its program.
    const program = role === 'also' ? path.shift() : undefined
    if (role === 'also' && !program)
      faults.push({ line: open.line, message: 'a further program has a name: also/some-name' })
    if (range !== '' && (role !== 'also' || !isRange(range)))
      faults.push({ line: open.line, message: `'${range}' is not the version range of an also program` })
    const file = path.join('/') || defaultName(role, open.language)
    const name = role === 'also' ? `${program}/${file}` : file
    lineOf.set(`proof/${role}/${name}`, open.line)
    files.push({ role, name, text: `${open.body.join('\n')}\n`, ...(range === '' ? {} : { range }) })
  }

  const lines = text.split('\n')
  for (const [index, line] of lines.entries()) {
    const at = firstLine + index
    const [, marks, language = '', label = ''] = fence.exec(line) ?? []
    if (open !== null) {
      if (marks === open.marks && language === '') {
        if (section === 'proof') endFile()
        else paragraph.push(line)
        open = null
      } else if (section === 'proof') open.body.push(line)
      else paragraph.push(line)
      continue
    }
    if (marks !== undefined) {
      open = { marks, language, label: label.trim(), line: at, body: [] }
      if (section !== 'proof') paragraph.push(line)
      continue
    }
    const [, hashes, heading = ''] = /^(#{1,6}) +(.+?)\s*$/.exec(line) ?? []
    if (hashes === '##') {
      endPart()
      section = heading === 'proof' ? 'proof' : (languages.find(l => l === heading) ?? null)
      part = section === 'proof' ? null : 'short'
      if (section === null)
        faults.push({ line: at, message: `a section is called en, zh or proof, not '${heading}'` })
      else lineOf.set(`${section}/short`, at)
    } else if (hashes === '###' && section !== null && section !== 'proof') {
      endPart()
      part = partOf(heading, section)
      if (part === null) {
        const known = Object.values(partHeadings).map(words => words[section as Language])
        faults.push({ line: at, message: `a part is called ${known.join(', ')}, not '${heading}'` })
      } else lineOf.set(`${section}/${part}`, at)
    } else if (hashes !== undefined) {
      faults.push({ line: at, message: `no heading '${line.trim()}' is expected here` })
    } else if (section === 'proof') {
      if (line.trim() !== '') faults.push({ line: at, message: 'the proof holds fences only' })
    } else paragraph.push(line)
  }
  if (open !== null) faults.push({ line: open.line, message: 'this fence is never closed' })
  endPart()
  return { prose, files, lineOf, faults }
}
