// The inspections of Go source, by the name that entries call them.

import type { Inspect } from '../inspection.ts'
import { indexOnLine } from './index-on-line.ts'
import { moduleInspections } from './modules/module-inspections.ts'
import { nameInspections } from './name-inspections.ts'
import { nilExpression, nilFieldNotSet, nilFromAssignment } from './nil-on-line.ts'
import { operandInspections } from './operands/operand-inspections.ts'
import { statementInspections } from './statements/statement-inspections.ts'
import { repairSyntax, syntaxInspections } from './syntax/repair-syntax.ts'

export const goInspections: Readonly<Record<string, Inspect>> = {
  'repair-syntax': repairSyntax,
  ...syntaxInspections,
  ...nameInspections,
  ...statementInspections,
  ...moduleInspections,
  ...operandInspections,
  'nil-from-assignment': nilFromAssignment,
  'nil-field-not-set': nilFieldNotSet,
  'nil-expression': nilExpression,
  'index-on-line': indexOnLine,
}
