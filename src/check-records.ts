// What the records say of the knowledge base: does every captured output lead to its own entry, first?

import type { Fault } from './kb/parse-body.ts'
import type { ParsedEntry } from './kb/parse-entry.ts'
import type { Finding } from './model/finding.ts'
import { matchTemplate, parseTemplate } from './model/template.ts'
import { inRange } from './model/version-range.ts'
import type { RecordLine } from './prove/records.ts'

/** The records of one toolchain. */
export interface ToolchainRecords {
  /** `go1.22.12` */
  readonly toolchain: string
  readonly lines: readonly RecordLine[]
}

/** What the pipeline finds in an output. */
export type ExplainText = (output: string) => readonly Finding[]

/** One broken program on one toolchain, and the entry that its output leads to first. */
export interface Led {
  readonly entry: string
  readonly toolchain: string
  readonly finding: Finding | null
}

function versionOf(toolchain: string): string {
  return toolchain.replace(/^[a-z]+/, '')
}

/** Where every record of a broken program leads: the confusion table over all entries, row by row. */
export function leadRecords(records: readonly ToolchainRecords[], explain: ExplainText): readonly Led[] {
  return records.flatMap(({ toolchain, lines }) =>
    lines
      .filter(({ program }) => program === 'broken')
      .map(({ entry, output }) => ({ entry, toolchain, finding: explain(output)[0] ?? null })),
  )
}

function checkLeads(led: readonly Led[], tell: (entry: string, what: string, message: string) => void): void {
  const wrong = new Map<string, { entry: string; toolchains: string[]; message: string }>()
  for (const { entry, toolchain, finding } of led) {
    const found = finding?.entry?.id ?? null
    if (found === entry && finding?.confidence !== 'guess') continue
    const message =
      finding === null
        ? 'nothing is read in it'
        : `'${finding.failure.message}' leads to ${found ?? 'no entry'}`
    const known = wrong.get(`${entry} ${message}`) ?? { entry, toolchains: [], message }
    known.toolchains.push(toolchain)
    wrong.set(`${entry} ${message}`, known)
  }
  for (const { entry, toolchains, message } of wrong.values()) {
    tell(entry, 'signatures', `the record of ${toolchains.join(', ')} does not lead here: ${message}`)
  }
}

function checkWordings(
  { entry }: ParsedEntry,
  led: readonly Led[],
  tell: (entry: string, what: string, message: string) => void,
): void {
  const messages = led.flatMap(({ toolchain, finding }) =>
    finding === null ? [] : [{ version: versionOf(toolchain), failure: finding.failure }],
  )
  for (const { text, range, within, unrecorded } of entry.signatures) {
    const template = parseTemplate(text, within)
    const seen = messages.some(
      ({ version, failure }) =>
        inRange(version, range) && matchTemplate(template, failure.message, failure.details) !== null,
    )
    if (!seen && unrecorded === undefined)
      tell(entry.id, 'signatures', `no record shows '${text}' in its versions`)
    if (seen && unrecorded !== undefined)
      tell(entry.id, 'signatures', `unrecorded is not needed, a record shows '${text}'`)
  }
}

/** All faults that the records bring to light, each at the entry's file. */
export function checkRecords(
  entries: readonly ParsedEntry[],
  records: readonly ToolchainRecords[],
  explain: ExplainText,
): readonly Fault[] {
  const faults: Fault[] = []
  const byId = new Map(entries.map(parsed => [parsed.entry.id, parsed]))
  const tell = (id: string, what: string, message: string) => {
    const parsed = byId.get(id)
    faults.push({ file: parsed?.file ?? 'records', line: parsed?.lineOf(what) ?? 1, message })
  }
  const led = leadRecords(records, explain)
  checkLeads(led, tell)
  const recorded = new Set(records.flatMap(({ lines }) => lines.map(({ entry }) => entry)))
  for (const id of recorded) {
    if (!byId.has(id)) tell(id, '', `there are records of ${id}, but no such entry`)
  }
  for (const { toolchain, lines } of records) {
    for (const { entry, program, output } of lines) {
      const shown =
        program === 'fixed' && explain(output).find(({ confidence }) => /exact|likely/.test(confidence))
      if (shown) tell(entry, 'proof', `its fixed program shows ${shown.entry?.id} on ${toolchain}`)
    }
  }
  for (const parsed of entries) {
    const { id, kind, proof } = parsed.entry
    if (proof.none !== undefined) continue
    if (!recorded.has(id)) tell(id, 'proof', `no record: npm run records -- ${id}`)
    else if (kind === 'failure')
      checkWordings(
        parsed,
        led.filter(({ entry }) => entry === id),
        tell,
      )
  }
  return faults
}
