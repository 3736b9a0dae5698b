// `class = 'gold'`, `def import(self)`, `pass=secret`: a keyword used as a name.

import { sourceFileOf } from '../../../model/source.ts'
import type { Change } from '../../inspection.ts'
import { applyChanges } from '../../unified-diff.ts'
import { keywords } from '../keywords.ts'
import { renameKeyword } from '../words.ts'
import { firstError, readPython, repairing } from './repair.ts'
import type { Token } from './tokens.ts'

/** What stands before a value. */
const opensValue =
  /^(?:\(|,|\[|\{|:|=|[=!<>]=|[<>+\-*/%&|]|in|is|if|elif|and|or|not|return|while|yield|await)$/
/** Each occurrence costs a parse. */
const mostOccurrences = 12
const operators = /^(=|[-+*/%&|^]=|:=|\.|,|\)|\]|:|==|!=|<|>|\+|-|\*|in|is)$/

export const keywordAsName = repairing((source, scene) => {
  const near = source.code.filter(token => token.line >= scene.line - 1 && token.line <= scene.line)
  const suspects = near.filter(token => keywords.has(token.text) && standsAsName(token, source.code))
  return suspects.slice(0, 3).flatMap(suspect => {
    const fresh = `${suspect.text}_`
    const changes = renameAll(suspect)
    const slots = { keyword: suspect.text, name: fresh }
    return changes === null
      ? []
      : [
          {
            title: renameKeyword(suspect.text, fresh),
            changes,
            slots,
            line: suspect.line,
            doubtful: true as const,
          },
        ]
  })

  /** Renames one after the other, each where the file stops being Python. */
  function renameAll(suspect: Token): readonly Change[] | null {
    const changes: Change[] = [renamed(suspect)]
    for (let n = 0; n < mostOccurrences; n++) {
      const text = applyChanges(source.text, changes)
      const file = sourceFileOf(scene.file.path, text)
      if (firstError(scene.parse(file)) === null) return changes
      const { code } = readPython(file)
      const last = changes.at(-1)?.end ?? 0
      const next = code.find(
        token =>
          token.text === suspect.text && token.start > last + changes.length - 1 && standsAsName(token, code),
      )
      if (next === undefined) return null
      // Back to the offsets of the text as it is.
      const shift = changes.filter(({ start }) => start < next.start).length
      changes.push({ start: next.start - shift, end: next.end - shift, text: `${suspect.text}_` })
    }
    return null
  }
})

function renamed({ start, end, text }: Token): Change {
  return { start, end, text: `${text}_` }
}

/** Whether a keyword stands where a name would: assigned to, behind a dot or `def`, before an operator. */
function standsAsName(token: Token, code: readonly Token[]): boolean {
  const i = code.indexOf(token)
  const [before, after] = [code[i - 1], code[i + 1]]
  if (['True', 'False', 'None', 'not', 'lambda', 'await', 'yield'].includes(token.text))
    return before?.text === '.' || after?.text === '='
  if (
    before !== undefined &&
    ['.', 'def', 'class', 'import', 'as', 'for', 'global'].includes(before.text) &&
    before.line === token.line
  )
    return !(before.text === 'import' && token.text === 'as')
  const isHead = before === undefined || before.line !== token.line
  // `x = else`, `if ready: pass`, `import .orders`
  if (token.text === 'from' && /^(?:yield|raise)$/.test(before?.text ?? '')) return false
  if (/^(?:else|elif|if|except|finally)$/.test(token.text)) return after?.text === '='
  if (after === undefined) return !isHead && before?.text !== ':'
  if (isHead && /^(?:import|from)$/.test(token.text) && after.text === '.') return false
  if (isHead)
    return operators.test(after.text) && after.text !== ':' && !(after.text === '-' || after.text === '*')
  const opens = opensValue.test(before.text)
  return opens && (operators.test(after.text) || after.text === '(')
}
