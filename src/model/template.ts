// The language of signatures: literal text with named slots, `cannot use {value} as {type} value in {place}`.
// Written by hand, not as regular expressions: it runs for every candidate of every message, in linear time.

interface Slot {
  readonly name: string
  /** All that it may take; null: anything. */
  readonly choices: ReadonlySet<string> | null
}

/** One line of a template: literals around slots, so one more literal than slots. */
interface TemplateLine {
  readonly literals: readonly string[]
  readonly slots: readonly Slot[]
}

export interface Template {
  /** The first stands for the message, the others for lines that continue it. */
  readonly lines: readonly TemplateLine[]
  /** The text may begin anywhere in the message after `: ` or a space. */
  readonly within: boolean
  /** How many characters are literal: the more, the more specific. */
  readonly specificity: number
}

// {name}, {type:number}, {operand:variable|value}; `interface {}` and `{0x1, 0x2}` are literal
const slotPattern = /\{([a-z][a-z-]*)(?::([^{}\n]+))?\}/g

const integers = 'int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr byte rune'.split(' ')
const floats = ['float32', 'float64']

/** Choices that have a name: `{type:number}` takes a numeric type of Go. */
const classes: Readonly<Record<string, readonly string[]>> = {
  integer: integers,
  float: floats,
  number: [...integers, ...floats],
  // How Go's type checker describes a typed operand: total (variable of type int)
  operand: ['variable', 'value', 'map index expression', 'comma, ok expression', 'comma, error expression'],
}

/**
 * The choices that a slot names, by class or between bars; null when it names a class that does not exist. A single
 * choice has a bar behind it, `defer|`.
 */
function choicesOf(text: string): readonly string[] | null {
  return text.includes('|') ? text.split('|').filter(choice => choice !== '') : (classes[text] ?? null)
}

function parseLine(text: string): TemplateLine {
  const literals: string[] = []
  const slots: Slot[] = []
  let end = 0
  for (const match of text.matchAll(slotPattern)) {
    const [, name = '', choices] = match
    literals.push(text.slice(end, match.index))
    slots.push({ name, choices: choices === undefined ? null : new Set(choicesOf(choices)) })
    end = match.index + match[0].length
  }
  literals.push(text.slice(end))
  return { literals, slots }
}

/** What a slot with choices counts as in literal characters: less than the word that it stands for. */
const choiceWeight = 2

/** Reads a signature's text. Line breaks separate the message from its continuation lines. */
export function parseTemplate(text: string, within = false): Template {
  const lines = text.split('\n').map(line => parseLine(line.trim()))
  const literal = lines.flatMap(line => line.literals).reduce((sum, part) => sum + part.trim().length, 0)
  const chosen = lines.flatMap(line => line.slots).filter(({ choices }) => choices !== null)
  return { lines, within, specificity: literal + chosen.length * choiceWeight }
}

/** The slots of a signature, each once. */
export function slotsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(slotPattern)].map(match => match[1] ?? ''))]
}

/** The text of a signature with `blank` in place of its slots. */
export function withoutSlots(text: string, blank: string): string {
  return text.replace(slotPattern, blank)
}

/** The classes that the slots of a signature name and that do not exist. */
export function unknownClassesOf(text: string): readonly string[] {
  return [...text.matchAll(slotPattern)].flatMap(([, , choices]) =>
    choices !== undefined && choicesOf(choices) === null ? [choices] : [],
  )
}

const wordPattern = /[A-Za-z0-9_]+|[\u3400-\u9fff]+/g

/** The words of a text, as the index counts them. */
export function wordsOf(text: string): readonly string[] {
  return text.match(wordPattern) ?? []
}

/** The whole words among a template's literals: those that no slot can lengthen. */
export function literalWordsOf(template: Template): readonly string[] {
  const words: string[] = []
  for (const { literals } of template.lines) {
    for (const [index, literal] of literals.entries()) {
      for (const match of literal.matchAll(wordPattern)) {
        const fusesBefore = match.index === 0 && index > 0
        const fusesAfter = match.index + match[0].length === literal.length && index < literals.length - 1
        if (!fusesBefore && !fusesAfter) words.push(match[0])
      }
    }
  }
  return words
}

