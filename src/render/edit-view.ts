// An edit as a reader sees it: what it does, how sure it is, and the lines that change.

import type { Edit } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import { escapeControls } from './escape.ts'
import { parseInline } from './inline.ts'
import { type Line, type Style, span } from './paint.ts'
import * as words from './words.ts'
import { cutLine, wrapSpans } from './wrap.ts'

export interface EditOptions {
  readonly language: Language
  readonly color: boolean
  readonly width: number
}

/** The lines of a diff that an answer shows; `faq why --format markdown` has all. */
const mostLines = 10

/** The first edit with the lines that change, the titles of the others; empty without edits. */
export function layOutEdits(edits: readonly Edit[], options: EditOptions): readonly Line[] {
  const [first, ...others] = edits
  if (first === undefined) return []
  const { language, color, width } = options
  const titleOf = (edit: Edit, lead: string) =>
    wrapSpans(
      [
        // A Chinese colon brings its own space.
        span(language === 'en' ? `${lead} ` : lead, 'bold'),
        ...parseInline(escapeControls(edit.title[language]), 'plain', color),
      ],
      width,
    )
  const lead = words.editLead(first.certain)[language]
  return [
    ...titleOf(first, lead),
    ...layOutDiff(first.diff, width),
    ...others.slice(0, 2).flatMap(edit => titleOf(edit, words.orElse[language])),
    ...(first.certain ? wrapSpans([span(words.applyWith[language], 'dim')], width) : []),
  ]
}

// --- a/cart.go, @@ -3,7 +3,8 @@, " import (", "+\t\"strings\""
function layOutDiff(diff: string, width: number): readonly Line[] {
  const lines = diff.split('\n').slice(0, -1)
  const files = lines.filter(line => line.startsWith('+++ b/')).length
  const shown = lines.flatMap((line): readonly (readonly [string, Style])[] => {
    if (line.startsWith('--- a/')) return []
    if (line.startsWith('+++ b/')) return files > 1 ? [[line.slice('+++ b/'.length), 'link']] : []
    if (line.startsWith('+')) return [[line, 'good']]
    if (line.startsWith('-')) return [[line, 'error']]
    return []
  })
  const cut = shown.length > mostLines ? [...shown.slice(0, mostLines - 1), ['…', 'dim'] as const] : shown
  return cut.map(([text, style]) =>
    cutLine([span(`  ${escapeControls(text.replace(/\r$/, '').replaceAll('\t', '    '))}`, style)], width),
  )
}
