// The inspections of Python source, by the name that entries call them. Of those that decide what is behind a general
// message, the more telling come first: a conflict marker is never anything else, a missing comma often is.

import type { Inspect } from '../inspection.ts'
import { duplicateParameter } from './names/duplicate-parameter.ts'
import { runTimeInspections } from './run-time-inspections.ts'
import { assignmentInCondition } from './syntax/assignment-in-condition.ts'
import { awaitOutside } from './syntax/await-outside.ts'
import { unclosedBracket, unmatchedBracket } from './syntax/brackets.ts'
import { conflictMarker } from './syntax/conflict-marker.ts'
import { extraSign } from './syntax/extra-sign.ts'
import { foreignCharacter } from './syntax/foreign-character.ts'
import { foreignComment } from './syntax/foreign-comment.ts'
import { foreignOperator } from './syntax/foreign-operator.ts'
import { foreignTernary } from './syntax/foreign-ternary.ts'
import { foreignHead, foreignWord } from './syntax/foreign-word.ts'
import { hyphenName } from './syntax/hyphen-name.ts'
import { importOrder } from './syntax/import-order.ts'
import { asTarget, emptyImport, importForm } from './syntax/import-shapes.ts'
import { missingBody, outsideFunction, tabsAndBlanks, wrongIndent } from './syntax/indentation.ts'
import { keywordAsName } from './syntax/keyword-as-name.ts'
import { gluedKeyword, lostHead, lostWord } from './syntax/lost-word.ts'
import { missingColon } from './syntax/missing-colon.ts'
import { missingComma } from './syntax/missing-comma.ts'
import { missingIn } from './syntax/missing-in.ts'
import { misspeltKeyword } from './syntax/misspelt-keyword.ts'
import {
  bareWalrus,
  emptyTypeParameters,
  newerSyntax,
  parenthesizedWith,
  stringPrefix,
} from './syntax/newer-syntax.ts'
import { leadingZeros, oldExcept, oldRaise, oldStatement } from './syntax/old-python.ts'
import { defaultsFirst, missingParentheses } from './syntax/parameter-list.ts'
import {
  emptyValue,
  loneStar,
  markOrder,
  nameless,
  noParentheses,
  parameterName,
  reservedName,
  starDefault,
  tupleParameter,
} from './syntax/parameter-shapes.ts'
import { pastedPrompt } from './syntax/pasted-prompt.ts'
import { quoteInside } from './syntax/quote-inside.ts'
import { arrowFunction, doubledComma, doubledWord, operatorOrder } from './syntax/repeated-words.ts'
import {
  blockOnOneLine,
  clauseWithoutHead,
  globalWithValue,
  lineAbove,
  loopOfC,
  raiseFrom,
  restInPattern,
  shellCommand,
  statementAsValue,
  statementInConditional,
  withWithoutAs,
} from './syntax/statement-shapes.ts'
import { nestedQuotes, unclosedField, unclosedString } from './syntax/strings.ts'
import { unclosedTripleQuote } from './syntax/unclosed-triple-quote.ts'
import {
  annotationList,
  brokenNumber,
  comprehensionOrder,
  cutOff,
  dictEntry,
  emptyIndex,
  ifWithoutElse,
  missingOperator,
  notBehindOperator,
  pairBeforeFor,
  starBeforeFor,
  starInDict,
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
  'unquoted-text': unquotedText,
  'foreign-operator': foreignOperator,
  'foreign-ternary': foreignTernary,
  'foreign-comment': foreignComment,
  'operator-order': operatorOrder,
  'doubled-word': doubledWord,
  'foreign-word': foreignWord,
  'hyphen-name': hyphenName,
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
  'glued-keyword': gluedKeyword,
  'lost-head': lostHead,
  'as-target': asTarget,
  'global-with-value': globalWithValue,
  'stray-character': strayCharacter,
  'star-default': starDefault,
  'mark-order': markOrder,
  'bare-walrus': bareWalrus,
  'empty-type-parameters': emptyTypeParameters,
  'string-prefix': stringPrefix,
  'no-parentheses': noParentheses,
  'loop-of-c': loopOfC,
  'raise-from': raiseFrom,
  'rest-in-pattern': restInPattern,
  'newer-syntax': newerSyntax,
  'parenthesized-with': parenthesizedWith,
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
  'reserved-name': reservedName,
  'foreign-character': foreignCharacter,
  'nested-quotes': nestedQuotes,
  'quote-inside': quoteInside,
  'unclosed-string': unclosedString,
  'unclosed-field': unclosedField,
  'with-without-as': withWithoutAs,
  'doubled-comma': doubledComma,
  'unclosed-bracket': unclosedBracket,
  'unmatched-bracket': unmatchedBracket,
  'comprehension-order': comprehensionOrder,
  'wrong-separator': wrongSeparator,
  'pair-before-for': pairBeforeFor,
  'star-in-dict': starInDict,
  'annotation-list': annotationList,
  'broken-number': brokenNumber,
  'dict-entry': dictEntry,
  'import-form': importForm,
  'two-operators': twoOperators,
  'cut-off': cutOff,
  'empty-index': emptyIndex,
  'if-without-else': ifWithoutElse,
  'missing-comma': missingComma,
  'foreign-head': foreignHead,
  'clause-without-head': clauseWithoutHead,
  'missing-operator': missingOperator,
  'lost-word': lostWord,
  'extra-sign': extraSign,
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