/** A message longer than this is matched by its beginning only. */
const longestText = 4096
/** Backtracking over repeated literals stops here; real messages need a few steps. */
const mostSteps = 400

function matchLine(line: TemplateLine, text: string, start: number, slots: Map<string, string>): boolean {
  let steps = 0
  const { literals } = line
  function matchFrom(index: number, at: number): boolean {
    if (++steps > mostSteps) return false
    const { name = '', choices = null } = line.slots[index - 1] ?? {}
    const literal = literals[index] ?? ''
    const isLast = index === literals.length - 1
    const known = slots.get(name)
    // The last literal must stand at the end, so there is one place for it.
    let found = isLast ? text.length - literal.length : text.indexOf(literal, at + 1)
    if (isLast && !text.endsWith(literal)) return false
    while (found > at) {
      const value = text.slice(at, found)
      if ((known === undefined || known === value) && (choices === null || choices.has(value))) {
        if (known === undefined) slots.set(name, value)
        if (isLast || matchFrom(index + 1, found + literal.length)) return true
        if (known === undefined) slots.delete(name)
      }
      if (isLast) return false
      found = text.indexOf(literal, found + 1)
    }
    return false
  }
  const first = literals[0] ?? ''
  if (!text.startsWith(first, start)) return false
  const next = start + first.length
  return literals.length === 1 ? next === text.length : matchFrom(1, next)
}

function matchMessage(
  template: Template,
  line: TemplateLine,
  text: string,
  slots: Map<string, string>,
): boolean {
  if (matchLine(line, text, 0, slots)) return true
  if (!template.within) return false
  const first = line.literals[0] ?? ''
  if (first === '') return false
  const matchAfter = (whole: string) => {
    for (let at = whole.indexOf(first, 1); at !== -1; at = whole.indexOf(first, at + 1)) {
      if (/[\s:("'=]/.test(whole[at - 1] ?? '') && matchLine(line, whole, at, slots)) return true
    }
    return false
  }
  if (matchAfter(text)) return true
  for (const end of endsWithin(line, text)) {
    const open = text.slice(0, end)
    if (matchLine(line, open, 0, slots) || matchAfter(open)) return true
  }
  return false
}

// err="dial tcp 10.0.3.7:5432: connect: connection refused"     …"})
const closing = /["')\]}\s]{1,8}$/
// connection refused" attempt=3     connection refused, retrying in 5s     connection refused (attempt 3)     refused attempt=3
const goesOn = /^(?:["'`)\]}]|[,;] |\. [A-Z]| \(| [a-z_.-]{1,40}=)/

/** How often a template's last words are looked for in one message. */
const mostEnds = 3

/** Where a text that stands within a longer one may end before it: at closing marks, or where a log line goes on. */
function endsWithin(line: TemplateLine, text: string): readonly number[] {
  const ends: number[] = []
  const marks = closing.exec(text.slice(-8))
  if (marks !== null) ends.push(text.length - marks[0].length)
  const last = line.literals.at(-1) ?? ''
  if (last.trim() === '') return ends
  for (let at = text.indexOf(last); at !== -1 && ends.length < mostEnds; at = text.indexOf(last, at + 1)) {
    const end = at + last.length
    if (goesOn.test(text.slice(end, end + 50))) ends.push(end)
  }
  return ends
}

/**
 * What the slots of `template` take from a message and the lines that continue it; null when it does not match.
 * A slot takes at least one character and as few as possible; a name used twice must take the same text twice.
 */
export function matchTemplate(
  template: Template,
  message: string,
  details: readonly string[] = [],
): Readonly<Record<string, string>> | null {
  const slots = new Map<string, string>()
  const [first, ...others] = template.lines
  if (first === undefined || !matchMessage(template, first, message.slice(0, longestText), slots)) return null
  let next = 0
  for (const line of others) {
    let found = false
    while (!found && next < details.length) {
      found = matchLine(line, (details[next] ?? '').slice(0, longestText), 0, slots)
      next++
    }
    if (!found) return null
  }
  return Object.fromEntries(slots)
}
