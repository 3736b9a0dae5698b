// Imports that name nothing, or what is no module; and what may not stand behind `as`.

import { keywords } from '../keywords.ts'
import { atCaret } from './caret.ts'

/** `from os import`: the line ends where the names should stand. */
export const emptyImport = atCaret(({ tokens, bad, before, second }) => {
  if (!/^(?:import|from)$/.test(tokens[0]?.text ?? '')) return null
  const isEmpty =
    (before?.text === 'import' && (bad === undefined || bad.text === ';')) ||
    (before?.text === '(' && second?.text === 'import' && bad?.text === ')')
  return isEmpty ? {} : null
})

/** `import os.path as os.tools`, `except KeyError as self.error`, `import x as None`. */
export const asTarget = atCaret(({ tokens, bad, before, second }) => {
  if (bad === undefined || !/^(?:import|from|except|case)$/.test(tokens[0]?.text ?? '')) return null
  if (second?.text === 'as' && before?.kind === 'name' && /^(?:\.|\[|\()$/.test(bad.text)) return {}
  if (before?.text !== 'as') return null
  return keywords.has(bad.text) || /^[([{]$/.test(bad.text) || bad.kind === 'number' || bad.kind === 'string'
    ? {}
    : null
})

/** `import "orders"`, `import my-module`, `from orders import lib.total`. */
export const importForm = atCaret(({ tokens, at, bad, before }) => {
  const [first, second] = tokens
  if (first === undefined || at === 0 || !/^(?:import|from)$/.test(first.text)) return null
  // `from` is of an old `yield` or `raise` elsewhere.
  if (first.text === 'from' && second?.kind === 'operator' && !/^\.+$/.test(second.text)) return null
  return { slots: { written: bad?.text ?? before?.text ?? first.text } }
})
