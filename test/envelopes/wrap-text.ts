// Wraps a text as terminals, Windows, browsers and Markdown do.

import { cellsOf } from '../../src/read/envelope/cells.ts'

/** `a\nb\n` to `a`, `b`. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n')
}

export function eachLine(text: string, wrap: (line: string, index: number) => string): string {
  return `${linesOf(text).map(wrap).join('\n')}\n`
}

/** The colours that CPython 3.13 and Go's test runners print. */
export function colour(text: string): string {
  const paint = (code: string, what: string): string => `\x1b[${code}m${what}\x1b[0m`
  return eachLine(text, (line, index) => {
    //   File "/srv/app/main.py", line 4, in parse
    const frame = /^(.*File )(".*?")(, line )(\d+)(?:(, in )(.*))?$/.exec(line)
    if (frame) {
      const [, head = '', file = '', at = '', number = '', within = '', name = ''] = frame
      return `${head}${paint('35', file)}${at}${paint('35', number)}${within}${name === '' ? '' : paint('35', name)}`
    }
    // KeyError: 'id'
    const exception = /^([\w.]+Error)(: )(.*)$/.exec(line)
    if (exception) return `${paint('1;35', exception[1] ?? '')}: ${paint('35', exception[3] ?? '')}`
    // A terminal with hyperlinks, and one that clears the rest of the line.
    if (index % 5 === 1) return `\x1b]8;;https://go.dev/\x1b\\${line}\x1b]8;;\x1b\\`
    return index % 3 === 0 ? `${paint('31;1', line)}\x1b[K` : line
  })
}

/** Cut into lines of `width` cells. */
export function foldTerminal(text: string, width: number): string {
  return eachLine(text, line => {
    const rows: string[] = ['']
    for (const char of line) {
      const row = rows.at(-1) ?? ''
      if (cellsOf(row + char) > width) rows.push(char)
      else rows[rows.length - 1] = row + char
    }
    return rows.join('\n')
  })
}

/** As Python's html.escape and Go's html.EscapeString do, which differ in the quotes. */
export function escapeHtml(
  text: string,
  quotes: { readonly double: string; readonly single: string },
): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quotes.double)
    .replaceAll("'", quotes.single)
}

export function quoteMarkdown(text: string): string {
  return eachLine(text, line => (line === '' ? '>' : `> ${line}`))
}

/** A code block by indentation, in an issue's prose. */
export function indentMarkdown(text: string): string {
  const code = eachLine(text, line => (line === '' ? '' : `    ${line}`))
  return `Since the last deploy I get this:\n\n${code}\nWhat is wrong here?\n`
}

export function fenceMarkdown(text: string): string {
  return `Steps:\n\n1. start the service\n2. see\n\n\`\`\`console\n${text}\`\`\`\n\nWhat is wrong here?\n`
}

/** A fence inside a list item, indented with it. */
export function fenceInList(text: string): string {
  const code = eachLine(`\`\`\`\n${text}\`\`\``, line => (line === '' ? '' : `   ${line}`))
  return `1. start the service\n2. it prints\n\n${code}\n3. that is all\n`
}
