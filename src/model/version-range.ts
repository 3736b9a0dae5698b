// Version ranges as entries write them: `<1.20`, `>=3.10 <3.12`, `1.20` (that minor), `1.20 || >=1.23`.

const comparison = /^(<=|>=|<|>|=)?(\d+(?:\.\d+)*)$/

type Test = (version: readonly number[]) => boolean

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(part => Number.parseInt(part, 10) || 0)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function parseComparison(text: string): Test | null {
  const [, operator = '=', version] = comparison.exec(text) ?? []
  if (version === undefined) return null
  const bound = numbersOf(version)
  switch (operator) {
    case '<':
      return v => compare(v, bound) < 0
    case '<=':
      return v => compare(v, bound) <= 0
    case '>':
      return v => compare(v, bound) > 0
    case '>=':
      return v => compare(v, bound) >= 0
    default:
      return v => compare(v, bound) === 0
  }
}

function parseRange(range: string): readonly (readonly Test[])[] | null {
  const alternatives: Test[][] = []
  for (const alternative of range.split('||')) {
    const tests: Test[] = []
    for (const part of alternative.trim().split(/\s+/)) {
      const test = parseComparison(part)
      if (test === null) return null
      tests.push(test)
    }
    alternatives.push(tests)
  }
  return alternatives
}

/** Whether `range` is written in a form that `inRange` understands. */
export function isRange(range: string): boolean {
  return parseRange(range) !== null
}

/**
 * Whether `version` (`1.22.12`, `3.13`) lies in `range`. Only as many parts as the bound has are compared, so
 * `1.22.12` is in `<=1.22`. No range means every version; an unreadable one none.
 */
export function inRange(version: string, range: string | undefined): boolean {
  if (range === undefined || range.trim() === '') return true
  const numbers = numbersOf(version)
  return parseRange(range)?.some(tests => tests.every(test => test(numbers))) ?? false
}
