// The commonest typing mistake: one letter.

/** Whether one word is the other with one slip in it; words of one letter are slips of everything, and so of none. */
export function isMisspelling(a: string, b: string): boolean {
  return a !== b && Math.min(a.length, b.length) >= 2 && isOneSlip(a, b)
}

/** Whether two words differ by one slip at most: a letter too much, too few, wrong, or two swapped. Linear time. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let tail = 0
  const most = Math.min(a.length, b.length) - start
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [x, y] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)]
  return (
    (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0])
  )
}
