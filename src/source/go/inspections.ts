// The inspections of Go source, by the name that entries call them.

import type { Inspect } from '../inspection.ts'

export const goInspections: Readonly<Record<string, Inspect>> = {}
