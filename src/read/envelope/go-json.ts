// The events of `go test -json` and `go build -json`, as the text that the tool would have printed.

import { isRecord } from './is-record.ts'
import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

interface Package {
  readonly draft: Draft
  /** The last output did not end its line. */
  open: boolean
}

export const goJson: Envelope = {
  name: 'go-json',
  open: stream => {
    const rest = emptyDraft()
    const packages = new Map<string, Package>()
    for (const [index, line] of stream.lines.entries()) {
      const event = readEvent(line)
      if (event === null) {
        addLine(rest, line, index)
        continue
      }
      let into = packages.get(event.package)
      if (into === undefined) {
        into = { draft: emptyDraft(), open: false }
        packages.set(event.package, into)
      }
      if (event.output !== '') addOutput(into, event.output, index)
    }
    return packages.size === 0
      ? null
      : finishDrafts(
          stream,
          [...packages.values()].map(p => p.draft),
          rest,
        )
  },
}

// {"Time":"2026-11-27T11:59:19.56Z","Action":"output","Package":"example.com/gt","Test":"TestA","Output":"=== RUN   TestA\n"}
// {"ImportPath":"example.com/gt/b","Action":"build-output","Output":"# example.com/gt/b\n"}
function readEvent(line: string): { readonly package: string; readonly output: string } | null {
  if (line.charCodeAt(0) !== 0x7b || !line.slice(0, 600).includes('"Action":"')) return null
  try {
    const event: unknown = JSON.parse(line)
    if (!isRecord(event) || typeof event.Action !== 'string') return null
    const name = event.ImportPath ?? event.Package
    return {
      // A package's events come in the order in which the test printed, so its tests are not taken apart.
      package: typeof name === 'string' ? name : '',
      output: typeof event.Output === 'string' ? event.Output : '',
    }
  } catch {
    return null
  }
}

function addOutput(into: Package, output: string, index: number): void {
  const { lines } = into.draft
  const parts = output.split('\n')
  // A test's own print without a line end:  "no newline"  and then  "--- FAIL: TestB (0.00s)\n"
  const joins = into.open && !/^\s*(?:--- |=== |panic: |FAIL|PASS|ok )/.test(output)
  if (joins) lines[lines.length - 1] += parts.shift() ?? ''
  into.open = joins && parts.length === 0
  if (parts.length === 0) return
  const tail = parts.pop() ?? ''
  for (const part of parts) addLine(into.draft, part, index)
  if (tail !== '') addLine(into.draft, tail, index)
  into.open = tail !== ''
}
