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
import { asTarget, emptyImport, importForm } from './syntax/import-shapes.ts'
import { missingBody, outsideFunction, tabsAndBlanks, wrongIndent } from './syntax/indentation.ts'
import { keywordAsName } from './syntax/keyword-as-name.ts'
import { missingColon } from './syntax/missing-colon.ts'
import { missingComma } from './syntax/missing-comma.ts'
import { missingIn } from './syntax/missing-in.ts'
import { misspeltKeyword } from './syntax/misspelt-keyword.ts'
import { newerSyntax } from './syntax/newer-syntax.ts'
import { leadingZeros, oldExcept, oldRaise, oldStatement } from './syntax/old-python.ts'
import { defaultsFirst, missingParentheses } from './syntax/parameter-list.ts'
import {
  emptyValue,
  loneStar,
  markOrder,
  nameless,
  parameterName,
  starDefault,
  tupleParameter,
} from './syntax/parameter-shapes.ts'
import { pastedPrompt } from './syntax/pasted-prompt.ts'
import { arrowFunction, doubledComma, doubledWord, operatorOrder } from './syntax/repeated-words.ts'
import {
  blockOnOneLine,
  clauseWithoutHead,
  globalWithValue,
  lineAbove,
  shellCommand,
  statementAsValue,
  statementInConditional,
  withWithoutAs,
} from './syntax/statement-shapes.ts'
import { nestedQuotes, unclosedField, unclosedString } from './syntax/strings.ts'
import { unclosedTripleQuote } from './syntax/unclosed-triple-quote.ts'
import {
  comprehensionOrder,
  cutOff,
  dictEntry,
  emptyIndex,
  ifWithoutElse,
  missingOperator,
  notBehindOperator,
  starBeforeFor,
  strayCharacter,
  twoOperators,
  unquotedText,
  wrongSeparator,
} from './syntax/value-shapes.ts'

export const pythonInspections: Readonly<Record<string, Inspect>> = {
  'conflict-marker': conflictMarker,
  'unclosed-triple-quote': unclosedTripleQuote,
  'pasted-prompt': pastedPrompt,
  'shell-command': shellCommand,
  'arrow-function': arrowFunction,
  'foreign-operator': foreignOperator,
  'foreign-ternary': foreignTernary,
  'foreign-comment': foreignComment,
  'operator-order': operatorOrder,
  'doubled-word': doubledWord,
  'foreign-word': foreignWord,
  'newer-syntax': newerSyntax,
  'import-order': importOrder,
  'empty-import': emptyImport,
  'missing-parentheses': missingParentheses,
  'old-statement': oldStatement,
  'old-except': oldExcept,
  'old-raise': oldRaise,
  'missing-in': missingIn,
  'missing-colon': missingColon,
  'assignment-in-condition': assignmentInCondition,
  'misspelt-keyword': misspeltKeyword,
  'as-target': asTarget,
  'global-with-value': globalWithValue,
  'unquoted-text': unquotedText,
  'stray-character': strayCharacter,
  'mark-order': markOrder,
  'star-default': starDefault,
  'tuple-parameter': tupleParameter,
  'empty-value': emptyValue,
  'lone-star': loneStar,
  'star-before-for': starBeforeFor,
  'parameter-name': parameterName,
  nameless: nameless,
  'not-behind-operator': notBehindOperator,
  'statement-in-conditional': statementInConditional,
  'statement-as-value': statementAsValue,
  'block-on-one-line': blockOnOneLine,
  'keyword-as-name': keywordAsName,
  'foreign-character': foreignCharacter,
  'nested-quotes': nestedQuotes,
  'unclosed-string': unclosedString,
  'unclosed-field': unclosedField,
  'doubled-comma': doubledComma,
  'with-without-as': withWithoutAs,
  'dict-entry': dictEntry,
  'wrong-separator': wrongSeparator,
  'comprehension-order': comprehensionOrder,
  'if-without-else': ifWithoutElse,
  'unclosed-bracket': unclosedBracket,
  'unmatched-bracket': unmatchedBracket,
  'two-operators': twoOperators,
  'cut-off': cutOff,
  'empty-index': emptyIndex,
  'missing-comma': missingComma,
  'missing-operator': missingOperator,
  'import-form': importForm,
  'clause-without-head': clauseWithoutHead,
  'line-above': lineAbove,
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
