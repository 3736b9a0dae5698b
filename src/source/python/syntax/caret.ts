// What stands at the caret of a bare `invalid syntax`: the first word that cannot go on, and the words before it.

import type { Inspect, Proposal, Scene } from '../../inspection.ts'
import { keywords } from '../keywords.ts'
import { readPython } from './repair.ts'
import { logicalLineAt } from './statements.ts'
import type { Token } from './tokens.ts'

/** The statement that the caret is in, and where. */
export interface Caret {
  readonly tokens: readonly Token[]
  /** Of the token that cannot go on; of one behind the last where the statement ends too early. */
  readonly at: number
  /** The token at the caret, the one before it and the one before that. */
  readonly bad: Token | undefined
  readonly before: Token | undefined
  readonly second: Token | undefined
}

/** What a mistake is about, for the entry's prose. */
export interface Shape {
  readonly slots?: Readonly<Record<string, string>>
  /** Absent: the message's own line. */
  readonly line?: number
  readonly proposals?: readonly Proposal[]
  readonly confidence?: 'likely'
}

/** A statement this long was not written by hand, or a bracket is open. */
const mostTokens = 400

/** Null where the failure's line holds no code. */
export function caretOf(scene: Scene): Caret | null {
  const source = readPython(scene.file)
  const statement = logicalLineAt(source.lines, scene.line)
  if (statement === null) return null
  const first = statement.tokens.findIndex(({ line }) => line > scene.line - 20)
  const tokens = statement.tokens.slice(first, first + mostTokens)
  const found = tokens.findIndex(({ end, line }) => end > scene.offset || line > scene.line)
  const last = tokens.at(-1)
  const isEnd =
    found === -1 ||
    (last !== undefined &&
      found === tokens.length - 1 &&
      scene.offset === last.end - 1 &&
      isComplete(last, tokens[found - 1]))
  const at = isEnd ? tokens.length : found
  return { tokens, at, bad: tokens[at], before: tokens[at - 1], second: tokens[at - 2] }
}

/** The inspection that looks at the words around the caret, whatever else the file holds. */
export function atCaret(find: (caret: Caret, scene: Scene) => Shape | null): Inspect {
  return scene => {
    const source = readPython(scene.file)
    if (source.tokens.some(({ unclosed }) => unclosed)) return null
    const caret = caretOf(scene)
    return caret === null ? null : find(caret, scene)
  }
}

const takesValue =
  /^(?:and|or|in|is|if|else|elif|while|for|lambda|return|yield|del|assert|raise|from|import|as|with|await)$/

/** Up to Python 3.8 the caret of a statement that ends too early is below its last letter: whether that is right so far. */
function isComplete(last: Token, before: Token | undefined): boolean {
  if (last.end - last.start > 1 || before === undefined) return true
  if (last.kind !== 'operator')
    return before.kind === 'operator' ? !endsValue(before) : takesValue.test(before.text)
  return endsValue(before) && /^[-+*/%.=,]$/.test(last.text)
}

/** Whether a value may end with this token. */
export function endsValue({ kind, text }: Token): boolean {
  return (
    kind === 'string' ||
    kind === 'number' ||
    (kind === 'name' && !keywords.has(text)) ||
    /^(?:True|False|None|\)|\]|\}|\.\.\.)$/.test(text)
  )
}

/** The bracket around the token at `at`; -1 where there is none. */
export function openerOf(tokens: readonly Token[], at: number): number {
  const depth = tokens[at]?.depth ?? 0
  if (depth === 0) return -1
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (
      token !== undefined &&
      token.depth === depth - 1 &&
      token.kind === 'operator' &&
      '([{'.includes(token.text)
    )
      return i
  }
  return -1
}

/** Whether a statement is the head of a function: of its parameters, or of a `lambda`, `at` may be one. */
export function isDef(tokens: readonly Token[]): boolean {
  return tokens[0]?.text === 'def' || (tokens[0]?.text === 'async' && tokens[1]?.text === 'def')
}

/** The `lambda` whose parameters hold the token at `at`; -1 where its colon has come, or there is none. */
export function lambdaBefore(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    if (tokens[i]?.text === ':') return -1
    if (tokens[i]?.text === 'lambda') return i
  }
  return -1
}
