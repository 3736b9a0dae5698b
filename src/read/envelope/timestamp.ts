// The time before every line, as GitHub Actions, `kubectl logs --timestamps` and `docker logs -t` put it there.

import { type Envelope, isBlank, isDigit, rewriteLines } from './stream.ts'

// 2026-01-02T03:04:05.6789012Z ##[error]main.go:3:5: undefined: foo
const stamp =
  /^\ufeff?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\]?(?: \d\d[OE])?(?: |$)(?:##\[[a-z]{1,12}\])?/

export const timestamp: Envelope = {
  name: 'timestamp',
  open: stream => {
    let filled = 0
    let stamped = 0
    for (const line of stream.lines) {
      if (isBlank(line)) continue
      filled++
      if (isStamped(line)) stamped++
    }
    // Only the first and the last line may have lost theirs.
    if (stamped === 0 || stamped < filled - Math.max(2, filled >> 4) || stamped * 2 < filled) return null
    return rewriteLines(stream, line => (isStamped(line) ? line.replace(stamp, '') : line))
  },
}

function isStamped(line: string): boolean {
  const first = line.charCodeAt(0)
  return (isDigit(first) || first === 0x5b || first === 0xfeff) && stamp.test(line)
}
