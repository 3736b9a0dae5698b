// How many typing slips two words are apart.

/** Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`; more than `most` is `most + 1`. */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
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
    if (Math.min(...row) > most) return most + 1
    older = old
    old = row
  }
  return old[b.length] ?? 0
}
