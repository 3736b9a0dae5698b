// What the reader's source tells besides the answer: a sentence each, with the line that it speaks of.

import type { Finding } from '../model/finding.ts'
import type { Language } from '../model/language.ts'
import type { SourceLookup } from '../model/source.ts'
import { cutText, escapeControls } from './escape.ts'
import { parseInline } from './inline.ts'
import { type Line, span } from './paint.ts'
import { cutLine, wrapSpans } from './wrap.ts'

export interface NoteOptions {
  readonly language: Language
  readonly color: boolean
  readonly width: number
  readonly source: SourceLookup
}

/** How many notes an answer shows. */
const mostNotes = 3

/** The notes in lines, each place once; empty without notes. */
export function layOutNotes(finding: Finding, options: NoteOptions): readonly Line[] {
  const { language, color, width, source } = options
  return shownNotes(finding).flatMap(({ text, place }): readonly Line[] => {
    const words = parseInline(escapeControls(text[language]), 'plain', color)
    if (place === null) return wrapSpans(words, width)
    const found = source(place.file)
    const where = `${escapeControls(found?.path ?? place.file)}:${place.line}`
    const line = found?.lines[place.line - 1]?.trim()
    const code = line === undefined || line === '' ? [] : [quoteLine(place.line, line, width)]
    return [...wrapSpans([span(where, 'link'), span('  '), ...words], width), ...code]
  })
}

/** Those of a finding that an answer shows. */
export function shownNotes({ notes = [] }: Finding): NonNullable<Finding['notes']> {
  const isSame = (a: (typeof notes)[number], b: (typeof notes)[number]) =>
    a.text.en === b.text.en && a.place?.line === b.place?.line && a.place?.file === b.place?.file
  return notes.filter((note, i) => notes.findIndex(other => isSame(note, other)) === i).slice(0, mostNotes)
}

function quoteLine(number: number, text: string, width: number): Line {
  return cutLine(
    [span(`  ${number} │ ${escapeControls(cutText(text.replaceAll('\t', '    '), width))}`, 'dim')],
    width,
  )
}
