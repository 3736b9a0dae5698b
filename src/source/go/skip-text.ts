// Steps over stretches of Go text without a syntax tree: strings, comments and brackets.

const openers = '([{'
const closers = ')]}'

/** The offset behind the string, rune or comment that begins at `at`; `at` itself where none does. */
export function skipLiteral(text: string, at: number): number {
  const char = text[at]
  if (char === '/' && text[at + 1] === '/') {
    const end = text.indexOf('\n', at)
    return end === -1 ? text.length : end
  }
  if (char === '/' && text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2)
    return end === -1 ? text.length : end + 2
  }
  if (char === '`') {
    const end = text.indexOf('`', at + 1)
    return end === -1 ? text.length : end + 1
  }
  if (char !== '"' && char !== "'") return at
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === char) return i + 1
    else if (text[i] === '\n') return i
  }
  return text.length
}

/**
 * The offset of the first character of `stops` outside brackets, strings and comments, from `at` on; of the bracket that
 * closes more than was opened, or `end`, where there is none before.
 */
export function findOutside(text: string, at: number, stops: string, end = text.length): number {
  let depth = 0
  let i = at
  while (i < end) {
    const behind = skipLiteral(text, i)
    if (behind > i) {
      i = behind
      continue
    }
    const char = text[i] ?? ''
    if (depth === 0 && stops.includes(char)) return i
    if (openers.includes(char)) depth++
    else if (closers.includes(char) && --depth < 0) return i
    i++
  }
  return end
}

/** `text` cut at the commas outside its brackets; none for blank text. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  while (start < text.length) {
    let end = findOutside(text, start, ',')
    // A bracket too many ends nothing here.
    while (end < text.length && text[end] !== ',') end = findOutside(text, end + 1, ',')
    parts.push(text.slice(start, end).trim())
    start = end + 1
  }
  return parts.length === 1 && parts[0] === ''
    ? []
    : parts.filter((part, i) => part !== '' || i < parts.length - 1)
}
