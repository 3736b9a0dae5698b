// `faq completion`: completions for a shell, made from the table of verbs.

import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { globalOptions, type Option, type VerbRow, verbs } from './verbs.ts'
import { optionWords, shellNeeded, verbWords } from './words.ts'

const shells: Readonly<Record<string, (call: Call) => string>> = { bash, zsh, fish }

export function perform(call: Call): number {
  const [name = null] = call.args
  const shell = name === null ? undefined : shells[name]
  if (shell === undefined) throw new Refusal(shellNeeded(name))
  call.out.write(shell(call))
  return 0
}

const optionsOf = (verb: VerbRow): readonly Option[] => [...verb.options, ...globalOptions]
const describeVerb = (verb: VerbRow, call: Call) => verbWords[verb.name]?.[call.language] ?? ''
const describe = (option: Option, verb: VerbRow, call: Call) =>
  (optionWords[`${verb.name}.${option.name}`] ?? optionWords[option.name])?.[call.language] ?? ''
/** As a word in single quotes of any of the three shells. */
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

function bash(): string {
  const options = verbs.map(
    v =>
      `    ${v.name}) options=${quote(
        optionsOf(v)
          .map(o => `--${o.name}`)
          .join(' '),
      )} ;;`,
  )
  const values = valuesByOption().map(
    ([name, choices]) => `    --${name}) COMPREPLY=($(compgen -W ${quote(choices)} -- "$word")); return ;;`,
  )
  const takes = (kind: VerbRow['takes']) =>
    verbs
      .filter(v => v.takes === kind)
      .map(v => v.name)
      .join('|')
  return `# faq completion bash
_faq() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} verb= options= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${verbs.map(v => v.name).join('|')}) verb=\${COMP_WORDS[i]}; break ;; esac
  done
  if [[ $verb == run ]] && ((COMP_CWORD > i + 1)) && [[ $word != -* ]]; then
    [[ \${COMP_WORDS[i+1]} == -- ]] && ((i++))
    ((COMP_CWORD > i + 1)) && { COMPREPLY=($(compgen -f -- "$word")); return; }
  fi
  case $before in
${values.join('\n')}
    --src|--kb) COMPREPLY=($(compgen -d -- "$word")); return ;;
  esac
  case $verb in
    '') COMPREPLY=($(compgen -W ${quote(verbs.map(v => v.name).join(' '))} -- "$word") $(compgen -f -- "$word")); return ;;
${options.join('\n')}
  esac
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word")); return; fi
  case $verb in
    ${takes('entries')}|${takes('prefix')}) COMPREPLY=($(compgen -W "$(faq list --ids 2>/dev/null)" -- "$word")) ;;
    ${takes('shell')}) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$word")) ;;
    ${takes('verb')}) COMPREPLY=($(compgen -W ${quote(verbs.map(v => v.name).join(' '))} -- "$word")) ;;
    ${takes('command')}) COMPREPLY=($(compgen -c -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _faq faq faqtual
`
}

function valuesByOption(): readonly (readonly [string, string])[] {
  const all = [...globalOptions, ...verbs.flatMap(v => v.options)]
  const values = new Map<string, Set<string>>()
  for (const { name, choices } of all) {
    if (choices === undefined) continue
    const set = values.get(name) ?? new Set()
    for (const choice of choices) set.add(choice)
    values.set(name, set)
  }
  return [...values].map(([name, set]) => [name, [...set].join(' ')])
}

function zsh(call: Call): string {
  // Inside a description of `_arguments` and `_describe`, colons and brackets have a meaning.
  const plain = (text: string) => text.replaceAll(/[\\:[\]]/g, '\\$&')
  const list = verbs.map(v => `    ${quote(`${v.name}:${plain(describeVerb(v, call))}`)}`)
  const cases = verbs.map(verb => {
    const specs = optionsOf(verb).map(o => {
      const value = o.kind === 'flag' ? '' : `:${o.name}:${zshValue(o)}`
      return quote(`${o.kind === 'list' ? '*' : ''}--${o.name}[${plain(describe(o, verb, call))}]${value}`)
    })
    return `    ${verb.name}) _arguments -S ${[...specs, zshRest(verb)].filter(s => s !== '').join(' ')} ;;`
  })
  return `#compdef faq faqtual
# faq completion zsh
_faq_entries() { local -a ids; ids=(\${(f)"$(faq list --ids 2>/dev/null)"}); compadd -a ids; }
_faq_verbs() {
  local -a names
  names=(
${list.join('\n')}
  )
  _describe verb names
}
_faq() {
  local verb=$words[2]
  if ((CURRENT == 2)); then _faq_verbs; _files; return; fi
  shift words; ((CURRENT--))
  case $verb in
${cases.join('\n')}
    *) _files ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _faq "$@"; else compdef _faq faq faqtual; fi
`
}

function zshValue(option: Option): string {
  if (option.choices) return `(${option.choices.join(' ')})`
  return option.complete === 'folder' ? '_files -/' : option.complete === 'file' ? '_files' : ' '
}

function zshRest(verb: VerbRow): string {
  switch (verb.takes) {
    case 'files':
      return quote('*:file:_files')
    case 'command':
      return quote('*::command:_normal')
    case 'entries':
    case 'prefix':
      return quote('*:entry:_faq_entries')
    case 'shell':
      return quote('1:shell:(bash zsh fish)')
    case 'verb':
      return quote('1:verb:_faq_verbs')
    default:
      return ''
  }
}

function fish(call: Call): string {
  // Fish escapes a quote with a backslash, the other two by leaving the quotes.
  const text = (words: string) => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const names = verbs.map(v => v.name).join(' ')
  const lines: string[] = [
    '# faq completion fish',
    `set -l verbs ${names}`,
    'for program in faq faqtual',
    ...verbs.map(
      v =>
        `  complete -c $program -n "not __fish_seen_subcommand_from $verbs" -a ${v.name} -d ${text(describeVerb(v, call))}`,
    ),
  ]
  for (const verb of verbs) {
    const seen = `  complete -c $program -n "__fish_seen_subcommand_from ${verb.name}"`
    for (const option of optionsOf(verb)) {
      const short = option.short ? ` -s ${option.short}` : ''
      const value = option.kind === 'flag' ? '' : fishValue(option)
      lines.push(`${seen} -l ${option.name}${short}${value} -d ${text(describe(option, verb, call))}`)
    }
    if (verb.takes === 'entries' || verb.takes === 'prefix')
      lines.push(`${seen} -f -a "(faq list --ids 2>/dev/null)"`)
    if (verb.takes === 'shell') lines.push(`${seen} -f -a "bash zsh fish"`)
    if (verb.takes === 'verb') lines.push(`${seen} -f -a "$verbs"`)
    if (verb.takes === 'command') lines.push(`${seen} -a "(__fish_complete_subcommand --fcs-skip=2)"`)
  }
  return `${[...lines, 'end'].join('\n')}\n`
}

function fishValue(option: Option): string {
  if (option.choices) return ` -x -a '${option.choices.join(' ')}'`
  return option.complete === 'folder' ? " -x -a '(__fish_complete_directories)'" : ' -x'
}
