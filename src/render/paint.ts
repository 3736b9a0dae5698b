// Styled text and its colours on a terminal. Layout works on spans; escape codes come last.

export type Style = 'plain' | 'bold' | 'dim' | 'code' | 'error' | 'good' | 'doubt' | 'link'

export interface Span {
  readonly text: string
  readonly style: Style
}

/** One line of a terminal. */
export type Line = readonly Span[]

const codes: Readonly<Record<Style, string>> = {
  plain: '',
  bold: '1',
  dim: '2',
  code: '36',
  error: '1;31',
  good: '32',
  doubt: '33',
  link: '4',
}

/** Shorthand for one span. */
export function span(text: string, style: Style = 'plain'): Span {
  return { text, style }
}

/** The line as text, with colour codes where `color`; spaces at its end are dropped. */
export function paintLine(line: Line, color: boolean): string {
  let out = ''
  for (const part of line) {
    const code = codes[part.style]
    out += color && code !== '' && part.text.trim() !== '' ? `\x1b[${code}m${part.text}\x1b[0m` : part.text
  }
  return out.trimEnd()
}

/** Lines as text, each ended by a line break. */
export function paintLines(lines: readonly Line[], color: boolean): string {
  return lines.map(l => `${paintLine(l, color)}\n`).join('')
}
