// What `go vet -json` prints, as the lines that it prints without.

import { isRecord } from './is-record.ts'
import { addLine, type Draft, type Envelope, emptyDraft, finishDrafts } from './stream.ts'

// {
// 	"example.com/gt/v": {
// 		"printf": [
// 			{
// 				"posn": "/srv/gt/v/v.go:5:24",
// 				"end": "/srv/gt/v/v.go:5:26",
// 				"message": "fmt.Printf format %d has arg \"x\" of wrong type string"
export const goVetJson: Envelope = {
  name: 'go-vet-json',
  open: stream => {
    const { lines } = stream
    if (!lines.some(line => line.startsWith('\t\t\t\t"posn": "'))) return null
    const vetted = emptyDraft()
    const rest = emptyDraft()
    for (let index = 0; index < lines.length; index++) {
      const end =
        lines[index] === '{' && (lines[index + 1] ?? '').startsWith('\t"') ? endOfObject(lines, index) : -1
      if (end < 0 || !addDiagnostics(vetted, lines, index, end)) addLine(rest, lines[index] ?? '', index)
      else index = end
    }
    return vetted.lines.length === 0 ? null : finishDrafts(stream, [vetted], rest)
  },
}

/** The line of the brace that closes the object; -1 where another begins before. */
function endOfObject(lines: readonly string[], start: number): number {
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line === '}') return index
    if (!line.startsWith('\t')) return -1
  }
  return -1
}

function addDiagnostics(draft: Draft, lines: readonly string[], start: number, end: number): boolean {
  const packages = parseObject(lines.slice(start, end + 1).join('\n'))
  if (packages === null) return false
  let at = start
  for (const [name, analyzers] of Object.entries(packages)) {
    if (!isRecord(analyzers)) continue
    addLine(draft, `# ${name}`, at)
    for (const found of Object.values(analyzers)) {
      for (const diagnostic of Array.isArray(found) ? found : []) {
        if (!isRecord(diagnostic) || typeof diagnostic.posn !== 'string') continue
        while (at < end && !(lines[at] ?? '').startsWith('\t\t\t\t"posn": "')) at++
        addLine(draft, `${diagnostic.posn}: ${String(diagnostic.message)}`, at)
        at++
      }
    }
  }
  return true
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}
