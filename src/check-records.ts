// What the records say of the knowledge base: does every captured output lead to its own entry, first?

import type { Fault } from './kb/parse-body.ts'
import type { ParsedEntry } from './kb/parse-entry.ts'
import { textsOf } from './match/match-failure.ts'
import { linesBehind } from './model/failure.ts'
import type { Finding } from './model/finding.ts'
import { matchTemplate, parseTemplate } from './model/template.ts'
import { inRange } from './model/version-range.ts'
import { isBroken, programsOf, type RunRole, type SourceFile } from './prove/program.ts'
import type { RecordLine } from './prove/records.ts'

/** The records of one toolchain. */
export interface ToolchainRecords {
  /** `go1.22.12` */
  readonly toolchain: string
  readonly lines: readonly RecordLine[]
}

/** What the pipeline finds in an output, and in the files of its program. */
export type ExplainText = (output: string, files: readonly SourceFile[]) => readonly Finding[]

/** One broken program on one toolchain, and what its output leads to. */
export interface Led {
  readonly entry: string
  readonly program: RunRole
  readonly toolchain: string
  /** The first must be the program's own entry. */
  readonly findings: readonly Finding[]
}

function versionOf(toolchain: string): string {
  return toolchain.replace(/^[a-z]+/, '')
}

/** Where every record of a broken program leads: the confusion table over all entries, row by row. */
export function leadRecords(
  entries: readonly ParsedEntry[],
  records: readonly ToolchainRecords[],
  explain: ExplainText,
): readonly Led[] {
  const programs = new Map(entries.map(({ entry }) => [entry.id, programsOf(entry).programs]))
  const filesOf = (id: string, program: RunRole) =>
    programs.get(id)?.find(({ role }) => role === program)?.files ?? []
  return records.flatMap(({ toolchain, lines }) =>
    lines
      .filter(({ program }) => isBroken(program))
      .map(({ entry, program, output }) => ({
        entry,
        program,
        toolchain,
        findings: explain(output, filesOf(entry, program)),
      })),
  )
}

function checkLeads(led: readonly Led[], tell: (entry: string, what: string, message: string) => void): void {
  const wrong = new Map<string, { entry: string; program: RunRole; toolchains: string[]; message: string }>()
  for (const { entry, program, toolchain, findings } of led) {
    const [first] = findings
    const found = first?.entry?.id ?? null
    if (found === entry && first?.confidence !== 'guess') continue
    const message =
      first === undefined
        ? 'nothing is read in it'
        : `'${first.failure.message}' leads to ${found ?? 'no entry'}`
    const key = `${entry} ${program} ${message}`
    const known = wrong.get(key) ?? { entry, program, toolchains: [], message }
    known.toolchains.push(toolchain)
    wrong.set(key, known)
  }
  for (const { entry, program, toolchains, message } of wrong.values()) {
    const where = `the record of its ${program} program on ${toolchains.join(', ')}`
    tell(entry, 'signatures', `${where} does not lead here: ${message}`)
  }
}

function checkWordings(
  { entry }: ParsedEntry,
  led: readonly Led[],
  tell: (entry: string, what: string, message: string) => void,
): void {
  // A program may show several wordings: all that lead here count, not only the first.
  const messages = led.flatMap(({ toolchain, findings }) =>
    findings
      .filter(finding => finding.entry?.id === entry.id)
      .map(({ failure }) => ({ version: versionOf(toolchain), failure })),
  )
  for (const { text, range, within, unrecorded } of entry.signatures) {
    const template = parseTemplate(text, within)
    const seen = messages.some(
      ({ version, failure }) =>
        inRange(version, range) &&
        textsOf(failure).some(text => matchTemplate(template, text, linesBehind(failure)) !== null),
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
  const led = leadRecords(entries, records, explain)
  checkLeads(led, tell)
  const recorded = new Set(records.flatMap(({ lines }) => lines.map(({ entry }) => entry)))
  for (const id of recorded) {
    if (!byId.has(id)) tell(id, '', `there are records of ${id}, but no such entry`)
  }
  for (const { toolchain, lines } of records) {
    for (const { entry, program, output } of lines) {
      const shown =
        program === 'fixed' && explain(output, []).find(({ confidence }) => /exact|likely/.test(confidence))
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
