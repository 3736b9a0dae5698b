// The inspections of Python source, by the name that entries call them. Of those that decide what is behind a general
// message, the more telling come first: a conflict marker is never anything else, a missing comma often is.

import type { Inspect } from '../inspection.ts'
import { duplicateParameter } from './names/duplicate-parameter.ts'
import { runTimeInspections } from './run-time-inspections.ts'
import { assignmentInCondition } from './syntax/assignment-in-condition.ts'
import { awaitOutside } from './syntax/await-outside.ts'
import { unclosedBracket, unmatchedBracket } from './syntax/brackets.ts'
import { conflictMarker } from './syntax/conflict-marker.ts'
import { foreignCharacter } from './syntax/foreign-character.ts'
import { foreignComment } from './syntax/foreign-comment.ts'
import { foreignOperator } from './syntax/foreign-operator.ts'
import { foreignTernary } from './syntax/foreign-ternary.ts'
import { foreignWord } from './syntax/foreign-word.ts'
import { importOrder } from './syntax/import-order.ts'
import { missingBody, outsideFunction, tabsAndBlanks, wrongIndent } from './syntax/indentation.ts'
import { keywordAsName } from './syntax/keyword-as-name.ts'
import { missingColon } from './syntax/missing-colon.ts'
import { missingComma } from './syntax/missing-comma.ts'
import { missingIn } from './syntax/missing-in.ts'
import { misspeltKeyword } from './syntax/misspelt-keyword.ts'
import { leadingZeros, oldExcept, oldRaise, oldStatement } from './syntax/old-python.ts'
import { defaultsFirst, missingParentheses } from './syntax/parameter-list.ts'
import { pastedPrompt } from './syntax/pasted-prompt.ts'
import { nestedQuotes, unclosedField, unclosedString } from './syntax/strings.ts'
import { unclosedTripleQuote } from './syntax/unclosed-triple-quote.ts'

export const pythonInspections: Readonly<Record<string, Inspect>> = {
  'conflict-marker': conflictMarker,
  'unclosed-triple-quote': unclosedTripleQuote,
  'pasted-prompt': pastedPrompt,
  'foreign-operator': foreignOperator,
  'foreign-ternary': foreignTernary,
  'foreign-comment': foreignComment,
  'foreign-word': foreignWord,
  'import-order': importOrder,
  'missing-parentheses': missingParentheses,
  'old-statement': oldStatement,
  'old-except': oldExcept,
  'old-raise': oldRaise,
  'missing-in': missingIn,
  'missing-colon': missingColon,
  'assignment-in-condition': assignmentInCondition,
  'misspelt-keyword': misspeltKeyword,
  'keyword-as-name': keywordAsName,
  'foreign-character': foreignCharacter,
  'nested-quotes': nestedQuotes,
  'unclosed-string': unclosedString,
  'unclosed-field': unclosedField,
  'unclosed-bracket': unclosedBracket,
  'unmatched-bracket': unmatchedBracket,
  'missing-comma': missingComma,
  'leading-zeros': leadingZeros,
  'await-outside': awaitOutside,
  'defaults-first': defaultsFirst,
  'duplicate-parameter': duplicateParameter,
  'wrong-indent': wrongIndent,
  'missing-body': missingBody,
  'tabs-and-blanks': tabsAndBlanks,
  'outside-function': outsideFunction,
  ...runTimeInspections,
}
