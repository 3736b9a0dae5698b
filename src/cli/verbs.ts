// The table of verbs and their options: what main parses by, and what help and completions are made from.

/** `flag` takes no value, `text` the next word, `list` may be repeated. */
export type OptionKind = 'flag' | 'text' | 'list'

export interface Option {
  readonly name: string
  readonly kind: OptionKind
  readonly short?: string
  /** All values there are, where they are few. */
  readonly choices?: readonly string[]
  /** What a completion offers for the value. */
  readonly complete?: 'folder' | 'file'
}

export interface VerbRow {
  readonly name: string
  /** The file `src/cli/<module>.ts`. */
  readonly module: string
  readonly options: readonly Option[]
  /** What the words after the verb are; `command`: nothing after its first word is an option of ours. */
  readonly takes: 'files' | 'command' | 'entries' | 'prefix' | 'words' | 'shell' | 'verb' | 'name' | 'nothing'
}

const format: Option = { name: 'format', kind: 'text', choices: ['terminal', 'json', 'markdown'] }
const kb: Option = { name: 'kb', kind: 'text', complete: 'folder' }
const json: Option = { name: 'json', kind: 'flag' }
const noCache: Option = { name: 'no-cache', kind: 'flag' }
const source: Option = { name: 'src', kind: 'text', complete: 'folder' }

/** Options of every verb. */
export const globalOptions: readonly Option[] = [
  { name: 'lang', kind: 'text', choices: ['en', 'zh'] },
  { name: 'color', kind: 'text', choices: ['auto', 'always', 'never'] },
  { name: 'help', kind: 'flag', short: 'h' },
  { name: 'version', kind: 'flag', short: 'V' },
]

/** In the order in which help shows them. */
export const verbs: readonly VerbRow[] = [
  {
    name: 'why',
    module: 'why',
    options: [source, format, json, { name: 'fix', kind: 'flag' }],
    takes: 'files',
  },
  { name: 'run', module: 'run', options: [source, format], takes: 'command' },
  {
    name: 'explain',
    module: 'explain',
    options: [{ name: 'format', kind: 'text', choices: ['terminal', 'markdown'] }],
    takes: 'entries',
  },
  { name: 'list', module: 'list', options: [json, { name: 'ids', kind: 'flag' }], takes: 'prefix' },
  { name: 'ask', module: 'ask', options: [json], takes: 'words' },
  {
    name: 'prove',
    module: 'prove',
    options: [
      { name: 'all', kind: 'flag' },
      { name: 'go', kind: 'list' },
      { name: 'python', kind: 'list' },
      { name: 'fetch', kind: 'flag' },
      noCache,
      json,
    ],
    takes: 'entries',
  },
  {
    name: 'new',
    module: 'new',
    options: [kb, { name: 'kind', kind: 'text', choices: ['failure', 'question', 'advice'] }],
    takes: 'name',
  },
  { name: 'check', module: 'check', options: [kb, json], takes: 'entries' },
  {
    name: 'records',
    module: 'records',
    options: [
      kb,
      { name: 'go', kind: 'list' },
      { name: 'python', kind: 'list' },
      { name: 'pyodide', kind: 'flag' },
      noCache,
    ],
    takes: 'entries',
  },
  { name: 'completion', module: 'completion', options: [], takes: 'shell' },
  { name: 'help', module: 'help', options: [], takes: 'verb' },
]

/** The row of a verb; null when there is none of this name. */
export function findVerb(name: string): VerbRow | null {
  return verbs.find(v => v.name === name) ?? null
}
