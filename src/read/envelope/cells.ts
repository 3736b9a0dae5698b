// How many cells of a terminal a line takes: tabs go to the next stop, Chinese characters take two.

const wide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6)

/** The width of `line` with tab stops every 8 cells. The halves of a surrogate pair take a cell each. */
export function cellsOf(line: string): number {
  let cells = 0
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code === 0x09) cells += 8 - (cells % 8)
    else if (code >= 0x1100 && wide(code)) cells += 2
    else cells++
  }
  return cells
}

/** Whether every character takes one cell; a quick look. */
export function isPlain(line: string): boolean {
  return !/[\t\u1100-\uffff]/.test(line)
}

/** Whether the text begins with a character of two cells. */
export function mayBeWide(text: string): boolean {
  return wide(text.charCodeAt(0)) || (text.charCodeAt(0) >= 0xd800 && text.charCodeAt(0) <= 0xdbff)
}
