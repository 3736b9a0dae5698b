// Statements of Python 2: `print total`, `except E, e`, `raise E, "why"`, `exec code`, `0777`.

import { callPrint, insert, replace } from '../words.ts'
import { type Candidate, repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'

export const oldStatement = repairing(
  (source, { line }) => {
    const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
    const start = tokens.findIndex(({ text }) => text === 'print' || text === 'exec')
    const [word, next, last] = [tokens[start], tokens[start + 1], tokens.at(-1)]
    const isHead = start === 0 || tokens[start - 1]?.text === ':' || tokens[start - 1]?.text === ';'
    if (word === undefined || last === undefined || !isHead) return []
    if (next === undefined)
      return [{ title: callPrint(word.text), changes: [{ start: word.end, end: word.end, text: '()' }] }]
    // `print >>sys.stderr, "late"`
    const comma = tokens.findIndex(token => token.text === ',' && token.depth === word.depth)
    const [target, rest] = [tokens[start + 2], tokens[comma + 1]]
    const content = (from: number) => source.text.slice(from, last.end)
    const toFile = next.text === '>>' && target !== undefined && rest !== undefined
    const file = toFile ? source.text.slice(target.start, tokens[comma]?.start) : ''
    const text = toFile ? `(${content(rest.start)}, file=${file})` : `(${content(next.start)})`
    // A comma at the end kept the line open.
    const open = text.endsWith(',)') ? `${text.slice(0, -2)}, end=" ")` : text
    return [
      {
        title: callPrint(word.text),
        changes: [{ start: word.end, end: last.end, text: open }],
        slots: { function: word.text },
      },
    ]
  },
  { parsesAlready: true },
)

export const oldExcept = repairing(
  (source, { line }) => {
    const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
    const [first, kind] = tokens
    const comma = tokens.findIndex(({ text, depth }, i) => i > 0 && text === ',' && depth === first?.depth)
    const [sign, name, colon] = [tokens[comma], tokens[comma + 1], tokens[comma + 2]]
    if (first?.text !== 'except' || !kind || !sign || !name) return []
    const as = tokens.findIndex(({ text }) => text === 'as')
    const head = tokens.findIndex(({ text, depth }, i) => i > comma && text === ':' && depth === first?.depth)
    const behind = as === -1 ? (head === -1 ? tokens.length : head) : as
    const end = tokens[behind - 1]?.end ?? name.end
    const several = `(${source.text.slice(kind.start, end)})`
    const tuple: Candidate = { title: insert('(…)'), changes: [{ start: kind.start, end, text: several }] }
    // A lower-case word alone behind the comma is the name for the exception.
    if (colon?.text !== ':' || name.kind !== 'name' || !/^[a-z_]/.test(name.text)) return [tuple]
    return [
      {
        title: replace(', ', ' as '),
        changes: [{ start: sign.start, end: name.start, text: ' as ' }],
        slots: { name: name.text },
      },
    ]
  },
  { parsesAlready: true },
)

export const oldRaise = repairing(
  (source, { line }) => {
    const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
    const [first, kind] = tokens
    const comma = tokens.findIndex(({ text, depth }) => text === ',' && depth === first?.depth)
    const [before, value, last] = [tokens[comma - 1], tokens[comma + 1], tokens.at(-1)]
    if (first?.text !== 'raise' || !kind || comma === -1 || !before || !value || !last) return []
    const text = `${source.text.slice(kind.start, before.end)}(${source.text.slice(value.start, last.end)})`
    return [{ title: replace(', ', '(…)'), changes: [{ start: kind.start, end: last.end, text }] }]
  },
  { parsesAlready: true },
)

/** `021`: a decimal number with zeros before it, or an octal one of Python 2. */
export const leadingZeros = repairing(
  (source, { line }) => {
    const near = source.code.filter(
      token => token.kind === 'number' && /^0+\d/.test(token.text) && Math.abs(token.line - line) <= 1,
    )
    return near.flatMap((token): readonly Candidate[] => {
      const decimal = token.text.replace(/^0+(?=\d)/, '')
      const octal = `0o${token.text.replace(/^0+/, '')}`
      const change = (text: string) => ({
        title: replace(token.text, text),
        changes: [{ start: token.start, end: token.end, text }],
        line: token.line,
      })
      // Modes of files have three digits of eight: os.chmod(path, 0644)
      const isMode =
        /^0[0-7]{3}$/.test(token.text) &&
        /chmod|mkdir|makedirs|umask|mode|perm/i.test(source.text.split('\n')[token.line - 1] ?? '')
      if (/[89]/.test(token.text)) return [change(decimal)]
      return isMode ? [change(octal), change(decimal)] : [change(decimal), change(octal)]
    })
  },
  { parsesAlready: true },
)
