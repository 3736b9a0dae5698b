// Records: what each program of the knowledge base printed on one toolchain, one JSON line a program.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Explain } from './judge.ts'
import { compareRoles, type ProofResult, type RunRole } from './program.ts'

/** One line of `records/<toolchain>.jsonl`. */
export interface RecordLine {
  readonly entry: string
  readonly program: RunRole
  readonly command: string
  readonly exit: number
  /** Normalized. */
  readonly output: string
}

/** The lines that a result gives; none when it was skipped. */
export function recordLinesOf(result: ProofResult): readonly RecordLine[] {
  if (result.skipped !== undefined) return []
  return result.runs.map(({ entry, role, command, exit, output, measured }) => ({
    entry,
    program: role,
    command,
    exit,
    // Times are of this machine; bytes and allocations are of the program.
    output: measured === undefined || exit !== 0 ? output : output.replace(/^.*\btime \S+\n/gm, ''),
  }))
}

/** The lines of one toolchain, sorted; empty when there is no such file. */
export async function readRecords(folder: string, toolchain: string): Promise<readonly RecordLine[]> {
  const text = await readFile(join(folder, `${toolchain}.jsonl`), 'utf8').catch(() => '')
  return parseRecords(text)
}

/** Lines that are no records are passed over. */
export function parseRecords(text: string): readonly RecordLine[] {
  return text.split('\n').flatMap(line => {
    try {
      return line === '' ? [] : [JSON.parse(line) as RecordLine]
    } catch {
      return []
    }
  })
}

/** The toolchains that have a file, oldest first within a tool: `go1.19.13`, …, `python3.8.18`, …. */
export async function recordedToolchains(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => /^(?:go|python)\d.*\.jsonl$/.test(name))
    .map(name => name.slice(0, -'.jsonl'.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** Writes the file of one toolchain, one line a program, sorted by entry, then role. */
export async function writeRecords(
  folder: string,
  toolchain: string,
  lines: readonly RecordLine[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const text = [...lines].sort(compareLines).map(line => `${JSON.stringify(line)}\n`)
  await writeFile(join(folder, `${toolchain}.jsonl`), text.join(''))
}

/** How long to wait for a process that writes the same file before taking its lock for a dead one's. */
const longestWait = 20_000

/** Replaces the lines of one toolchain, if they change, while no other process does. */
export async function changeRecords(
  folder: string,
  toolchain: string,
  change: (lines: readonly RecordLine[]) => readonly RecordLine[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lock = join(folder, `.${toolchain}.lock`)
  const end = Date.now() + longestWait
  while (!(await taken(lock)) && Date.now() < end) await setTimeout(50)
  try {
    const lines = await readRecords(folder, toolchain)
    const changed = change(lines)
    if (changed.length !== lines.length || changed.some((line, i) => line !== lines[i])) {
      await writeRecords(folder, toolchain, changed)
    }
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

function taken(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  )
}

function compareLines(a: RecordLine, b: RecordLine): number {
  if (a.entry !== b.entry) return a.entry < b.entry ? -1 : 1
  return compareRoles(a.program, b.program)
}

/**
 * `old` with everything about the `ran` entries replaced by `fresh` and everything about entries that exist no more left
 * out. Where a fresh line says the same as the old one, the old stays: a record changes only with its meaning.
 */
export function mergeRecords(
  old: readonly RecordLine[],
  fresh: readonly RecordLine[],
  ran: ReadonlySet<string>,
  exists: (entry: string) => boolean,
  explain: Explain,
): readonly RecordLine[] {
  const keyOf = (line: RecordLine) => `${line.entry} ${line.program}`
  const known = new Map(old.map(line => [keyOf(line), line]))
  const merged = fresh.map(line => {
    const before = known.get(keyOf(line))
    return before !== undefined && sameRecord(before, line, explain) ? before : line
  })
  return [...old.filter(line => exists(line.entry) && !ran.has(line.entry)), ...merged]
}

/**
 * Whether two records of a program say the same: equal outputs, or outputs in which the pipeline reads the same
 * messages, entries and places although the rest differs (which goroutine came first, an address).
 */
export function sameRecord(a: RecordLine, b: RecordLine, explain: Explain): boolean {
  if (a.entry !== b.entry || a.program !== b.program || a.command !== b.command || a.exit !== b.exit)
    return false
  if (a.output === b.output) return true
  // What a demo prints is its point, and numbers are all there is of a measured program.
  if (a.program === 'demo') return false
  if (a.program === 'before' || a.program === 'after') return sameNumbers(a.output, b.output)
  const read = (record: RecordLine) => explain(record.output)
  const [first, second] = [read(a), read(b)]
  // Outputs that read as nothing have nothing but their text to compare.
  if (first.length === 0) return withoutNumbers(a.output) === withoutNumbers(b.output)
  const told = (read: ReturnType<Explain>) =>
    JSON.stringify(read.map(({ message = '', ...rest }) => ({ ...rest, message: withoutNumbers(message) })))
  return told(first) === told(second)
}

/** Ports, process ids, addresses and times differ from run to run. */
function withoutNumbers(text: string): string {
  return text.replace(/\b(?:0x)?[0-9a-f]{8,}\b|\d+/g, '0')
}

/** Whether both lead to the same entry first: what happens in which order may change the words, not the answer. */
export function leadsTheSame(a: RecordLine, b: RecordLine, explain: Explain): boolean {
  return a.exit === b.exit && explain(a.output)[0]?.entry === explain(b.output)[0]?.entry
}

// BenchmarkTotals bytes 25208: a stray allocation of the runtime may add a byte or two per operation.
function sameNumbers(a: string, b: string): boolean {
  const [first, second] = [a.trim().split(/\s+/), b.trim().split(/\s+/)]
  return (
    first.length === second.length &&
    first.every((word, i) => {
      const [x, y] = [Number(word), Number(second[i])]
      return Number.isNaN(x) ? word === second[i] : Math.abs(x - y) <= Math.max(16, 0.02 * x)
    })
  )
}
