// The inspections of mistakes that show when a program runs, by the name that entries call them.

import type { Inspect } from '../inspection.ts'
import {
  keywordOnly,
  lostArgument,
  lostSelf,
  misspeltKeywordArgument,
  selfGiven,
} from './calls/argument-count.ts'
import { argumentsAsTuple, lostTupleComma } from './calls/wrapped-arguments.ts'
import { valueCompared } from './names/comparison-as-statement.ts'
import { misspeltAttribute, misspeltModuleMember } from './names/misspelt-attribute.ts'
import { misspeltImportedName, misspeltModule } from './names/misspelt-module.ts'
import { undefinedName } from './names/undefined-name.ts'

export const runTimeInspections: Readonly<Record<string, Inspect>> = {
  'value-compared': valueCompared,
  'misspelt-attribute': misspeltAttribute,
  'misspelt-module-member': misspeltModuleMember,
  'misspelt-module': misspeltModule,
  'misspelt-imported-name': misspeltImportedName,
  'self-given': selfGiven,
  'lost-self': lostSelf,
  'keyword-only': keywordOnly,
  'misspelt-keyword-argument': misspeltKeywordArgument,
  'lost-argument': lostArgument,
  'arguments-as-tuple': argumentsAsTuple,
  'lost-tuple-comma': lostTupleComma,
  'undefined-name': undefinedName,
}
