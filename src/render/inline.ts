// The inline Markdown that entries use, as styled text: code, bold, links, backslashes.

import { escapeControls } from './escape.ts'
import { type Span, type Style, span } from './paint.ts'

/** The spans of one paragraph. Code keeps no backticks when `quiet` (a terminal with colours), else it does. */
export function parseInline(text: string, base: Style = 'plain', quiet = false): readonly Span[] {
  const spans: Span[] = []
  let plain = ''
  let bold = false
  let leaning = false
  const flush = () => {
    if (plain !== '') spans.push(span(escapeControls(plain), bold ? 'bold' : base))
    plain = ''
  }
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1]
      at += 2
    } else if (char === '`') {
      const code = codeSpanAt(text, at)
      if (code === null) {
        plain += char
        at++
      } else {
        flush()
        const inner = escapeControls(code.text)
        spans.push(span(quiet ? inner : `\`${inner}\``, 'code'))
        at = code.end
      }
    } else if (char === '*') {
      const two = text[at + 1] === '*'
      const mark = two ? '**' : '*'
      const open = two ? bold : leaning
      // `nil *pointer*` and `**now**` mark a word; `2 * 3` and `*args` do not.
      const marks = open || closesLater(text, at, mark)
      if (marks) flush()
      else plain += mark
      if (marks && two) bold = !bold
      if (marks && !two) leaning = !leaning
      at += mark.length
    } else if (char === '[') {
      const link = linkAt(text, at)
      if (link === null) {
        plain += char
        at++
      } else {
        flush()
        spans.push(...parseInline(link.label, base, quiet), span(` (${escapeControls(link.target)})`, 'dim'))
        at = link.end
      }
    } else {
      plain += char
      at++
    }
  }
  flush()
  return spans
}

function closesLater(text: string, at: number, mark: string): boolean {
  if (!/\S/.test(text[at + mark.length] ?? '')) return false
  const close = text.indexOf(mark, at + mark.length + 1)
  return close > 0 && /\S/.test(text[close - 1] ?? '')
}

interface CodeSpan {
  readonly text: string
  readonly end: number
}

/** The code span that starts with the backticks at `at`: ``` ``a`b`` ``` as well. */
export function codeSpanAt(text: string, at: number): CodeSpan | null {
  let ticks = 0
  while (text[at + ticks] === '`') ticks++
  const fence = '`'.repeat(ticks)
  let end = text.indexOf(fence, at + ticks)
  while (end >= 0 && (text[end + ticks] === '`' || text[end - 1] === '`')) {
    while (text[end] === '`') end++
    end = text.indexOf(fence, end)
  }
  if (end < 0) return null
  const inner = text.slice(at + ticks, end)
  const spaced = inner.length > 2 && inner.startsWith(' ') && inner.endsWith(' ')
  return { text: spaced ? inner.slice(1, -1) : inner, end: end + ticks }
}

function linkAt(
  text: string,
  at: number,
): { readonly label: string; readonly target: string; readonly end: number } | null {
  // `[the spec](https://go.dev/ref/spec#Map_types)`
  const middle = text.indexOf('](', at)
  if (middle < 0 || middle - at > 300) return null
  const end = text.indexOf(')', middle)
  if (end < 0 || end - middle > 500) return null
  const target = text.slice(middle + 2, end)
  return /^https?:\/\//.test(target) ? { label: text.slice(at + 1, middle), target, end: end + 1 } : null
}
