// Which of the two languages to speak.

import type { Language } from '../model/language.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** `--lang` where it is given, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set: `zh…` is Chinese. */
export function chooseLanguage(asked: string | undefined, env: Environment): Language {
  const name = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
  return name.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** The value of `--lang` in a command line that could not be parsed. */
export function languageAskedFor(words: readonly string[]): string | undefined {
  const at = words.findIndex(w => w === '--lang' || w.startsWith('--lang='))
  if (at < 0) return undefined
  return words[at] === '--lang' ? words[at + 1] : words[at]?.slice('--lang='.length)
}
