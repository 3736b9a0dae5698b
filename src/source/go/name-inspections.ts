// The inspections of names and types in Go source, by the name that entries call them.

import type { Inspect } from '../inspection.ts'
import { argumentCount } from './argument-count.ts'
import { mismatchedOperands } from './mismatched-operands.ts'
import { missingMethod } from './missing-method.ts'
import { missingResultVariable } from './missing-result-variable.ts'
import { misspeltImport } from './misspelt-import.ts'
import { misspeltLiteralField } from './misspelt-literal-field.ts'
import { misspeltMember } from './misspelt-member.ts'
import { misspeltName } from './misspelt-name.ts'
import { misspeltPackageMember } from './misspelt-package-member.ts'
import { severalResultsAsValue } from './several-results-as-value.ts'
import { typeConstraint } from './type-constraint.ts'
import { unusedImport } from './unused-import.ts'
import { unusedValue } from './unused-value.ts'
import { valueCalled } from './value-called.ts'
import { valueOfWrongType } from './value-of-wrong-type.ts'
import { wrongRange } from './wrong-range.ts'

export const nameInspections: Readonly<Record<string, Inspect>> = {
  'misspelt-name': misspeltName,
  'misspelt-package-member': misspeltPackageMember,
  'misspelt-member': misspeltMember,
  'misspelt-literal-field': misspeltLiteralField,
  'unused-import': unusedImport,
  'misspelt-import': misspeltImport,
  'value-of-wrong-type': valueOfWrongType,
  'mismatched-operands': mismatchedOperands,
  'argument-count': argumentCount,
  'missing-result-variable': missingResultVariable,
  'several-results-as-value': severalResultsAsValue,
  'unused-value': unusedValue,
  'value-called': valueCalled,
  'missing-method': missingMethod,
  'type-constraint': typeConstraint,
  'wrong-range': wrongRange,
}
