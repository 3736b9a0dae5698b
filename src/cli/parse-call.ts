// Takes a command line apart: verb, options, the rest. Node's own parser reads; we word what is wrong.

import { parseArgs } from 'node:util'
import { nearest } from './nearest.ts'
import { Refusal } from './refusal.ts'
import { findVerb, globalOptions, type Option, type VerbRow, verbs } from './verbs.ts'
import { badChoice, missingValue, unknownOption, unknownVerb, valueForFlag } from './words.ts'

export interface ParsedCall {
  /** Null when no verb was named. */
  readonly verb: VerbRow | null
  readonly args: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: Readonly<Record<string, string>>
}

/** `looksLikeInput` says whether a first word that is no verb is something to explain: a file, a line of text. */
export function parseCall(words: readonly string[], looksLikeInput: (word: string) => boolean): ParsedCall {
  const verb = findVerb(words[0] ?? '')
  if (verb !== null) return parseWords(words.slice(1), verb, [...globalOptions, ...verb.options])
  // `faq --lang zh run go test -v`: what stands before the verb is ours, the rest is the verb's.
  const early = parseWords(words, null, [...globalOptions, ...(findVerb('why')?.options ?? [])])
  const [first] = early.args
  if (first === undefined) return early
  const before = words.slice(0, words.length - early.args.length)
  if (findVerb(first) !== null) return parseCall([first, ...before, ...early.args.slice(1)], looksLikeInput)
  if (looksLikeInput(first)) return parseCall(['why', ...words], looksLikeInput)
  throw new Refusal(
    unknownVerb(
      first,
      nearest(
        first,
        verbs.map(v => v.name),
        1,
      )[0] ?? null,
    ),
  )
}

function parseWords(words: readonly string[], verb: VerbRow | null, options: readonly Option[]): ParsedCall {
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(o => [
        o.name,
        { type: o.kind === 'flag' ? 'boolean' : 'string', ...(o.short ? { short: o.short } : {}) } as const,
      ]),
    ),
  })
  const args: string[] = []
  const flags = new Set<string>()
  const values: Record<string, string> = {}
  for (const token of tokens) {
    const raw = words[token.index] ?? ''
    if (token.kind === 'option-terminator') {
      args.push(...words.slice(token.index + 1))
      break
    }
    if (token.kind === 'positional') {
      if (verb === null || verb.takes === 'command') {
        args.push(...words.slice(token.index))
        break
      }
      args.push(token.value)
      continue
    }
    const option = options.find(o => o.name === token.name)
    if (option === undefined) {
      // `--- FAIL: TestTotal (0.00s)` is a line of output, not an option.
      if (/\s/.test(raw)) args.push(raw)
      else throw new Refusal(unknownOption(raw, nearestOption(token.name, options)))
    } else if (option.kind === 'flag') {
      if (token.value !== undefined) throw new Refusal(valueForFlag(token.rawName))
      flags.add(option.name)
    } else {
      const value = token.value
      if (value === undefined || value === '')
        throw new Refusal(missingValue(token.rawName, option.choices ?? []))
      if (option.choices && !option.choices.includes(value)) {
        throw new Refusal(badChoice(token.rawName, value, option.choices))
      }
      const before = values[option.name]
      values[option.name] = option.kind === 'list' && before !== undefined ? `${before},${value}` : value
    }
  }
  return { verb, args, flags, values }
}

function nearestOption(name: string, options: readonly Option[]): string | null {
  const [best] = nearest(
    name,
    options.map(o => o.name),
    1,
  )
  return best === undefined ? null : `--${best}`
}
