// The inspections of Python source, by the name that entries call them.

import type { Inspect } from '../inspection.ts'

export const pythonInspections: Readonly<Record<string, Inspect>> = {}
