// Separates a stream whose lines carry a prefix (a service, a pod, a process) into one stream for each of them.

import { addLine, type Draft, emptyDraft, finishDrafts, isBlank, type Opened, type Stream } from './stream.ts'

export interface Prefixed {
  /** What keeps the streams apart: the service, the pod, the unit and its process id. */
  readonly key: string
  readonly content: string
  /** The line goes on in the next one of the same key. */
  readonly partial?: boolean
  /** How far continuation lines hang below the content; they have no prefix of their own. */
  readonly hang?: number
}

/**
 * One stream for each key, and one for the lines that carry no prefix. Null when no line does.
 *
 * @param match the parts of a prefixed line, or null
 */
export function separatePrefixed(
  stream: Stream,
  match: (line: string) => Prefixed | null,
): readonly Opened[] | null {
  const rest = emptyDraft()
  const byKey = new Map<string, Draft>()
  const unfinished = new Map<string, string[]>()
  let last: Prefixed | null = null
  for (const [index, line] of stream.lines.entries()) {
    const found = match(line)
    if (found === null) {
      const draft: Draft | undefined = last === null ? undefined : byKey.get(last.key)
      if (last?.hang && draft && (isBlank(line) || isBlank(line.slice(0, last.hang)))) {
        addLine(draft, line.slice(last.hang), index)
        continue
      }
      if (!isBlank(line)) last = null
      addLine(rest, line, index)
      continue
    }
    last = found
    let draft = byKey.get(found.key)
    if (draft === undefined) {
      draft = emptyDraft()
      byKey.set(found.key, draft)
    }
    const parts = unfinished.get(found.key)
    if (parts) parts.push(found.content)
    else addLine(draft, found.content, index)
    if (found.partial) {
      if (!parts) unfinished.set(found.key, [found.content])
    } else if (parts) {
      draft.lines[draft.lines.length - 1] = parts.join('')
      unfinished.delete(found.key)
    }
  }
  if (byKey.size === 0) return null
  for (const [key, parts] of unfinished) {
    const draft = byKey.get(key)
    if (draft) draft.lines[draft.lines.length - 1] = parts.join('')
  }
  return finishDrafts(stream, byKey.values(), rest)
}
