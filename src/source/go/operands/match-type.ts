// What type parameters stand for, read off two types that must be the same.

import { splitList } from '../skip-text.ts'
import { sameType } from '../type-text.ts'

/** What the type parameters stand for when `pattern` is `type`: of `*Cache[K, V]` and `*Cache[string, int]`. */
export function matchType(
  pattern: string,
  type: string,
  names: readonly string[],
): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  const match = (a: string, b: string, depth: number): boolean => {
    if (names.includes(a)) {
      const before = found.get(a)
      found.set(a, b)
      return before === undefined || sameType(before, b)
    }
    if (a === b || depth > 8) return a === b
    for (const head of ['*', '[]', 'chan ', '<-chan ']) {
      if (a.startsWith(head))
        return b.startsWith(head) && match(a.slice(head.length), b.slice(head.length), depth + 1)
    }
    // map[K]V, Cache[K, V]
    const left = /^([\w.]+)\[([^[\]]*)\](.*)$/s.exec(a.slice(0, 300))
    const right = /^([\w.]+)\[([^[\]]*)\](.*)$/s.exec(b.slice(0, 300))
    if (left === null || right === null || left[1] !== right[1]) return false
    const [mine, theirs] = [splitList(left[2] ?? ''), splitList(right[2] ?? '')]
    return (
      mine.length === theirs.length &&
      mine.every((one, i) => match(one, theirs[i] ?? '', depth + 1)) &&
      ((left[3] ?? '') === (right[3] ?? '') || match(left[3] ?? '', right[3] ?? '', depth + 1))
    )
  }
  return match(pattern.trim(), type.trim(), 0) ? found : null
}
