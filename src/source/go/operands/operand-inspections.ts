// The inspections of operands, literals and what go vet tells, by the name that entries call them.

import type { Inspect } from '../../inspection.ts'
import { channelDirection, channelNotCalled } from './channels.ts'
import { constantOfVariable, embeddedPointer, fieldDefined } from './definitions.ts'
import {
  breakInPrintln,
  dotsForgotten,
  formatInPrint,
  formatOfVariable,
  formatVerb,
  functionPrinted,
} from './format-calls.ts'
import { boundsSwapped, indexOfOther, makeSwapped, negativeIndex, severalIndexes } from './indexes.ts'
import { interfacePointer } from './interface-pointer.ts'
import { mixedLiteral, unkeyedFields } from './literals.ts'
import { definedInPost, fieldInMap, noValue, typeForValue } from './operand-statements.ts'
import { argumentsCompleted, argumentsDropped, argumentsForCall, argumentsForType } from './type-arguments.ts'
import {
  assignedToItself,
  cancelLost,
  lockPassed,
  pointerWanted,
  stringOfNumber,
  structTag,
} from './vetted.ts'
import {
  addedTooLate,
  alwaysSame,
  atomicAssigned,
  fatalInGoroutine,
  functionIsNil,
  loopVariableCaptured,
  resultDropped,
  signalChannel,
  sinceTooEarly,
} from './vetted-statements.ts'

export const operandInspections: Readonly<Record<string, Inspect>> = {
  'negative-index': negativeIndex,
  'several-indexes': severalIndexes,
  'index-of-other': indexOfOther,
  'make-swapped': makeSwapped,
  'bounds-swapped': boundsSwapped,
  'field-defined': fieldDefined,
  'constant-of-variable': constantOfVariable,
  'embedded-pointer': embeddedPointer,
  'mixed-literal': mixedLiteral,
  'unkeyed-fields': unkeyedFields,
  'format-verb': formatVerb,
  'format-in-print': formatInPrint,
  'break-in-println': breakInPrintln,
  'format-of-variable': formatOfVariable,
  'function-printed': functionPrinted,
  'dots-forgotten': dotsForgotten,
  'cancel-lost': cancelLost,
  'struct-tag': structTag,
  'pointer-wanted': pointerWanted,
  'string-of-number': stringOfNumber,
  'lock-passed': lockPassed,
  'assigned-to-itself': assignedToItself,
  'channel-not-called': channelNotCalled,
  'channel-direction': channelDirection,
  'type-for-value': typeForValue,
  'no-value': noValue,
  'defined-in-post': definedInPost,
  'field-in-map': fieldInMap,
  'interface-pointer': interfacePointer,
  'arguments-for-type': argumentsForType,
  'arguments-for-call': argumentsForCall,
  'arguments-completed': argumentsCompleted,
  'arguments-dropped': argumentsDropped,
  'result-dropped': resultDropped,
  'loop-variable-captured': loopVariableCaptured,
  'signal-channel': signalChannel,
  'added-too-late': addedTooLate,
  'since-too-early': sinceTooEarly,
  'function-is-nil': functionIsNil,
  'atomic-assigned': atomicAssigned,
  'always-same': alwaysSame,
  'fatal-in-goroutine': fatalInGoroutine,
}
