// A report as a reader sees it in a terminal, with colours or without.

import type { Finding, Report } from '../model/finding.ts'
import type { Language, Words } from '../model/language.ts'
import type { SourceLookup } from '../model/source.ts'
import { condense, layOutRest } from './condense.ts'
import { layOutEdits } from './edit-view.ts'
import { cutText, escapeControls } from './escape.ts'
import { fillSlots, slotNames } from './fill-slots.ts'
import { splitVersions, viewFinding } from './finding-view.ts'
import { layOutFrame } from './frame.ts'
import { parseInline } from './inline.ts'
import { layOutNotes } from './notes.ts'
import { type Line, paintLines, type Span, span } from './paint.ts'
import { viewPlace } from './place-view.ts'
import { fitProse } from './prose.ts'
import { layOutStacks } from './stacks.ts'
import { textWidth } from './width.ts'
import * as words from './words.ts'
import { wrapSpans } from './wrap.ts'

export interface TerminalOptions {
  readonly language: Language
  readonly color: boolean
  /** Cells of a line. */
  readonly width: number
  readonly source: SourceLookup
}

/** How many lines a finding takes at most at 80 columns; a narrow terminal needs more for the same words. */
const longestFinding = 25
/** Prose wider than this is hard to read. */
const widestProse = 100

/** The report as text, each line ended; one finding after the other, the first one first. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { language } = options
  const sized = { ...options, width: Math.min(options.width, widestProse) }
  if (report.findings.length === 0) {
    const lines = report.inputs.reduce((sum, i) => sum + i.lines, 0)
    const text = words.noFailure(
      report.inputs.map(i => escapeControls(i.name)),
      lines,
    )[language]
    return paintLines(wrapSpans([span(text)], sized.width), options.color)
  }
  const lines: Line[] = []
  const { full, rest } = condense(report.findings)
  for (const finding of full) {
    const i = report.findings.indexOf(finding)
    if (report.findings.length > 1) {
      const input = report.inputs.length > 1 ? escapeControls(report.inputs[finding.input]?.name ?? '') : null
      const label = `── ${words.findingNumber(i + 1, report.findings.length, input)[language]} `
      if (i > 0) lines.push([])
      lines.push([span(label + '─'.repeat(Math.max(2, sized.width - textWidth(label))), 'dim')])
    }
    lines.push(...layOutFinding(finding, sized))
  }
  if (rest.length > 0) {
    lines.push([], [span(words.moreOfThese(rest.length)[language], 'bold')])
    lines.push(...layOutRest(rest, language, sized.width))
  }
  return paintLines(lines, options.color)
}

/** One finding in lines, about 25 of them at most. */
export function layOutFinding(finding: Finding, options: TerminalOptions): readonly Line[] {
  const { width } = options
  const place = viewPlace(finding.failure, options.source)
  const head = layOutMessage(finding, width)
  const title = layOutTitle(finding, options)
  const where: Line[] = []
  if (place !== null) {
    const column = place.column === null ? '' : `:${place.column}`
    where.push(
      [],
      ...wrapSpans([span(`${escapeControls(place.file)}:${place.line}${column}`, 'link')], width),
    )
    where.push(...layOutFrame(place, finding.slots, width))
  }
  const notes = layOutNotes(finding, options)
  if (notes.length > 0) where.push([], ...notes)
  const groups = layOutStacks(finding.failure, options.language, options.source, width)
  const stacks = groups.length === 0 ? [] : [[], ...groups]
  const edits = layOutEdits(finding.edits, options)
  const edit = edits.length === 0 ? [] : [[], ...edits]
  const foot = layOutFoot(finding, options)
  const fixed = head.length + title.length + where.length + stacks.length + edit.length + foot.length
  const budget = Math.round(longestFinding * Math.max(1, Math.min(1.6, 80 / width))) - fixed
  return [...head, ...title, ...where, ...stacks, ...layOutAnswer(finding, options, budget), ...edit, ...foot]
}

function layOutMessage(finding: Finding, width: number): readonly Line[] {
  const { failure, count } = finding
  const times = count > 1 ? [span(`  ×${count}`, 'doubt')] : []
  const message = wrapSpans([span(escapeControls(cutText(failure.message, 600)), 'error'), ...times], width)
  // `goroutine 18 [running]:` belongs to the panic for the matcher, but tells a reader nothing; what a report says of
  // its stacks stands in their table.
  const details = (failure.format === 'go-race' ? [] : failure.details)
    .filter(d => !d.startsWith('goroutine '))
    .slice(0, 4)
    .map((d): Line => [span(`    ${escapeControls(cutText(d, width - 4))}`, 'error')])
  return [...message, ...details]
}

