// The inspections of mistakes that show when a program runs, by the name that entries call them.

import type { Inspect, Scene } from '../inspection.ts'
import {
  keywordOnly,
  lostArgument,
  lostSelf,
  misspeltKeywordArgument,
  selfGiven,
} from './calls/argument-count.ts'
import { addedAsync, lostAsync } from './calls/async-keywords.ts'
import { addedAwait, lostAwait } from './calls/awaits.ts'
import { calledTooEarly, notInstantiated, typeArgument } from './calls/class-or-type.ts'
import { lostCall } from './calls/lost-call.ts'
import {
  lostClassMethod,
  lostContextManager,
  lostInit,
  lostProperty,
  lostStatic,
} from './calls/lost-decorator.ts'
import { lostParameter, lostStars } from './calls/lost-parameter.ts'
import { openMode, textOrFile } from './calls/sister-function.ts'
import { argumentsAsTuple, lostTupleComma } from './calls/wrapped-arguments.ts'
import { calledValue, indexedFunction, moduleCalled } from './calls/wrong-brackets.ts'
import { valueCompared } from './names/comparison-as-statement.ts'
import { definitionPlace } from './names/definition-place.ts'
import { hiddenBuiltin, localName } from './names/local-name.ts'
import { lostFieldSelf, lostParentInit, misspeltSpecial } from './names/lost-member.ts'
import { misspeltAttribute, misspeltModuleMember } from './names/misspelt-attribute.ts'
import { misspeltImportedName, misspeltModule } from './names/misspelt-module.ts'
import { ownModuleElsewhere } from './names/own-module-elsewhere.ts'
import { recursiveProperty } from './names/recursive-property.ts'
import { recursiveSpecial } from './names/recursive-special.ts'
import { undefinedName } from './names/undefined-name.ts'
import { lostCodec, lostNumber, lostText } from './values/conversions.ts'
import { wrongLiteral } from './values/empty-literal.ts'
import { formatValue } from './values/format-arguments.ts'
import { givenHere } from './values/given-here.ts'
import { indexType, quotedNumber, wholeDivision } from './values/index-type.ts'
import { iteratedCopy, lostPairs, lostRange } from './values/iterated.ts'
import { behindEnd, misspeltKey } from './values/keys-and-indexes.ts'
import { lostReturn } from './values/lost-return.ts'
import {
  noneOfChange,
  noneOfDefault,
  noneOfEnvironment,
  noneOfFind,
  noneOfFunction,
  noneOfGet,
  noneOfPrint,
  noneOfQuery,
  noneOfRegex,
  noneOfStart,
} from './values/none-of.ts'
import { noneOfMethod } from './values/none-of-method.ts'
import { argumentIndex, environmentKey } from './values/outside-input.ts'
import { raiseCondition } from './values/raise-condition.ts'
import { lostTargetComma, strayComma, tupleWithoutComma } from './values/tuples.ts'
import { unpackCount } from './values/unpack-count.ts'
import { bytesLiteral, lostLength, lostList, lostListBrackets } from './values/wrapped-values.ts'

/** A longer file is no source that anybody wrote, and reading it more than once takes too long. */
const longestSource = 250_000

const all: Readonly<Record<string, Inspect>> = {
  'value-compared': valueCompared,
  'misspelt-attribute': misspeltAttribute,
  'misspelt-module-member': misspeltModuleMember,
  'own-module-elsewhere': ownModuleElsewhere,
  'misspelt-module': misspeltModule,
  'misspelt-imported-name': misspeltImportedName,
  'self-given': selfGiven,
  'lost-self': lostSelf,
  'keyword-only': keywordOnly,
  'misspelt-keyword-argument': misspeltKeywordArgument,
  'lost-argument': lostArgument,
  'arguments-as-tuple': argumentsAsTuple,
  'lost-tuple-comma': lostTupleComma,
  'lost-await': lostAwait,
  'added-await': addedAwait,
  'lost-call': lostCall,
  'called-value': calledValue,
  'indexed-function': indexedFunction,
  'module-called': moduleCalled,
  'lost-range': lostRange,
  'lost-pairs': lostPairs,
  'iterated-copy': iteratedCopy,
  'unpack-count': unpackCount,
  'index-type': indexType,
  'whole-division': wholeDivision,
  'quoted-number': quotedNumber,
  'hidden-builtin': hiddenBuiltin,
  'local-name': localName,
  'recursive-property': recursiveProperty,
  'recursive-special': recursiveSpecial,
  'environment-key': environmentKey,
  'argument-index': argumentIndex,
  'lost-return': lostReturn,
  'lost-async': lostAsync,
  'added-async': addedAsync,
  'lost-text': lostText,
  'lost-number': lostNumber,
  'lost-codec': lostCodec,
  'tuple-without-comma': tupleWithoutComma,
  'stray-comma': strayComma,
  'lost-target-comma': lostTargetComma,
  'format-value': formatValue,
  'none-of-method': noneOfMethod,
  'lost-parent-init': lostParentInit,
  'lost-field-self': lostFieldSelf,
  'misspelt-special': misspeltSpecial,
  'not-instantiated': notInstantiated,
  'type-argument': typeArgument,
  'called-too-early': calledTooEarly,
  'lost-stars': lostStars,
  'lost-parameter': lostParameter,
  'wrong-literal': wrongLiteral,
  'lost-length': lostLength,
  'lost-list-brackets': lostListBrackets,
  'bytes-literal': bytesLiteral,
  'lost-list': lostList,
  'none-of-change': noneOfChange,
  'none-of-regex': noneOfRegex,
  'none-of-environment': noneOfEnvironment,
  'none-of-get': noneOfGet,
  'none-of-query': noneOfQuery,
  'none-of-find': noneOfFind,
  'none-of-print': noneOfPrint,
  'none-of-function': noneOfFunction,
  'none-of-default': noneOfDefault,
  'none-of-start': noneOfStart,
  'given-here': givenHere,
  'misspelt-key': misspeltKey,
  'behind-end': behindEnd,
  'lost-static': lostStatic,
  'lost-class-method': lostClassMethod,
  'lost-property': lostProperty,
  'lost-context-manager': lostContextManager,
  'lost-init': lostInit,
  'text-or-file': textOrFile,
  'open-mode': openMode,
  'raise-condition': raiseCondition,
  'undefined-name': undefinedName,
  'definition-place': definitionPlace,
}

export const runTimeInspections: Readonly<Record<string, Inspect>> = Object.fromEntries(
  Object.entries(all).map(([name, inspect]) => [
    name,
    (scene: Scene) => (scene.file.text.length > longestSource ? null : inspect(scene)),
  ]),
)
