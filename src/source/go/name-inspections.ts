// The inspections of names and types in Go source, by the name that entries call them.

import type { Inspect } from '../inspection.ts'
import { mismatchedOperands } from './mismatched-operands.ts'
import { misspeltImport } from './misspelt-import.ts'
import { misspeltLiteralField } from './misspelt-literal-field.ts'
import { misspeltMember } from './misspelt-member.ts'
import { misspeltName } from './misspelt-name.ts'
import { misspeltPackageMember } from './misspelt-package-member.ts'
import { unusedImport } from './unused-import.ts'
import { valueOfWrongType } from './value-of-wrong-type.ts'

export const nameInspections: Readonly<Record<string, Inspect>> = {
  'misspelt-name': misspeltName,
  'misspelt-package-member': misspeltPackageMember,
  'misspelt-member': misspeltMember,
  'misspelt-literal-field': misspeltLiteralField,
  'unused-import': unusedImport,
  'misspelt-import': misspeltImport,
  'value-of-wrong-type': valueOfWrongType,
  'mismatched-operands': mismatchedOperands,
}