function layOutTitle(finding: Finding, options: TerminalOptions): readonly Line[] {
  const { language, width, color } = options
  const { entry, failure, confidence } = finding
  const say = (w: Words) => w[language]
  if (entry === null || confidence === 'none') {
    const frame = failure.frames.find(f => f.own && f.function !== '')
    const known = words.understood({
      tool: failure.tool === null ? null : words.toolNames[failure.tool],
      code: failure.code === null ? null : escapeControls(failure.code),
      place: null,
      inside: frame === undefined ? null : escapeControls(cutText(frame.function, 80)),
    })
    return [
      ...wrapSpans([span(say(words.nothingKnown), 'bold')], width),
      ...wrapSpans([span(say(known))], width),
    ]
  }
  const title = parseInline(viewFinding(finding, language).title, 'bold', color)
  const spans = [...title, span('  '), span(entry.id, 'dim')]
  if (confidence !== 'guess') return wrapSpans(spans, width)
  return [...wrapSpans([span(say(words.guessTitle), 'doubt')], width), ...wrapSpans(spans, width)]
}

/** Why and fix, or for a guess only the short answer, in about `budget` lines. */
function layOutAnswer(finding: Finding, options: TerminalOptions, budget: number): readonly Line[] {
  const { language, width, color } = options
  if (finding.entry === null || finding.confidence === 'none') return []
  const view = viewFinding(finding, language)
  const prose = (part: 'short' | 'why' | 'fix', limit: number): readonly Line[] => {
    const markdown = view.part(part)
    if (markdown === '') return []
    const lead =
      part === 'short' ? {} : { lead: span(words.leadOf(words.partHeadings[part])[language], 'bold') }
    return fitProse(markdown, { width, indent: 0, color, ...lead }, limit)
  }
  const short = prose('short', Math.max(4, Math.min(8, budget - 12)))
  if (finding.confidence === 'guess') return [[], ...short]
  // Each part has an empty line before it. The fix is what the reader came for: it is cut last.
  const forBoth = Math.max(9, budget - short.length - 3)
  const fix = prose('fix', Math.max(6, forBoth - Math.min(prose('why', forBoth).length, 3)))
  const why = prose('why', Math.max(2, forBoth - fix.length))
  return [short, why, fix].filter(p => p.length > 0).flatMap(p => [[], ...p])
}

function layOutFoot(finding: Finding, options: TerminalOptions): readonly Line[] {
  const { language, width, color } = options
  const { entry, confidence, alternatives, failure } = finding
  const say = (w: Words) => w[language]
  const lines: Line[] = [[]]
  const add = (...spans: readonly Span[]) => lines.push(...wrapSpans(spans, width))
  if (entry !== null && confidence !== 'none') {
    const style = confidence === 'exact' ? 'good' : 'doubt'
    const others = alternatives.slice(0, 3).map(a => a.id)
    const also =
      others.length > 0
        ? [span(`${language === 'en' ? ' ' : ''}${say(words.couldAlsoBe(others))}`, 'dim')]
        : []
    add(span(say(words.sureness(confidence, finding.toldBySource)), style), ...also)
    if (confidence !== 'guess') {
      const { go, python } = splitVersions(entry.verified)
      if (entry.verified.length > 0) add(span(say(words.provenOn(go, python)), 'dim'))
      else if (entry.proof.none !== undefined) add(span(say(words.notProven), 'dim'))
    }
  } else if (alternatives.length > 0) {
    add(span(say(words.nearestAsGuess), 'doubt'))
    for (const other of alternatives.slice(0, 3)) {
      const title = fillSlots(other.title[language], {}, slotNames(other))
      add(span('  '), span(other.id, 'dim'), span('  '), ...parseInline(title, 'plain', color))
    }
  }
  const followers = failure.consequences
  if (followers.length > 0) {
    const places = followers
      .flatMap(f => (f.place === null ? [] : [`${escapeControls(f.place.file)}:${f.place.line}`]))
      .slice(0, 3)
    if (places.length > 0 && places.length < followers.length) places.push('…')
    add(span(say(words.follows(followers.length, places)), 'dim'))
  }
  if (entry !== null && confidence !== 'none') add(span(say(words.readMore(entry.id)), 'dim'))
  return lines.length === 1 ? [] : lines
}
