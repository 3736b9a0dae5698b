// A report as Markdown, for an issue or a chat.

import type { Finding, Report } from '../model/finding.ts'
import type { Language, Words } from '../model/language.ts'
import type { SourceLookup } from '../model/source.ts'
import { cutText, escapeControls } from './escape.ts'
import { codeSpan, fillSlots, slotNames } from './fill-slots.ts'
import { splitVersions, viewFinding } from './finding-view.ts'
import { layOutFrame } from './frame.ts'
import { shownNotes } from './notes.ts'
import { paintLines } from './paint.ts'
import { viewPlace } from './place-view.ts'
import { layOutStacks } from './stacks.ts'
import * as words from './words.ts'

export interface MarkdownOptions {
  readonly language: Language
  readonly source: SourceLookup
}

/** The report as Markdown, ended by a line break. */
export function renderMarkdown(report: Report, options: MarkdownOptions): string {
  if (report.findings.length === 0) {
    const lines = report.inputs.reduce((sum, i) => sum + i.lines, 0)
    const names = report.inputs.map(i => (i.name === '-' ? i.name : codeSpan(escapeControls(i.name))))
    return `${words.noFailure(names, lines)[options.language]}\n`
  }
  return `${report.findings.map(f => findingSection(f, options).join('\n\n')).join('\n\n---\n\n')}\n`
}

function findingSection(finding: Finding, options: MarkdownOptions): readonly string[] {
  const { language } = options
  const { entry, failure, confidence, alternatives } = finding
  const say = (w: Words) => w[language]
  const out: string[] = []
  const view = viewFinding(finding, language)
  const known = entry !== null && confidence !== 'none'
  const head = known ? view.title : say(words.nothingKnown)
  out.push(`## ${head}${finding.count > 1 ? ` ×${finding.count}` : ''}`)
  // The goroutines' headers and the places of a race stand in the table of stacks.
  const isInTable = (detail: string) =>
    failure.stacks !== undefined && (failure.format === 'go-race' || detail.startsWith('goroutine '))
  const details = failure.details.filter(detail => !isInTable(detail))
  const message = [failure.message, ...details.map(d => `    ${d}`)].map(l =>
    escapeControls(cutText(l, 2000)),
  )
  out.push(fenced(message.join('\n')))
  if (known && confidence === 'guess') out.push(`**${say(words.guessTitle)}** \`${entry.id}\``)
  else if (known) out.push(`\`${entry.id}\``)
  const place = viewPlace(failure, options.source)
  if (place !== null) {
    out.push(
      codeSpan(
        `${escapeControls(place.file)}:${place.line}${place.column === null ? '' : `:${place.column}`}`,
      ),
    )
    const frame = layOutFrame(place, finding.slots, 100)
    if (frame.length > 0) out.push(fenced(paintLines(frame, false).trimEnd()))
  }
  for (const { text, place: at } of shownNotes(finding)) {
    const spot = at === null ? '' : `${codeSpan(`${escapeControls(at.file)}:${at.line}`)} `
    out.push(`${spot}${escapeControls(say(text))}`)
  }
  const stacks = layOutStacks(failure, language, options.source, 120)
  if (stacks.length > 0) out.push(fenced(paintLines(stacks, false).trimEnd()))
  if (known) {
    out.push(view.part('short'))
    for (const part of confidence === 'guess' ? [] : (['why', 'fix', 'not-this'] as const)) {
      if (view.part(part) !== '') out.push(`### ${say(words.partHeadings[part])}`, view.part(part))
    }
    for (const { title, certain, diff } of finding.edits.slice(0, 3)) {
      out.push(
        `**${say(words.editLead(certain))}** ${escapeControls(say(title))}`,
        fenced(escapeDiff(diff), 'diff'),
      )
    }
    const others = alternatives.map(a => codeSpan(a.id))
    const { go, python } = splitVersions(entry.verified)
    const also = others.length > 0 ? [say(words.couldAlsoBe(others))] : []
    const proven =
      confidence !== 'guess' && entry.verified.length > 0 ? [say(words.provenOn(go, python))] : []
    out.push(
      [say(words.sureness(confidence, finding.toldBySource)), ...also, ...proven].join(
        language === 'en' ? ' ' : '',
      ),
    )
  } else if (alternatives.length > 0) {
    const items = alternatives.map(
      a => `- ${codeSpan(a.id)} ${fillSlots(a.title[language], {}, slotNames(a))}`,
    )
    out.push(say(words.nearestAsGuess), items.join('\n'))
  }
  const count = failure.consequences.length
  if (count > 0) out.push(say(words.follows(count, [])))
  return out.filter(p => p !== '')
}

/** Tabs and line breaks are the diff's own. */
function escapeDiff(diff: string): string {
  const lines = diff.trimEnd().split('\n')
  return lines.map(line => line.split('\t').map(escapeControls).join('\t')).join('\n')
}

function fenced(text: string, language = 'text'): string {
  const runs = text.match(/`{3,}/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map(r => r.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
