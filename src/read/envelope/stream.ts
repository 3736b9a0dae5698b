// A stream of lines that remembers where in the input they stood, and the shape of everything that unwraps one.

export interface Stream {
  readonly lines: readonly string[]
  /** The line of the input, from 1, that the line `index` (from 0) of this stream came from. */
  readonly at: (index: number) => number
}

/** What came out of an envelope. */
export interface Opened extends Stream {
  /** The lines that were not wrapped; the same envelope does not look at them again. */
  readonly left?: true
}

/** One kind of wrapping. Envelopes are pure and take linear time on any text. */
export interface Envelope {
  readonly name: string
  /**
   * The streams that were inside, in the order of their first lines; lines that are not wrapped stay in a stream
   * of their own. Null when nothing is wrapped in this way.
   */
  readonly open: (stream: Stream) => readonly Opened[] | null
}

/** A stream under construction: lines, and for each the index of the line of the outer stream that it came from. */
export interface Draft {
  readonly lines: string[]
  readonly from: number[]
}

export const emptyDraft = (): Draft => ({ lines: [], from: [] })

export function addLine(draft: Draft, line: string, from: number): void {
  draft.lines.push(line)
  draft.from.push(from)
}

/** The stream that a draft became, or null when it holds nothing but blank lines. */
export function finishDraft(outer: Stream, draft: Draft): Stream | null {
  if (!draft.lines.some(line => !isBlank(line))) return null
  const { lines, from } = draft
  return { lines, at: index => outer.at(from[index] ?? from.at(-1) ?? 0) }
}

/** The drafts with something in them, and what was left, ordered by their first lines. */
export function finishDrafts(outer: Stream, drafts: Iterable<Draft>, left?: Draft): readonly Opened[] {
  const all = left === undefined ? [...drafts] : [left, ...drafts]
  return all
    .sort((a, b) => (a.from[0] ?? 0) - (b.from[0] ?? 0))
    .map(draft => {
      const stream = finishDraft(outer, draft)
      return stream !== null && draft === left ? { ...stream, left: true as const } : stream
    })
    .filter(stream => stream !== null)
}

/** Rewrites every line by itself; null when no line changes. */
export function rewriteLines(stream: Stream, rewrite: (line: string) => string): readonly Opened[] | null {
  let changed = false
  const lines = stream.lines.map(line => {
    const clean = rewrite(line)
    if (clean !== line) changed = true
    return clean
  })
  return changed ? [{ lines, at: stream.at }] : null
}

/** True for '' and for lines of spaces and tabs. */
export function isBlank(line: string): boolean {
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code !== 0x20 && code !== 0x09) return false
  }
  return true
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
