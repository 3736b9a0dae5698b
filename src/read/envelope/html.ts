// Text that was escaped for HTML, where all of it evidently was.

import { type Envelope, rewriteLines } from './stream.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

//   File &quot;app.py&quot;, line 3, in &lt;module&gt;      KeyError: &#39;id&#39;      &#x27;
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)/
const telling = /File &(?:quot|#34);|in &lt;\w|&(?:quot|#34);, line \d|&(?:#39|#x27|apos);/

export const html: Envelope = {
  name: 'html',
  open: stream => {
    let entities = 0
    let told = false
    let raw = false
    for (const line of stream.lines) {
      const escaped = line.includes('&') && line.search(entity) >= 0
      if (escaped) {
        entities++
        if (!told) told = telling.test(line) && isEscaped(line)
      }
      if (!raw) raw = !isEscaped(line)
    }
    if (entities === 0) return null
    // A text that shows no `<`, `>` or lone `&` at all was escaped as a whole; else only the lines that say so.
    if (raw && !told) return null
    return rewriteLines(stream, line => (line.includes('&') && isEscaped(line) ? unescapeHtml(line) : line))
  },
}

function isEscaped(line: string): boolean {
  if (line.includes('<') || line.includes('>')) return false
  if (!line.includes('&')) return true
  if (line.includes('"') && /&(?:quot|#34);/.test(line)) return false
  return !bareAmpersand.test(line)
}

export function unescapeHtml(text: string): string {
  return text.replace(entity, (whole, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
