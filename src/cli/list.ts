// `faq list`: the entries there are.

import { escapeControls } from '../render/escape.ts'
import { parseInline } from '../render/inline.ts'
import { formatJson } from '../render/json.ts'
import { paintLine, span } from '../render/paint.ts'
import { padTo, textWidth } from '../render/width.ts'
import { cutLine } from '../render/wrap.ts'
import { nearest } from './nearest.ts'
import { openInstalled } from './open-installed.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { kindNames, noEntriesUnder } from './words.ts'

export function perform(call: Call): number {
  const { language, out } = call
  const all = openInstalled().summaries()
  const prefixes = call.args
  const chosen = all.filter(s => prefixes.length === 0 || prefixes.some(p => s.id.startsWith(p)))
  const [first] = prefixes
  if (chosen.length === 0 && first !== undefined && !call.flags.has('json')) {
    throw new Refusal(
      noEntriesUnder(
        first,
        nearest(
          first,
          all.map(s => s.id),
          3,
        ),
      ),
    )
  }
  if (call.flags.has('json')) {
    out.write(formatJson(chosen.map(s => ({ id: s.id, kind: s.kind, title: s.title[language] }))))
    return 0
  }
  if (call.flags.has('ids')) {
    out.write(chosen.map(s => `${s.id}\n`).join(''))
    return 0
  }
  const ids = Math.max(...chosen.map(s => s.id.length))
  const kinds = Math.max(...chosen.map(s => textWidth(kindNames[s.kind][language])))
  const lines = chosen.map(s => {
    const line = [
      span(s.id.padEnd(ids + 2)),
      span(padTo(kindNames[s.kind][language], kinds + 2), 'dim'),
      ...parseInline(escapeControls(s.title[language]), 'plain', out.color),
    ]
    return `${paintLine(out.terminal ? cutLine(line, out.width) : line, out.color)}\n`
  })
  out.write(lines.join(''))
  return 0
}
