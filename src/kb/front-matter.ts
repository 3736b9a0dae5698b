// What an entry's front matter may say, decoded key by key so that every fault is told.

import {
  type Entry,
  type EntryKind,
  type Measure,
  type Signature,
  servers,
  type Verdict,
} from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'
import type { Words } from '../model/language.ts'
import { isRange } from '../model/version-range.ts'

/** An entry without its prose and programs: what the front matter says. */
export type FrontMatter = Omit<Entry, 'prose' | 'proof' | 'verified'> & {
  readonly proof: Omit<Entry['proof'], 'files'>
}

type Report = (key: string, message: string) => void
type Values = Readonly<Record<string, unknown>>

const knownKeys = [
  'title',
  'kind',
  'codes',
  'signatures',
  'inspect',
  'slots',
  'when',
  'sources',
  'see',
  'aliases',
  'seed',
  'verdict',
  'measure',
  'run',
  'go',
  'python',
  'needs',
  'server',
  'proof',
  'reason',
]
const kinds: readonly EntryKind[] = ['failure', 'question', 'advice']
const verdicts: readonly Verdict[] = ['holds', 'depends', 'refuted']
const measures = ['bytes', 'allocations', 'time']

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function stringsOf(values: Values, key: string, report: Report): readonly string[] {
  const value = values[key]
  if (value === undefined) return []
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  report(key, `${key} is a list of strings`)
  return []
}

function titleOf(value: unknown, report: Report): Words {
  const { en, zh } = isRecord(value) ? value : {}
  if (typeof en !== 'string' || typeof zh !== 'string') report('title', 'title has en and zh')
  return { en: typeof en === 'string' ? en : '', zh: typeof zh === 'string' ? zh : '' }
}

function rangeOf(values: Values, tool: Tool, report: Report): string | undefined {
  const value = values[tool]
  if (value === undefined) return undefined
  if (typeof value === 'string' && isRange(value)) return value
  report(tool, `${tool} is a version range in quotes, such as "<1.20" or ">=3.10 <3.12"`)
  return undefined
}

function signatureOf(value: unknown, tool: Tool, report: Report): Signature | null {
  if (typeof value === 'string') return { text: value.trimEnd() }
  if (!isRecord(value) || typeof value.text !== 'string') {
    report(
      'signatures',
      'a signature is a string, or { text, go | python, code, when, likely, within, unrecorded }',
    )
    return null
  }
  for (const key of Object.keys(value)) {
    if (!['text', tool, 'code', 'when', 'likely', 'within', 'unrecorded'].includes(key)) {
      report('signatures', `a signature of ${tool} has no '${key}'`)
    }
  }
  const range = rangeOf(value, tool, (_, message) => report('signatures', message))
  return {
    text: value.text.trimEnd(),
    ...(range === undefined ? {} : { range }),
    ...(typeof value.when === 'string' ? { when: value.when } : {}),
    ...(value.likely === true ? { likely: true as const } : {}),
    ...(value.within === true ? { within: true as const } : {}),
    ...(typeof value.code === 'string' ? { code: value.code } : {}),
    ...(typeof value.unrecorded === 'string' ? { unrecorded: value.unrecorded } : {}),
  }
}

function signaturesOf(values: Values, tool: Tool, report: Report): readonly Signature[] {
  const value = values.signatures
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    report('signatures', 'signatures is a list')
    return []
  }
  const signatures = value.map(item => signatureOf(item, tool, report)).filter(item => item !== null)
  // Said once for all of them.
  const { when } = values
  if (typeof when !== 'string') return signatures
  return signatures.map(signature => ({ when, ...signature }))
}

function measureOf(value: unknown, report: Report): Measure | undefined {
  if (value === undefined) return undefined
  // { bytes: "<= 0.4", allocations: "<= 0.2" }
  const fits =
    isRecord(value) &&
    Object.entries(value).every(
      ([key, bar]) => measures.includes(key) && /^(<=|>=) \d+(\.\d+)?$/.test(String(bar)),
    )
  if (fits) return value as Measure
  report('measure', `measure gives after / before for ${measures.join(', ')}, such as { bytes: "<= 0.4" }`)
  return undefined
}

