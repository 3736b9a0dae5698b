// Reads a quoted string with backslash escapes, as JSON, Go, Python and logfmt write it.

export interface Quoted {
  readonly text: string
  /** The index behind the closing quote, or the length of the line where it is missing. */
  readonly end: number
  readonly closed: boolean
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  '0': '\0',
}

/** Reads the string whose opening quote stands at `start`. Unknown escapes stay as they are. */
export function readQuoted(line: string, start: number): Quoted {
  const quote = line.charCodeAt(start)
  let end = start + 1
  let escaped = false
  while (end < line.length) {
    const code = line.charCodeAt(end)
    if (code === quote) break
    if (code === 0x5c) {
      escaped = true
      end++
    }
    end++
  }
  const closed = end < line.length
  const body = line.slice(start + 1, end)
  return { text: escaped ? unescapeBackslashes(body) : body, end: Math.min(end + 1, line.length), closed }
}

// \n \t \" \\ \u00e9 \x1b
const backslash = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g

export function unescapeBackslashes(text: string): string {
  return text.replace(backslash, (whole, unicode?: string, byte?: string, char?: string) => {
    const hex = unicode ?? byte
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    if (char === undefined) return whole
    return simple[char] ?? ('"\'\\/`'.includes(char) ? char : whole)
  })
}
