// Text from a log is never trusted: what would move a cursor, recolour, reorder or hide is made visible.

/**
 * C0 controls as their Unicode picture (ESC is `␛`), C1 controls, bidirectional and invisible characters and lone
 * surrogates as `<U+009B>`. A tab becomes a space, a line break `␊`: the result is always one line.
 */
export function escapeControls(text: string): string {
  return unsafe.test(text) ? text.replace(unsafeAll, picture) : text
}

// As in `\x1b]0;title\x07`, `\x9b31m`, `if user \u202e== "admin"`: C0, DEL, C1, zero width, line separators, bidi, BOM.
const pattern =
  '[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb]' +
  '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]'
const unsafe = new RegExp(pattern)
const unsafeAll = new RegExp(pattern, 'g')

function picture(char: string): string {
  const code = char.charCodeAt(0)
  if (code === 0x09) return ' '
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  if (code >= 0xd800 && code < 0xe000) return '\ufffd'
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

/** The first `limit` code points of `text`, with `…` where more was there. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const chars = [...text.slice(0, limit * 2 + 2)]
  return chars.length <= limit && text.length <= limit * 2 + 2
    ? text
    : `${chars.slice(0, limit - 1).join('')}…`
}
