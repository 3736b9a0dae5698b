// `def main:`: a function without its parentheses; parameters in an order or with names that cannot be.

import { insert, reorderParameters } from '../words.ts'
import { type Candidate, type PythonText, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

export const missingParentheses = repairing(({ lines }, { line }) =>
  lines
    .filter(one => Math.abs(one.line - line) <= 1)
    .flatMap(({ tokens }): readonly Candidate[] => {
      const def = tokens.findIndex(({ text }) => text === 'def')
      const [name, after] = [tokens[def + 1], tokens[def + 2]]
      if (
        def === -1 ||
        def > 1 ||
        name?.kind !== 'name' ||
        (after !== undefined && after.text !== ':' && after.text !== '->')
      )
        return []
      const changes = [{ start: name.end, end: name.end, text: after === undefined ? '():' : '()' }]
      return [{ title: insert('()'), changes, slots: { name: name.text } }]
    }),
)

interface Parameter {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly hasDefault: boolean
}

/** A parameter without a default goes before the first that has one. */
export const defaultsFirst = repairing(
  (source, { line }) => {
    const parameters = parametersAt(source, line)
    const first = parameters.findIndex(({ hasDefault }) => hasDefault)
    const late = parameters.findIndex((one, i) => i > first && !one.hasDefault && !one.name.startsWith('*'))
    const [target, moved] = [parameters[first], parameters[late]]
    if (first === -1 || !target || !moved) return []
    const { text } = source
    // The stretch between them moves behind as it is.
    const between = text.slice(target.start, parameters[late - 1]?.end ?? target.end)
    const gap = text.slice(parameters[late - 1]?.end ?? target.end, moved.start)
    const changes = [
      { start: target.start, end: moved.end, text: text.slice(moved.start, moved.end) + gap + between },
    ]
    return [{ title: reorderParameters(moved.name), changes, slots: { name: moved.name }, doubtful: true }]
  },
  { parsesAlready: true },
)

/** The parameters of the function whose head holds `line`. */
function parametersAt({ lines }: PythonText, line: number): readonly Parameter[] {
  const head = lines.findLast(one => one.line <= line && one.tokens.some(({ text }) => text === 'def'))
  const tokens = head?.tokens ?? []
  const open = tokens.findIndex(({ text }) => text === '(')
  const depth = (tokens[open]?.depth ?? 0) + 1
  const parameters: Parameter[] = []
  let own: Token[] = []
  for (const token of tokens.slice(open + 1)) {
    const closes = token.text === ')' && token.depth === depth
    if (closes || (token.text === ',' && token.depth === depth)) {
      const [first, last] = [own[0], own.at(-1)]
      if (first && last) {
        const hasDefault = own.some(({ text, depth: at }) => text === '=' && at === depth)
        parameters.push({ name: first.text, start: first.start, end: last.end, hasDefault })
      }
      own = []
      if (closes) break
    } else own.push(token)
  }
  return parameters
}
