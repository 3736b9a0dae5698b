// `faq explain`: the page of an entry, as Markdown in a pipe, laid out on a terminal.

import { renderEntryPage } from '../render/entry-page.ts'
import { paintLines } from '../render/paint.ts'
import { layOutProse } from '../render/prose.ts'
import { findEntry } from './find-entry.ts'
import { openInstalled } from './open-installed.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { entryNeeded } from './words.ts'

const widestPage = 100

export async function perform(call: Call): Promise<number> {
  if (call.args.length === 0) throw new Refusal(entryNeeded)
  const kb = openInstalled()
  const pages = call.args.map(name => renderEntryPage(findEntry(name, kb), call.language))
  const markdown = pages.join('\n---\n\n')
  const format = call.values.format ?? (call.out.terminal ? 'terminal' : 'markdown')
  if (format === 'markdown') {
    call.out.write(markdown)
    return 0
  }
  const width = Math.min(call.out.width, widestPage)
  const text = pages
    .map(p => paintLines(layOutProse(p, { width, indent: 0, color: call.out.color }), call.out.color))
    .join('\n')
  if (call.out.terminal) (await import('./show-page.ts')).showPage(text, call.out)
  else call.out.write(text)
  return 0
}
