// The inspections of mistakes that show when a program runs, by the name that entries call them.

import type { Inspect } from '../inspection.ts'
import { valueCompared } from './names/comparison-as-statement.ts'
import { undefinedName } from './names/undefined-name.ts'

export const runTimeInspections: Readonly<Record<string, Inspect>> = {
  'value-compared': valueCompared,
  'undefined-name': undefinedName,
}
