// The names most like a mistyped one.

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

/** Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    older = old
    old = row
  }
  return old[b.length] ?? 0
}
