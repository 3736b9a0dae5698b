// The inspections of code that the parser refuses: the first mistake in the table whose repair is accepted.

import type { SourceFile } from '../../../model/source.ts'
import type { Change, Inspect, Inspected, Proposal, Scene } from '../../inspection.ts'
import {
  assignmentAsCondition,
  colonForDefine,
  declareAndDefine,
  defineOutsideFunction,
  missingVar,
  typeBeforeName,
} from './assignment-forms.ts'
import { brokenChain, missingBetween, missingReturnWord } from './between-operands.ts'
import { openComment, openRawString, openString, singleQuotedString } from './broken-literal.ts'
import { mergeConflict } from './conflict.ts'
import {
  fieldPunctuation,
  importForms,
  lateImport,
  nestedFunction,
  resultForms,
  typeForms,
} from './declaration-forms.ts'
import { foreignCharacter } from './foreign-character.ts'
import { foreignOperator, prefixIncrement, strayCharacter, ternary } from './foreign-operator.ts'
import { elifKeyword, foreignKeyword, misspeltKeyword, wordOperator } from './foreign-word.ts'
import { type GoCode, mends, readGoCode } from './go-code.ts'
import { braceOnNextLine, elseOnNewLine } from './header-lines.ts'
import {
  headerInParentheses,
  missingOpeningBrace,
  missingPost,
  missingSemicolon,
  pythonBlock,
  rangeForms,
  superfluousHeaderWord,
} from './loop-header.ts'
import { missingGroup, missingOpener } from './missing-opener.ts'
import type { FindRepairs, Repair } from './repair.ts'
import { superfluousCloser, unclosedBlock } from './unclosed-block.ts'
import {
  doubledCloser,
  missingCloser,
  missingColon,
  missingComma,
  superfluousToken,
} from './unfinished-list.ts'

/** From the mistakes that leave no doubt to those that anything might be. */
const mistakes: readonly (readonly [name: string, find: FindRepairs])[] = [
  ['merge-conflict', mergeConflict],
  ['foreign-character', foreignCharacter],
  ['single-quoted-string', singleQuotedString],
  ['open-string', openString],
  ['open-comment', openComment],

  ['else-on-new-line', elseOnNewLine],
  ['prefix-increment', prefixIncrement],
  ['ternary', ternary],
  ['foreign-operator', foreignOperator],
  ['result-forms', resultForms],
  ['range-forms', rangeForms],
  ['assignment-as-condition', assignmentAsCondition],
  ['declare-and-define', declareAndDefine],
  ['header-in-parentheses', headerInParentheses],
  ['word-operator', wordOperator],
  ['elif', elifKeyword],
  ['foreign-keyword', foreignKeyword],
  ['misspelt-keyword', misspeltKeyword],
  ['type-before-name', typeBeforeName],
  ['missing-var', missingVar],
  ['type-forms', typeForms],
  ['field-punctuation', fieldPunctuation],
  ['import-forms', importForms],
  ['late-import', lateImport],
  ['define-outside-function', defineOutsideFunction],
  ['colon-for-define', colonForDefine],
  ['superfluous-header-word', superfluousHeaderWord],
  ['python-block', pythonBlock],
  ['missing-colon', missingColon],
  ['missing-comma', missingComma],
  ['missing-semicolon', missingSemicolon],
  ['missing-post', missingPost],
  ['broken-chain', brokenChain],
  ['missing-opening-brace', missingOpeningBrace],
  ['brace-on-next-line', braceOnNextLine],
  ['unclosed-block', unclosedBlock],
  ['superfluous-closer', superfluousCloser],
  ['missing-opener', missingOpener],
  ['doubled-closer', doubledCloser],
  ['missing-group', missingGroup],
  ['missing-closer', missingCloser],
  ['missing-return-word', missingReturnWord],
  ['missing-between', missingBetween],
  ['nested-function', nestedFunction],
  ['superfluous-token', superfluousToken],
  ['open-raw-string', openRawString],
  ['stray-character', strayCharacter],
]

/** As many edits are worth showing. */
const mostRepairs = 3
/** Larger files take too long to try repairs on. */
const longestText = 1_000_000

/** A mistake that was found, and what may have been meant. */
export interface Mended {
  readonly name: string
  readonly code: GoCode
  readonly repairs: readonly Repair[]
}

const known = new WeakMap<SourceFile, Map<number, Mended | null>>()

/** The mistake at a line of a file, looked for once. */
function mend(file: SourceFile, line: number): Mended | null {
  const lines = known.get(file) ?? new Map<number, Mended | null>()
  known.set(file, lines)
  const before = lines.get(line)
  if (before !== undefined) return before
  const found = findMistake(file.text, line)
  lines.set(line, found)
  return found
}

/** The first mistake of the table that has a repair which the parser accepts; null when there is none. */
export function findMistake(text: string, line: number): Mended | null {
  const code = text.length > longestText ? null : readGoCode(text, line)
  if (code === null) return null
  for (const [name, find] of mistakes) {
    const repairs = find(code).filter(
      ({ changes }) => changes.length > 0 && (name === 'merge-conflict' || mends(code, changes)),
    )
    if (repairs.length > 0) return { name, code, repairs: repairs.slice(0, mostRepairs) }
  }
  return null
}

function inspectedOf({ code, repairs }: Mended, { file, line }: Scene): Inspected {
  const proposals = repairs.map(
    ({ title, changes, certain }, i): Proposal => ({
      title,
      // Of several, none is what was meant for sure, unless the first leaves no doubt.
      certain: certain && i === 0,
      changes: changes.map(change => ({ ...change, path: file.path })),
    }),
  )
  const sorted = [...(repairs[0]?.changes ?? [])].sort((a, b) => a.start - b.start)
  // What is moved is wrong where it stands, not where it goes.
  const first = sorted.find(({ start, end }) => end > start) ?? sorted[0]
  const own = first === undefined ? line : lineOf(code, first)
  return {
    ...(repairs[0]?.slots === undefined ? {} : { slots: repairs[0].slots }),
    ...(own === line ? {} : { line: own }),
    proposals,
  }
}

/** The line that a change is on; of fresh lines, the one that they begin on. */
function lineOf({ text }: GoCode, { start, text: fresh }: Change): number {
  let line = fresh.startsWith('\n') ? 2 : 1
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Every mistake of syntax, whichever it is. */
export const repairSyntax: Inspect = scene => {
  const mended = scene.whole ? mend(scene.file, scene.line) : null
  return mended === null ? null : inspectedOf(mended, scene)
}

/** The mistakes that the compiler's words tell nothing of: entries name them by `when`. */
const hidden = [
  'range-forms',
  'foreign-operator',
  'foreign-keyword',
  'misspelt-keyword',
  'type-before-name',
  'colon-for-define',
  'python-block',
  'missing-opening-brace',
  'unclosed-block',
  'superfluous-closer',
  'open-raw-string',
]

/** Inspections that say yes when it is the one mistake. */
export const syntaxInspections: Readonly<Record<string, Inspect>> = Object.fromEntries(
  hidden.map((name): [string, Inspect] => [
    name,
    scene => {
      const mended = scene.whole ? mend(scene.file, scene.line) : null
      const isIt = mended?.name === name && mended.repairs[0]?.isTold !== true
      return isIt ? inspectedOf(mended, scene) : null
    },
  ]),
)