function oneOf<T extends string>(
  values: Values,
  key: string,
  choices: readonly T[],
  report: Report,
): T | undefined {
  const value = values[key]
  const chosen = choices.find(choice => choice === value)
  if (chosen === undefined && value !== undefined) report(key, `${key} is one of ${choices.join(', ')}`)
  return chosen
}

// requests==2.32.3, pydantic[email]==2.9.2, psycopg[binary]==3.2.3
const pythonNeed = /^[A-Za-z0-9][\w.-]*(\[[\w,-]+\])?==\d[\w.+!]*$/
// github.com/jackc/pgx/v5/pgxpool@v5.7.1
const goNeed = /^[a-z0-9][\w.~-]*(\/[\w.~-]+)*@v\d[\w.+-]*$/

function needsOf(values: Values, tool: Tool, report: Report): readonly string[] {
  const needs = stringsOf(values, 'needs', report)
  for (const need of needs) {
    if (!(tool === 'go' ? goNeed : pythonNeed).test(need))
      report(
        'needs',
        `a package is needed in one version, such as ${tool === 'go' ? 'go.uber.org/zap@v1.27.0' : 'requests==2.32.3'}, not '${need}'`,
      )
  }
  return needs
}

function proofFrontOf(values: Values, tool: Tool, report: Report): FrontMatter['proof'] {
  const { run, proof, reason } = values
  const range = rangeOf(values, tool, report)
  const needs = needsOf(values, tool, report)
  const server = oneOf(values, 'server', servers, report)
  if (run !== undefined && (typeof run !== 'string' || !/^(go|python) /.test(run))) {
    report('run', 'run is a command whose first word is go or python')
  }
  if (proof !== undefined && (proof !== 'none' || typeof reason !== 'string')) {
    report('proof', 'proof can only be none, with a reason')
  }
  return {
    ...(typeof run === 'string' ? { run } : {}),
    ...(range === undefined ? {} : { range }),
    ...(needs.length === 0 ? {} : { needs }),
    ...(server === undefined ? {} : { server }),
    ...(proof === 'none' && typeof reason === 'string' ? { none: reason } : {}),
  }
}

/** Decodes the parsed YAML of entry `id`; what is wrong goes to `report` with the key it concerns. */
export function decodeFrontMatter(id: string, yaml: unknown, report: Report): FrontMatter {
  const values: Values = isRecord(yaml) ? yaml : {}
  if (!isRecord(yaml)) report('', 'the front matter is a table of keys')
  for (const key of Object.keys(values)) {
    if (!knownKeys.includes(key)) report(key, `no key '${key}' is known; known are ${knownKeys.join(', ')}`)
  }
  const tool: Tool = id.startsWith('python/') ? 'python' : 'go'
  const kind = oneOf(values, 'kind', kinds, report)
  if (kind === undefined && values.kind === undefined) report('kind', `kind is missing: ${kinds.join(', ')}`)
  const verdict = oneOf(values, 'verdict', verdicts, report)
  const measure = measureOf(values.measure, report)
  return {
    id,
    tool,
    kind: kind ?? 'failure',
    title: titleOf(values.title, report),
    codes: stringsOf(values, 'codes', report),
    signatures: signaturesOf(values, tool, report),
    slots: stringsOf(values, 'slots', report),
    inspect: stringsOf(values, 'inspect', report),
    sources: stringsOf(values, 'sources', report),
    see: stringsOf(values, 'see', report),
    aliases: stringsOf(values, 'aliases', report),
    seed: stringsOf(values, 'seed', report),
    ...(verdict === undefined ? {} : { verdict }),
    ...(measure === undefined ? {} : { measure }),
    proof: proofFrontOf(values, tool, report),
  }
}
