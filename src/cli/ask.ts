// `faq ask`: the entry that answers a question in words.

import { ask } from '../ask/ask.ts'
import type { Entry } from '../model/entry.ts'
import { parseInline } from '../render/inline.ts'
import { formatJson } from '../render/json.ts'
import { type Line, paintLines, span } from '../render/paint.ts'
import { layOutProse } from '../render/prose.ts'
import { wrapSpans } from '../render/wrap.ts'
import { openInstalled } from './open-installed.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { alsoNear, moreWith, nothingFits, questionNeeded } from './words.ts'

/** The version of the package; the build puts it in. */
declare const FAQ_VERSION: string

const mostAnswers = 5

interface Answer {
  readonly entry: Entry
  readonly score: number
}

export function perform(call: Call): number {
  const { language, out } = call
  const question = call.args.join(' ').trim()
  if (question === '') throw new Refusal(questionNeeded)
  const kb = openInstalled()
  const answers = ask(question, kb)
    .slice(0, mostAnswers)
    .flatMap(({ id, score }): readonly Answer[] => {
      const entry = kb.entry(id)
      return entry === null ? [] : [{ entry, score }]
    })
  if (call.flags.has('json')) {
    const list = answers.map(({ entry, score }) => ({
      entry: entry.id,
      kind: entry.kind,
      title: entry.title[language],
      short: entry.prose[language].short ?? '',
      score,
    }))
    out.write(formatJson({ version: FAQ_VERSION, question, answers: list }))
    return 0
  }
  out.write(paintLines(layOutAnswers(answers, call), out.color))
  return 0
}

function layOutAnswers(answers: readonly Answer[], call: Call): readonly Line[] {
  const { language, out } = call
  const width = Math.min(out.width, 100)
  const [best, ...others] = answers
  if (best === undefined) return wrapSpans([span(nothingFits[language])], width)
  const titleOf = (entry: Entry, style: 'bold' | 'plain') =>
    parseInline(entry.title[language], style, out.color)
  const { entry } = best
  const lines: Line[] = [
    ...wrapSpans([...titleOf(entry, 'bold'), span('  '), span(entry.id, 'dim')], width),
    [],
    ...layOutProse(entry.prose[language].short ?? '', { width, indent: 0, color: out.color }),
    [],
    ...wrapSpans([span(moreWith(`faq explain ${entry.id}`)[language], 'dim')], width),
  ]
  if (others.length === 0) return lines
  lines.push([], [span(alsoNear[language], 'bold')])
  for (const other of others) {
    lines.push(
      ...wrapSpans(
        [span('  '), ...titleOf(other.entry, 'plain'), span('  '), span(other.entry.id, 'dim')],
        width,
        4,
      ),
    )
  }
  return lines
}
