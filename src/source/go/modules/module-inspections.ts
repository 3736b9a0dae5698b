// The inspections of go.mod and of package clauses, by the name that entries call them.

import type { Inspect } from '../../inspection.ts'
import {
  folderWithoutDot,
  lineForm,
  misspeltDirective,
  openGroup,
  repeatedLine,
  wrongGoVersion,
  wrongModuleVersion,
} from './go-mod-repairs.ts'
import { missingPackage, packageOfFolder } from './package-clause.ts'
import { requireFromSum } from './require-from-sum.ts'

export const moduleInspections: Readonly<Record<string, Inspect>> = {
  'misspelt-directive': misspeltDirective,
  'wrong-go-version': wrongGoVersion,
  'wrong-module-version': wrongModuleVersion,
  'open-group': openGroup,
  'repeated-line': repeatedLine,
  'line-form': lineForm,
  'folder-without-dot': folderWithoutDot,
  'require-from-sum': requireFromSum,
  'package-of-folder': packageOfFolder,
  'missing-package': missingPackage,
}
