// The names most like a mistyped one.

import { editDistance } from '../model/edit-distance.ts'

/**
 * At most `count` of `names`, nearest first: those a few typing mistakes away (at most a third of the name), by
 * the whole name or by its last part (`go/undeclared-name` for `undeclaredname`), then those that contain it.
 */
export function nearest(typed: string, names: readonly string[], count: number): readonly string[] {
  const wanted = typed.toLowerCase()
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  const scored: { readonly name: string; readonly score: number }[] = []
  for (const name of names) {
    const last = name.slice(name.lastIndexOf('/') + 1)
    const distance = Math.min(editDistance(wanted, name), editDistance(wanted, last))
    if (distance <= limit) scored.push({ name, score: distance })
    else if (wanted.length > 2 && name.includes(wanted)) scored.push({ name, score: limit + 1 })
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, count)
    .map(s => s.name)
}
