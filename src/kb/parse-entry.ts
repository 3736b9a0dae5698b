// One entry's file, read: front matter in YAML, then prose and programs.

import { LineCounter, parseDocument } from 'yaml'
import type { Entry } from '../model/entry.ts'
import { decodeFrontMatter, type FrontMatter } from './front-matter.ts'
import { type Fault, parseBody } from './parse-body.ts'

/** An entry with what the checks need to name a line. */
export interface ParsedEntry {
  readonly entry: Entry
  readonly file: string
  readonly front: FrontMatter
  /** Everything below the front matter. */
  readonly body: string
  /** The line of a front-matter key (`title`), part (`zh/fix`) or program (`proof/broken/main.go`). */
  readonly lineOf: (what: string) => number
  readonly faults: readonly Fault[]
}

/** Reads the entry `id` from the text of its file. Never throws: what is wrong stands in `faults`. */
export function parseEntry(id: string, file: string, text: string): ParsedEntry {
  const faults: Fault[] = []
  const source = text.replace(/\r\n/g, '\n')
  const end = source.startsWith('---\n') ? source.indexOf('\n---\n', 3) : -1
  if (end === -1)
    faults.push({ file, line: 1, message: 'the file begins with front matter between two lines ---' })
  const yaml = end === -1 ? '' : source.slice(4, end + 1)
  const body = end === -1 ? source : source.slice(end + 5)

  const counter = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: counter })
  const keyLines = new Map<string, number>()
  for (const error of document.errors) {
    faults.push({
      file,
      line: counter.linePos(error.pos[0]).line + 1,
      message: error.message.split('\n')[0] ?? 'bad YAML',
    })
  }
  // `title: …` at the start of a line of the front matter; its first line is the file's second.
  for (const [index, line] of yaml.split('\n').entries()) {
    const key = /^([a-z]+):/.exec(line)?.[1]
    if (key !== undefined) keyLines.set(key, index + 2)
  }
  const front = decodeFrontMatter(id, document.errors.length > 0 ? {} : document.toJS(), (key, message) => {
    faults.push({ file, line: keyLines.get(key) ?? 1, message })
  })
  const bodyLine = source.slice(0, source.length - body.length).split('\n').length
  const { prose, files, lineOf, faults: bodyFaults } = parseBody(body, bodyLine)
  faults.push(...bodyFaults.map(fault => ({ file, ...fault })))
  return {
    entry: { ...front, prose, proof: { ...front.proof, files }, verified: [] },
    file,
    front,
    body,
    lineOf: what => lineOf.get(what) ?? keyLines.get(what) ?? 1,
    faults,
  }
}
