// `faq help`, `--help`: what there is and how to use it, made from the table of verbs.

import { type Line, paintLines, span } from '../render/paint.ts'
import { padTo, textWidth } from '../render/width.ts'
import { wrapSpans } from '../render/wrap.ts'
import { nearest } from './nearest.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { findVerb, globalOptions, type Option, type VerbRow, verbs } from './verbs.ts'
import * as words from './words.ts'

type Row = readonly [left: string, right: string]

export function perform(call: Call): number {
  const [name] = call.args
  if (name === undefined) {
    call.out.write(paintLines(overview(call), call.out.color))
    return 0
  }
  const verb = findVerb(name)
  if (verb === null)
    throw new Refusal(
      words.unknownHelp(
        name,
        nearest(
          name,
          verbs.map(v => v.name),
          1,
        )[0] ?? null,
      ),
    )
  call.out.write(paintLines(verbHelp(verb, call), call.out.color))
  return 0
}

function overview(call: Call): readonly Line[] {
  const say = (w: { readonly en: string; readonly zh: string }) => w[call.language]
  const width = widthOf(call)
  const usage = [`faq ${say(words.argumentWords.verb ?? words.aboutFaq)} …`, 'COMMAND 2>&1 | faq']
  return [
    ...wrapSpans([span(say(words.aboutFaq))], width),
    [],
    heading(say(words.helpHeadings.usage)),
    ...usage.map((u): Line => [span(`  ${u}`)]),
    [],
    heading(say(words.helpHeadings.verbs)),
    ...table(
      verbs.map(v => [v.name, sayOf(words.verbWords[v.name], call)]),
      width,
    ),
    [],
    heading(say(words.helpHeadings.options)),
    ...table(
      globalOptions.map(o => optionRow(o, '', call)),
      width,
    ),
    [],
    heading(say(words.helpHeadings.examples)),
    ...exampleLines('', call),
    [],
    ...wrapSpans([span(say(words.moreHelp))], width),
  ]
}

function verbHelp(verb: VerbRow, call: Call): readonly Line[] {
  const say = (w: { readonly en: string; readonly zh: string }) => w[call.language]
  const width = widthOf(call)
  const options = [...verb.options, ...globalOptions.filter(o => o.name !== 'version')]
  return [
    [span(`faq ${verb.name}`, 'bold'), span(` — ${sayOf(words.verbWords[verb.name], call)}`)],
    [],
    heading(say(words.helpHeadings.usage)),
    [span(`  faq ${verb.name} ${sayOf(words.argumentWords[verb.takes], call)}`)],
    [],
    heading(say(words.helpHeadings.options)),
    ...table(
      options.map(o => optionRow(o, verb.name, call)),
      width,
    ),
    [],
    heading(say(words.helpHeadings.examples)),
    ...exampleLines(verb.name, call),
  ]
}

function optionRow(option: Option, verb: string, call: Call): Row {
  const value = option.choices?.join('|') ?? option.name.toUpperCase()
  const left = `${option.short ? `-${option.short}, ` : ''}--${option.name}${option.kind === 'flag' ? '' : ` ${value}`}`
  return [left, sayOf(words.optionWords[`${verb}.${option.name}`] ?? words.optionWords[option.name], call)]
}

function exampleLines(name: string, call: Call): readonly Line[] {
  const rows = words.examples[name] ?? []
  return table(
    rows.map(e => [e.command, e.words[call.language]]),
    widthOf(call),
  )
}

/** Two columns; what does not fit beside its left column stands below it. */
function table(rows: readonly Row[], width: number): readonly Line[] {
  const widest = Math.max(0, ...rows.map(([left]) => textWidth(left)))
  const column = Math.min(widest, Math.floor(width / 2)) + 2
  return rows.flatMap(([left, right]) => {
    const text = wrapSpans([span(right)], width - column - 2)
    const fits = textWidth(left) + 2 <= column
    const margin = ' '.repeat(column + 2)
    const lines = text.map(
      (line, i): Line => [span(i === 0 && fits ? `  ${padTo(left, column)}` : margin), ...line],
    )
    return fits ? lines : [[span(`  ${left}`)], ...lines]
  })
}

function heading(text: string): Line {
  return [span(text, 'bold')]
}

function sayOf(pair: { readonly en: string; readonly zh: string } | undefined, call: Call): string {
  return pair?.[call.language] ?? ''
}

function widthOf(call: Call): number {
  return Math.min(call.out.width, 100)
}
