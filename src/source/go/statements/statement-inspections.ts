// The inspections of statements and declarations in Go source, by the name that entries call them.

import type { Inspect } from '../../inspection.ts'
import { duplicateCase, duplicateDeclaration, duplicateDefault, duplicateElement } from './duplicates.ts'
import { unknownEscape } from './escapes.ts'
import {
  labelForVariable,
  misplacedBranch,
  misplacedFallthrough,
  unknownLabel,
  unusedLabel,
} from './labels-and-branches.ts'
import { missingReturn, unreturnedValue } from './missing-return.ts'
import { returnCount } from './return-count.ts'
import { callMissing, comparisonAsStatement, nothingNew } from './simple-statements.ts'
import { swappedParameter } from './swapped-parameter.ts'
import { unusedVariable } from './unused-variable.ts'

export const statementInspections: Readonly<Record<string, Inspect>> = {
  'swapped-parameter': swappedParameter,
  'unused-variable': unusedVariable,
  'nothing-new': nothingNew,
  'comparison-as-statement': comparisonAsStatement,
  'unreturned-value': unreturnedValue,
  'call-missing': callMissing,
  'duplicate-case': duplicateCase,
  'duplicate-default': duplicateDefault,
  'duplicate-element': duplicateElement,
  'duplicate-declaration': duplicateDeclaration,
  'label-for-variable': labelForVariable,
  'unused-label': unusedLabel,
  'unknown-label': unknownLabel,
  'misplaced-branch': misplacedBranch,
  'misplaced-fallthrough': misplacedFallthrough,
  'return-count': returnCount,
  'missing-return': missingReturn,
  'unknown-escape': unknownEscape,
}
