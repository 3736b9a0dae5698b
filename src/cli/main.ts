// The command line: takes the arguments apart, loads the one verb, and is the only place that sets exit codes.

import { chooseLanguage, languageAskedFor } from './choose-language.ts'
import { looksLikeInput } from './input-words.ts'
import { loadBundle } from './load-bundle.ts'
import { type ColorChoice, isCode, isTerminalAt, openOutput, writeAll } from './output.ts'
import { parseCall } from './parse-call.ts'
import { isRefusal } from './refusal.ts'
import type { Call, VerbModule } from './verb.ts'
import { findVerb } from './verbs.ts'

/** The version of the package; the build puts it in. */
declare const FAQ_VERSION: string

async function main(words: readonly string[]): Promise<number> {
  const parsed = parseCall(words, looksLikeInput)
  if (parsed.flags.has('version')) {
    writeAll(1, `faq ${FAQ_VERSION}\n`)
    return 0
  }
  const choice = (parsed.values.color ?? 'auto') as ColorChoice
  const verb = parsed.verb ?? findVerb(!parsed.flags.has('help') && !isTerminalAt(0) ? 'why' : 'help')
  const call: Call = {
    verb: verb?.name ?? 'help',
    args: parsed.args,
    flags: parsed.flags,
    values: parsed.values,
    language: chooseLanguage(parsed.values.lang, process.env),
    out: openOutput(1, choice, process.env),
    err: openOutput(2, choice, process.env),
  }
  if (parsed.flags.has('help') && verb?.name !== 'help') {
    const args = parsed.verb === null ? [] : [parsed.verb.name]
    return loadBundle<VerbModule>('help').exports.perform({ ...call, verb: 'help', args })
  }
  const loaded = loadBundle<VerbModule>(verb?.module ?? 'help')
  const code = await loaded.exports.perform(call)
  loaded.keep()
  return code
}

function fail(error: unknown, words: readonly string[]): number {
  // `faq list | head -3`: whoever read us has enough.
  if (isCode(error, 'EPIPE')) return 0
  const language = chooseLanguage(languageAskedFor(words), process.env)
  const text = isRefusal(error) ? error.words[language] : error instanceof Error ? error.stack : String(error)
  try {
    writeAll(2, `faq: ${text}\n`)
  } catch {}
  return isRefusal(error) ? error.exitCode : 70
}

const words = process.argv.slice(2)
main(words).then(
  code => {
    process.exitCode = code
  },
  error => {
    process.exitCode = fail(error, words)
  },
)
