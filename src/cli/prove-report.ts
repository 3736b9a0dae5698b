// How a judged proof reads: step by step, or in one line where it holds and many were asked for.

import type { Entry } from '../model/entry.ts'
import type { Language } from '../model/language.ts'
import type { Judgement, Step } from '../prove/judge.ts'
import { escapeControls } from '../render/escape.ts'
import { type Line, paintLines, type Span, span } from '../render/paint.ts'
import * as words from './prove-words.ts'

const mostLines = 24

export interface ReportStyle {
  readonly language: Language
  readonly color: boolean
  /** One line for each entry that holds or is skipped; else every step of every entry. */
  readonly brief: boolean
}

/** The text of one judgement, with a line break at its end. */
export function renderJudgement(judgement: Judgement, entry: Entry, style: ReportStyle): string {
  return paintLines(linesOf(judgement, entry, style), style.color)
}

function linesOf(judgement: Judgement, entry: Entry, { language, brief }: ReportStyle): readonly Line[] {
  const { toolchain, skipped, steps, compared, unmeasured } = judgement
  const verdict = verdictOf(judgement, language)
  const why = span(skipped === undefined ? '' : `: ${words.skipWords[skipped][language]}`)
  if (brief && judgement.holds !== false)
    return [[verdict, span(`  ${judgement.entry}  `), span(toolchain, 'dim'), why]]
  return [
    [span(judgement.entry, 'bold'), span(`  ${entry.title[language]}`)],
    [span(`  ${toolchain}`)],
    ...steps.flatMap(step => stepLines(step, language)),
    ...compared.map(item => marked(item.holds, words.comparisonWords(item)[language])),
    ...unmeasured.map(measure => marked(false, words.notMeasured(measure)[language])),
    [span('  '), verdict, why],
    [],
  ]
}

function verdictOf({ skipped, holds }: Judgement, language: Language): Span {
  if (skipped !== undefined) return span(`- ${words.skipped[language]}`, 'dim')
  return holds
    ? span(`✓ ${words.holds[language]}`, 'good')
    : span(`✗ ${words.doesNotHold[language]}`, 'error')
}

function marked(holds: boolean, text: string): Line {
  return [span('    '), span(holds ? '✓' : '✗', holds ? 'good' : 'error'), span(` ${escapeControls(text)}`)]
}

function stepLines(step: Step, language: Language): readonly Line[] {
  const printed = step.output.trimEnd()
  const all = printed === '' ? [words.printedNothing[language]] : printed.split('\n')
  const shown = all
    .slice(0, mostLines)
    .map(line => [span('      | ', 'dim'), span(escapeControls(line.replaceAll('\t', '    ')))])
  if (all.length > mostLines)
    shown.push([span(`      ${words.moreLines(all.length - mostLines)[language]}`, 'dim')])
  return [
    [
      span(`    ${words.roleWords(step.role)[language]}: `),
      span(step.command, 'code'),
      span(`  ${words.exitCode(step.exit)[language]}`, 'dim'),
    ],
    ...shown,
    marked(step.holds, words.reasonWords(step.reason)[language]),
  ]
}
