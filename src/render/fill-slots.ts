// Puts the names from the reader's failure into an entry's title and prose, without letting them become markup.

import type { Entry } from '../model/entry.ts'
import type { Slots } from '../model/finding.ts'
import { slotsOf } from '../model/template.ts'
import { cutText, escapeControls } from './escape.ts'
import { codeSpanAt } from './inline.ts'

/** Longer values are cut: they come from the reader's own text, which stands above in full. */
const longest = 120

// `undefined: {name}`, `'NoneType' object has no attribute '{attribute}'`
const slot = /\{([A-Za-z][\w-]*)\}/g

/** The names of an entry's slots: those of its message templates, and those that inspections fill. */
export function slotNames({ signatures, slots }: Pick<Entry, 'signatures' | 'slots'>): ReadonlySet<string> {
  return new Set([...slots, ...signatures.flatMap(({ text }) => slotsOf(text))])
}

/**
 * `text` (Markdown) with every `{name}` of `names` replaced by its value, or by `…` where the failure has none. Braces
 * that are no slot (`Cart{quantity}`, `{"a": 1}`) stay. A value is escaped for where it stands: in inline code
 * the backticks around it grow when it has some itself, in plain text Markdown characters get a backslash.
 */
export function fillSlots(text: string, slots: Slots, names: ReadonlySet<string>): string {
  if (names.size === 0 || !text.includes('{')) return text
  const value = (name: string) => {
    const given = slots[name]
    return given === undefined ? '…' : cutText(escapeControls(given), longest)
  }
  const fill = (part: string, protect: (value: string) => string) =>
    part.replace(slot, (whole, name: string) => (names.has(name) ? protect(value(name)) : whole))
  const asIs = (v: string) => v
  let out = ''
  let plain = 0
  for (let at = 0; at < text.length; ) {
    const atLineStart = at === 0 || text[at - 1] === '\n'
    if (atLineStart && text.startsWith('```', at)) {
      const close = text.indexOf('\n```', at)
      const end = close < 0 ? text.length : close + 4
      out += fill(text.slice(plain, at), escapeMarkdown) + fill(text.slice(at, end), asIs)
      at = plain = end
    } else if (text[at] === '`') {
      const code = codeSpanAt(text, at)
      if (code === null) at++
      else {
        out += fill(text.slice(plain, at), escapeMarkdown)
        const before = text.slice(at, code.end)
        const inner = fill(code.text, asIs)
        out += inner === code.text ? before : codeSpan(inner)
        at = plain = code.end
      }
    } else at++
  }
  return out + fill(text.slice(plain), escapeMarkdown)
}

/** `text` as inline Markdown code, whatever it holds. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  if (runs.length === 0) return text.trim() === '' ? `\`${text || ' '}\`` : `\`${text}\``
  const fence = '`'.repeat(Math.max(...runs.map(r => r.length)) + 1)
  return `${fence} ${text} ${fence}`
}

/** `text` with a backslash before every character that Markdown could take for markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&|#~]/g, '\\$&')
}
