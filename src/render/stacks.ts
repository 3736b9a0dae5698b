// The stacks of a failure that has several: the two sides of a race, or goroutines grouped by equal stacks.

import type { Failure, Frame, StackGroup } from '../model/failure.ts'
import type { Language, Words } from '../model/language.ts'
import type { SourceLookup } from '../model/source.ts'
import { cutText, escapeControls } from './escape.ts'
import { type Line, span } from './paint.ts'
import { textWidth } from './width.ts'
import * as words from './words.ts'
import { cutLine } from './wrap.ts'

/** How many groups an answer shows; the rest is counted. */
const mostShown = 5
const longestFunction = 60

/** One stack in one line, still without layout. */
export interface StackView {
  /** `chan send, 12 min`, `Previous write` */
  readonly state: string
  readonly count: number
  /** Without the path of its package: `pool.(*Pool).Run.func1`; '' where nothing is known. */
  readonly function: string
  /** `pool/pool.go:28`; '' where nothing is known. */
  readonly place: string
  readonly startedAt: string | null
  /** The source line there, where it is at hand. */
  readonly source: string | null
}

/** The frame that says most: the innermost own one, else the first that is not of the runtime. */
export function tellingFrame({ frames }: StackGroup): Frame | null {
  const isInner = ({ function: name }: Frame) => /^(?:runtime|internal\/|sync\.runtime_|panic$)/.test(name)
  return (
    frames.find(f => f.own && f.line > 0) ?? frames.find(f => !isInner(f) && f.line > 0) ?? frames[0] ?? null
  )
}

function shortFunction(name: string): string {
  const bracket = name.search(/[[(]/)
  const path = bracket === -1 ? name : name.slice(0, bracket)
  return escapeControls(cutText(name.slice(path.lastIndexOf('/') + 1), longestFunction))
}

function placeOf({ file, line }: Frame, source: SourceLookup): string {
  const path = source(file)?.path ?? file.split('/').slice(-2).join('/')
  return escapeControls(`${path}:${line}`)
}

/** The view of one stack. */
export function viewStack(group: StackGroup, language: Language, source: SourceLookup): StackView {
  const { count, minutes, startedAt } = group
  const frame = tellingFrame(group)
  const waited = minutes === null ? '' : words.waited(minutes)[language]
  return {
    state: escapeControls(group.state) + waited,
    count,
    function: frame === null ? '' : shortFunction(frame.function),
    place: frame === null || frame.line === 0 ? '' : placeOf(frame, source),
    startedAt: startedAt === null || startedAt.line === 0 ? null : placeOf(startedAt, source),
    source: frame === null ? null : (source(frame.file)?.lines[frame.line - 1]?.trim() ?? null),
  }
}

/** What the stacks of a failure are headed by, the groups that are shown, and how many goroutines stand in the others. */
export interface StacksView {
  readonly heading: Words
  readonly shown: readonly StackView[]
  readonly others: Words | null
}

/** Null for a failure with one stack, which the place tells. */
export function viewStacks(
  { stacks, format }: Failure,
  language: Language,
  source: SourceLookup,
): StacksView | null {
  if (stacks === undefined || stacks.length === 0) return null
  const rest = stacks.slice(mostShown)
  const total = stacks.reduce((sum, { count }) => sum + count, 0)
  return {
    heading: format === 'go-race' ? words.bothAccesses : words.goroutines(total),
    shown: stacks.slice(0, mostShown).map(group => viewStack(group, language, source)),
    others:
      rest.length === 0
        ? null
        : words.otherStacks(
            rest.length,
            rest.reduce((sum, { count }) => sum + count, 0),
          ),
  }
}

/** The words behind the function and its place. */
export function startWords({ startedAt }: StackView, language: Language): string {
  return startedAt === null ? '' : words.startedAt(startedAt)[language]
}

/** The stacks in lines of a terminal; of a race with the source lines below. */
export function layOutStacks(
  failure: Failure,
  language: Language,
  source: SourceLookup,
  width: number,
): readonly Line[] {
  const view = viewStacks(failure, language, source)
  if (view === null) return []
  const isRace = failure.format === 'go-race'
  const labels = view.shown.map(({ count, state }) => (isRace ? state : `${count} × ${state}`))
  const columns = Math.min(28, Math.max(...labels.map(textWidth)))
  const lines: Line[] = [[span(view.heading[language], 'bold')]]
  for (const [index, stack] of view.shown.entries()) {
    const label = labels[index] ?? ''
    const pad = ' '.repeat(Math.max(0, columns - textWidth(label)))
    const where = stack.place === '' ? '' : `  ${stack.place}`
    const name = [span(`  ${label}${pad}  `, 'doubt'), span(stack.function)]
    const place = [span(where, 'link'), span(startWords(stack, language), 'dim')]
    if (textWidth([...name, ...place].map(s => s.text).join('')) <= width) lines.push([...name, ...place])
    // What does not fit goes below, behind as much space as the label takes.
    else lines.push(cutLine(name, width), cutLine([span(`  ${' '.repeat(columns)}`), ...place], width))
    if (isRace && stack.source !== null)
      lines.push(
        cutLine([span(`  ${' '.repeat(columns)}  `), span(escapeControls(stack.source), 'code')], width),
      )
  }
  if (view.others !== null) lines.push([span(`  ${view.others[language]}`, 'dim')])
  return lines
}
