// Folds Go failures that are only a consequence of another under it.

import type { Failure } from '../../model/failure.ts'
import { type FindRoot, rules } from './relate-rules.ts'

/** Failures with the same message at the same place: a package and its test variant, go build and then go vet. */
function withoutRepetitions(failures: readonly Failure[]): readonly Failure[] {
  const seen = new Set<string>()
  return failures.filter(({ format, message, place, details }) => {
    if ((format !== 'go-build' && format !== 'go-module') || place === null) return true
    const key = [place.file, place.line, place.column, message, ...details].join('\n')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** For each failure the index of its root, or null for one that stands alone. */
function findRoots(failures: readonly Failure[]): readonly (number | null)[] {
  const finders: readonly FindRoot[] = rules.map(rule => rule(failures))
  const parents = failures.map((failure, index) => {
    if (failure.tool !== 'go') return null
    for (const find of finders) {
      const root = find(failure, index)
      if (root !== null && root !== index) return root
    }
    return null
  })
  return parents.map((_, index) => {
    let root = index
    // A consequence of a consequence; two that name each other stay where they are.
    for (let steps = 0; steps < 8; steps++) {
      const next = parents[root] ?? null
      if (next === null) return root === index ? null : root
      root = next
    }
    return null
  })
}

/** Root causes in the order printed, each with its consequences. Failures of other tools pass through. */
export function relateGo(failures: readonly Failure[]): readonly Failure[] {
  const kept = withoutRepetitions(failures)
  const roots = findRoots(kept)
  const consequences = new Map<number, Failure[]>()
  for (const [index, root] of roots.entries()) {
    const failure = kept[index]
    if (root === null || failure === undefined) continue
    const list = consequences.get(root) ?? []
    list.push({ ...failure, consequences: [] }, ...failure.consequences)
    consequences.set(root, list)
  }
  return kept.flatMap((failure, index) => {
    if (roots[index] !== null) return []
    const more = consequences.get(index)
    return more === undefined ? failure : { ...failure, consequences: [...failure.consequences, ...more] }
  })
}
