// `>>> total = 1`: lines copied from an interactive session, a notebook or a shell with their prompts.

import type { Change } from '../../inspection.ts'
import { lineAt } from '../../line-offsets.ts'
import { removePrompts } from '../words.ts'
import { type PythonText, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

export const pastedPrompt = repairing((source, { line }) => {
  const changes = promptsOf(source)
  if (!changes.some(({ start }) => lineAt(source.text, start) === line)) return []
  return [{ title: removePrompts, changes, line }]
})

/** The prompts of all lines; strings, and so doctests, hold none of them. */
function promptsOf({ text, code }: PythonText): readonly Change[] {
  const changes: Change[] = []
  let session = false
  for (const [index, token] of code.entries()) {
    if (code[index - 1]?.line === token.line) continue
    const rest = code.slice(index, index + 5)
    const end = endOfPrompt(rest, session)
    session = end !== null || (session && token.line - (code[index - 1]?.line ?? 0) > 1)
    if (end === null) continue
    changes.push({ start: token.start, end: text[end] === ' ' ? end + 1 : end, text: '' })
  }
  return changes
}

function endOfPrompt(
  [first, second, third, fourth, fifth]: readonly Token[],
  session: boolean,
): number | null {
  if (first === undefined || second === undefined) return null
  // `>>> x`: two operators for the tokenizer
  if (first.text === '>>' && second.text === '>' && second.start === first.end) return second.end
  // `... x`, which is an Ellipsis elsewhere
  if (first.text === '...' && (session || (second.line === first.line && second.kind !== 'operator')))
    return first.end
  // `In [3]: x`
  if (
    first.text === 'In' &&
    second.text === '[' &&
    third?.kind === 'number' &&
    fourth?.text === ']' &&
    fifth?.text === ':'
  )
    return fifth.end
  // `$ python x.py`
  return first.text === '$' ? first.end : null
}
