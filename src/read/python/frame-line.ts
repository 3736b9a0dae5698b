// The line that opens a frame: `File "main.py", line 3, in load`.

/** A frame's header as printed. */
export interface FrameLine {
  readonly file: string
  readonly line: number
  /** Null where the text names none, as above a SyntaxError. */
  readonly function: string | null
  /** Width of the white space before `File`. */
  readonly indent: number
}

// `  File "/srv/app/main.py", line 6, in <module>`; above a SyntaxError `  File "main.py", line 2`
const frameLine = /^(\s{0,80})File "(.+)", line (\d{1,9})(?:, in (.+))?\s*$/

/** What a frame's header says; null for any other line, faulthandler's `line 3 in f` included. */
export function parseFrameLine(text: string): FrameLine | null {
  if (text.length > 8192 || !text.includes('File "')) return null
  const match = frameLine.exec(text)
  if (!match) return null
  const [, space = '', file = '', line = '', name] = match
  return { file, line: Number(line), function: name ?? null, indent: space.length }
}

/** `./` removed and `\` turned to `/`, as a Position wants it. */
export function normalizePath(file: string): string {
  const path = file.startsWith('<') ? file : file.replaceAll('\\', '/')
  return path.startsWith('./') ? path.slice(2) : path
}
