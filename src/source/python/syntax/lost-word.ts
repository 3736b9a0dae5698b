// Words of a statement that are gone, with the edits that put them back: `as`, `import`, `=`, `_`, a blank.

import type { Words } from '../../../model/language.ts'
import { keywords } from '../keywords.ts'
import { insert, replace } from '../words.ts'
import { caretOf, endsValue, isDef } from './caret.ts'
import { type Candidate, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

const types = /^(?:int|float|double|string|String|str|bool|boolean|char|long|list|dict|object|bytes)$/

export const lostWord = repairing(
  (source, scene) => {
    const caret = caretOf(scene)
    if (caret === null) return []
    const { tokens, at, bad, before, second } = caret
    const lost = lostElse(tokens)
    if (lost.length > 0) return lost
    const [first] = tokens
    // `from . events`
    if (
      bad === undefined &&
      first?.text === 'from' &&
      before?.kind === 'name' &&
      /^\.+$/.test(second?.text ?? '') &&
      at <= 4
    )
      return [
        {
          title: insert('import'),
          changes: [
            {
              start: before.start,
              end: before.start,
              text: second?.end === before.start ? ' import ' : 'import ',
            },
          ],
          line: before.line,
          doubtful: true,
        },
      ]
    if (bad === undefined || before === undefined || first === undefined || bad.line !== before.line)
      return []
    const between = (title: Words, text: string): Candidate => ({
      title,
      changes: [{ start: before.end, end: bad.start, text }],
      line: bad.line,
      doubtful: true,
    })
    const found: Candidate[] = []
    if (!endsValue(before) || keywords.has(bad.text)) return []
    // `order total` of an `order_total` that stands elsewhere.
    if (before.kind === 'name' && bad.kind === 'name') {
      const joined = `${before.text}_${bad.text}`
      if (isKnown(source.code, joined, tokens))
        return [
          {
            title: replace(`${before.text} ${bad.text}`, joined),
            changes: [{ start: before.start, end: bad.end, text: joined }],
            line: bad.line,
          },
        ]
    }
    if (/^(?:with|except|import|from)$/.test(first.text) && bad.kind === 'name') {
      if (first.text === 'from' && !tokens.slice(0, at).some(({ text }) => text === 'import'))
        return [between(insert('import'), ' import ')]
      found.push(between(insert('as'), ' as '))
      if (first.text !== 'except') found.push(between(insert(','), ', '))
      return second?.text === '.' || !before.text.includes(bad.text) ? found : found.reverse()
    }
    if (isDef(tokens) && before.depth > 0 && before.kind === 'name' && bad.kind === 'name') {
      if (!types.test(before.text)) return [between(insert(','), ', ')]
      const typed = `${bad.text}: ${before.text}`
      return [
        {
          ...between(replace(`${before.text} ${bad.text}`, typed), ''),
          changes: [{ start: before.start, end: bad.end, text: typed }],
        },
      ]
    }
    // `total order.total`
    if (at === 1 && before.kind === 'name') found.push(between(insert('='), ' = '))
    return found
  },
  { parsesAlready: true },
)

/** `fee = 500 if heavy 0`: where `else` must have stood. */
function lostElse(tokens: readonly Token[]): readonly Candidate[] {
  if (/^(?:if|elif|while|case)$/.test(tokens[0]?.text ?? '')) return []
  const at = tokens.findIndex(({ text }, i) => text === 'if' && i > 0 && !isFilter(tokens, i))
  const depth = tokens[at]?.depth
  if (at === -1) return []
  for (let i = at + 1; i < tokens.length - 1; i++) {
    const [left, right] = [tokens[i], tokens[i + 1]]
    if (left === undefined || right === undefined || left.text === 'else' || right.depth < (depth ?? 0))
      return []
    const starts =
      right.kind !== 'operator'
        ? !keywords.has(right.text) || /^(?:None|True|False|not|lambda)$/.test(right.text)
        : /^[{[]$/.test(right.text) && left.end < right.start
    if (right.depth === depth && endsValue(left) && starts)
      return [
        {
          title: insert('else'),
          changes: [{ start: left.end, end: left.end, text: ' else' }],
          line: left.line,
          doubtful: true,
        },
      ]
  }
  return []
}

/** Whether the `if` at `at` is the condition of a comprehension. */
function isFilter(tokens: readonly Token[], at: number): boolean {
  const depth = tokens[at]?.depth
  for (let i = at - 1; i >= 0 && (tokens[i]?.depth ?? 0) >= (depth ?? 0); i--)
    if (tokens[i]?.text === 'for' && tokens[i]?.depth === depth) return true
  return false
}

/** Whether a name stands in the file, outside of the failing statement. */
function isKnown(code: readonly Token[], name: string, but: readonly Token[]): boolean {
  const [from, to] = [but[0]?.start ?? 0, but.at(-1)?.end ?? 0]
  return code.some(
    token => token.kind === 'name' && token.text === name && (token.start < from || token.end > to),
  )
}

const glued =
  /^(def|class|import|from|return|raise|if|elif|while|for|with|not|del|assert|async|await|yield|lambda|global)(?=[A-Za-z_])/

/** `defload(path):`, `importos`, `ifpaid:`: a keyword has lost the blank behind it. */
export const gluedKeyword = repairing((source, { line }) =>
  source.code.flatMap((token, i): readonly Candidate[] => {
    if (token.kind !== 'name' || token.line !== line || source.code[i - 1]?.line === line) return []
    const keyword = glued.exec(token.text)?.[1]
    if (keyword === undefined || keywords.has(token.text)) return []
    const fresh = `${keyword} ${token.text.slice(keyword.length)}`
    return [
      {
        title: replace(token.text, fresh),
        changes: [{ start: token.start, end: token.end, text: fresh }],
        slots: { written: token.text, python: fresh },
        line,
      },
    ]
  }),
)

/** `total(order):`, `total > 3:`: the word that a block begins with is gone. */
export const lostHead = repairing((_, scene) => {
  const { tokens } = caretOf(scene) ?? { tokens: [] }
  const [first, second] = tokens
  const last = tokens.at(-1)
  if (first === undefined || last?.text !== ':' || last.depth > 0 || tokens.length < 2) return []
  if (
    first.kind === 'operator' ||
    (keywords.has(first.text) && !/^(?:not|True|False|None)$/.test(first.text))
  )
    return []
  const candidate = (word: string): Candidate => ({
    title: insert(word),
    changes: [{ start: first.start, end: first.start, text: `${word} ` }],
    slots: { keyword: word },
    line: first.line,
    doubtful: true,
  })
  const close = tokens.findIndex(({ text, depth }) => text === ')' && depth === 1)
  const behind = tokens[close + 1]?.text
  const isHead =
    first.kind === 'name' && second?.text === '(' && close !== -1 && (behind === ':' || behind === '->')
  const parameters = tokens.slice(2, Math.max(close, 2))
  // A call of a class or a function has strings and numbers, too.
  const isPlain = parameters.every(
    ({ kind, text, depth }, i) =>
      depth > 1 ||
      kind === 'name' ||
      /^(?:[,:=]|\*|\*\*|\/)$/.test(text) ||
      parameters[i - 1]?.text === '=' ||
      kind === 'operator',
  )
  if (isHead && isPlain) return [candidate(/^[A-Z]/.test(first.text) ? 'class' : 'def'), candidate('if')]
  const hasIn = tokens.some(({ text, depth }) => text === 'in' && depth === 0)
  const asks = tokens.some(({ text, depth }) => depth === 0 && /^(?:[=!<>]=|[<>]|is|not|and|or)$/.test(text))
  if (hasIn && !asks) return [candidate('for'), candidate('if')]
  return [candidate('if'), candidate('while'), candidate('elif')]
})
