// A report as the JSON that programs read; its shape is docs/faq-why.schema.json.

import type { Frame, StackGroup } from '../model/failure.ts'
import type { Finding, Report } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { noSource, type SourceLookup } from '../model/source.ts'
import { fillSlots, slotNames } from './fill-slots.ts'
import { viewFinding } from './finding-view.ts'
import { type PlaceView, viewPlace } from './place-view.ts'

export interface JsonOptions {
  /** The version of faq. */
  readonly version: string
  readonly language: Language
  readonly source: SourceLookup
}

/** The report as one JSON object, indented, ended by a line break. */
export function renderJson(report: Report, options: JsonOptions): string {
  return formatJson({
    version: options.version,
    inputs: report.inputs.map(({ name, format, bytes, lines }) => ({ name, format, bytes, lines })),
    findings: report.findings.map(f => findingObject(f, options)),
  })
}

function findingObject(finding: Finding, options: JsonOptions): unknown {
  const { failure, entry } = finding
  const { language } = options
  const view = viewFinding(finding, language)
  const paragraphs = (...parts: readonly string[]) => parts.filter(p => p !== '').join('\n\n')
  return {
    input: finding.input,
    entry: entry?.id ?? null,
    code: finding.code,
    confidence: finding.confidence,
    message: failure.message,
    slots: finding.slots,
    location: locationObject(viewPlace(failure, options.source)),
    frames: failure.frames.map(frameObject),
    ...(failure.stacks === undefined ? {} : { stacks: failure.stacks.map(stackObject) }),
    title: view.title,
    why: paragraphs(view.part('short'), view.part('why')),
    fix: view.part('fix'),
    ...(finding.notes === undefined
      ? {}
      : { notes: finding.notes.map(({ text, place }) => ({ text: text[language], place })) }),
    edits: finding.edits.map(({ title, certain, diff }) => ({ title: title[language], certain, diff })),
    alternatives: finding.alternatives.map(a => ({
      entry: a.id,
      title: fillSlots(a.title[language], {}, slotNames(a)),
    })),
    verified: entry?.verified ?? [],
    count: finding.count,
    consequences: failure.consequences.map(c => ({
      message: c.message,
      location: locationObject(viewPlace(c, noSource)),
    })),
  }
}

function frameObject({ function: name, file, line, own }: Frame): unknown {
  return { function: name, file, line, own }
}

function stackObject({ state, count, minutes, startedAt, frames }: StackGroup): unknown {
  return {
    state,
    count,
    minutes,
    startedAt: startedAt === null ? null : frameObject(startedAt),
    frames: frames.map(frameObject),
  }
}

function locationObject(place: PlaceView | null): unknown {
  return place === null ? null : { file: place.file, line: place.line, column: place.column }
}

/** A value as JSON text in which no control character stands raw: it may end up in a terminal. */
export function formatJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(/[\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, unicodeEscape)}\n`
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
