// What the command line says, in both languages. Each sentence is an export of its own, so that a bundle carries only its own.

import type { Words } from '../model/language.ts'

const quoteEn = (names: readonly string[]) => names.map(n => `“${n}”`).join(', ')
const quoteZh = (names: readonly string[]) => names.map(n => `“${n}”`).join('、')

export const unknownVerb = (word: string, near: string | null): Words => ({
  en: `“${word}” is neither a verb nor a file.${near ? ` Did you mean “${near}”?` : ''} \`faq help\` lists the verbs.`,
  zh: `“${word}”既不是子命令，也不是文件。${near ? `你是不是想输入“${near}”？` : ''}运行 \`faq help\` 查看所有子命令。`,
})

export const unknownOption = (word: string, near: string | null): Words => ({
  en: `there is no option ${word}.${near ? ` Did you mean ${near}?` : ''}`,
  zh: `没有 ${word} 这个选项。${near ? `你是不是想输入 ${near}？` : ''}`,
})

export const missingValue = (option: string, choices: readonly string[]): Words => ({
  en: `${option} needs a value${choices.length > 0 ? `: ${choices.join(', ')}` : ''}.`,
  zh: `${option} 后面要跟一个值${choices.length > 0 ? `：${choices.join('、')}` : ''}。`,
})

export const valueForFlag = (option: string): Words => ({
  en: `${option} takes no value.`,
  zh: `${option} 后面不能跟值。`,
})

export const badChoice = (option: string, value: string, choices: readonly string[]): Words => ({
  en: `${option} cannot be “${value}”; it is one of ${choices.join(', ')}.`,
  zh: `${option} 不能是“${value}”，可选值有：${choices.join('、')}。`,
})

export const noSuchFile = (name: string): Words => ({
  en: `there is no file “${name}”. To explain a line of text, put it in quotes with its message: faq why 'undefined: foo'`,
  zh: `找不到文件“${name}”。如果想直接解释一行报错，请把整行放在引号里：faq why 'undefined: foo'`,
})

export const isFolder = (name: string): Words => ({
  en: `“${name}” is a folder; name the file that holds the output. (Source code is found through --src.)`,
  zh: `“${name}”是目录，请给出保存输出的文件。（源码所在的目录用 --src 指定。）`,
})

export const isUnreadable = (name: string, reason: string): Words => ({
  en: `“${name}” cannot be read: ${reason}`,
  zh: `无法读取“${name}”：${reason}`,
})

export const isBinary = (name: string, what: string | null): Words => ({
  en: `${nameEn(name)} is binary data${what ? ` (${what})` : ''}, not the output of a tool.`,
  zh: `${nameZh(name)}是二进制数据${what ? `（${what}）` : ''}，不是工具输出的文本。`,
})

export const isEmpty = (name: string): Words => ({
  en: `${nameEn(name)} is empty. If the errors went elsewhere, send both streams: go build ./... 2>&1 | faq`,
  zh: `${nameZh(name)}是空的。报错可能走了标准错误，请把两路输出一起传进来：go build ./... 2>&1 | faq`,
})

export const isBadGzip = (name: string): Words => ({
  en: `${nameEn(name)} starts like a gzip file but cannot be unpacked: it is damaged or cut off.`,
  zh: `${nameZh(name)}看起来是 gzip 文件，但无法解压：文件已损坏或不完整。`,
})

const nameEn = (name: string) => (name === '-' ? 'the input' : `“${name}”`)
const nameZh = (name: string) => (name === '-' ? '输入' : `“${name}”`)

export const pasteHere: Words = {
  en: 'Paste the output here, then press Ctrl-D.',
  zh: '把输出粘贴到这里，然后按 Ctrl-D。',
}

export const noSuchFolder = (name: string): Words => ({
  en: `--src: there is no folder “${name}”.`,
  zh: `--src：找不到目录“${name}”。`,
})

export const noKnowledgeBase = (file: string): Words => ({
  en: `the knowledge base is missing or damaged (${file}). Install faq again.`,
  zh: `知识库文件缺失或已损坏（${file}）。请重新安装 faq。`,
})

export const noSuchEntry = (id: string, near: readonly string[]): Words => ({
  en: `there is no entry “${id}”.${near.length > 0 ? ` Nearest: ${near.join(', ')}` : ' `faq list` shows all entries.'}`,
  zh: `没有“${id}”这个条目。${near.length > 0 ? `相近的有：${near.join('、')}` : '运行 `faq list` 查看全部条目。'}`,
})

export const severalEntries = (name: string, ids: readonly string[]): Words => ({
  en: `“${name}” is the last part of several entries: ${ids.join(', ')}`,
  zh: `有几个条目都以“${name}”结尾：${ids.join('、')}`,
})

export const entryNeeded: Words = {
  en: 'explain needs the id of an entry, e.g. faq explain go/undeclared-name; `faq list` shows all.',
  zh: 'explain 后面要写条目的 id，例如 faq explain go/undeclared-name；运行 `faq list` 查看全部条目。',
}

export const noEntriesUnder = (prefix: string, near: readonly string[]): Words => ({
  en: `no entry starts with “${prefix}”.${near.length > 0 ? ` Nearest: ${near.join(', ')}` : ''}`,
  zh: `没有以“${prefix}”开头的条目。${near.length > 0 ? `相近的有：${near.join('、')}` : ''}`,
})

export const kindNames: Readonly<Record<'failure' | 'question' | 'advice', Words>> = {
  failure: { en: 'failure', zh: '报错' },
  question: { en: 'question', zh: '问题' },
  advice: { en: 'advice', zh: '建议' },
}

export const commandNeeded: Words = {
  en: 'run needs a command, e.g. faq run -- go test ./...',
  zh: 'run 后面要写命令，例如 faq run -- go test ./...',
}

export const commandNotFound = (name: string): Words => ({
  en: `there is no command “${name}”.`,
  zh: `找不到命令“${name}”。`,
})

export const commandNotExecutable = (name: string, reason: string): Words => ({
  en: `“${name}” cannot be run: ${reason}`,
  zh: `无法运行“${name}”：${reason}`,
})

export const commandFailed = (status: string): Words => ({
  en: `the command failed (${status}); its output shows no failure of a Go or Python tool that faq can read.`,
  zh: `命令失败（${status}），但输出里没有 faq 能识别的 Go 或 Python 报错。`,
})

export const exitStatus = (code: number): Words => ({ en: `exit code ${code}`, zh: `退出码 ${code}` })
export const killedBy = (signal: string): Words => ({ en: `killed by ${signal}`, zh: `被 ${signal} 终止` })

export const questionNeeded: Words = {
  en: "ask needs a question, e.g. faq ask 'nil map'",
  zh: "ask 后面要写问题，例如 faq ask 'nil map 写入'",
}

export const nothingFits: Words = {
  en: 'Nothing here answers that. Try other words, or `faq list` for everything there is.',
  zh: '没有找到合适的条目。换几个词试试，或运行 `faq list` 查看全部条目。',
}

export const alsoNear: Words = { en: 'Also near:', zh: '其他相近的条目：' }

export const shellNeeded = (given: string | null): Words => ({
  en: `${given ? `there are no completions for “${given}”` : 'completion needs the name of a shell'}: bash, zsh or fish.`,
  zh: `${given ? `不支持 ${given} 的补全` : 'completion 后面要写 shell 的名字'}，可选：bash、zsh、fish。`,
})

export const unknownHelp = (word: string, near: string | null): Words => ({
  en: `there is no verb ${quoteEn([word])}.${near ? ` Did you mean “${near}”?` : ''}`,
  zh: `没有${quoteZh([word])}这个子命令。${near ? `你是不是想输入“${near}”？` : ''}`,
})

export const moreWith = (command: string): Words => ({ en: `More: ${command}`, zh: `详细内容：${command}` })

export const helpHeadings = {
  usage: { en: 'Usage', zh: '用法' },
  verbs: { en: 'Verbs', zh: '子命令' },
  options: { en: 'Options', zh: '选项' },
  examples: { en: 'Examples', zh: '示例' },
} as const satisfies Record<string, Words>

export const aboutFaq: Words = {
  en: 'faq explains what Go and Python tools print when something fails: what went wrong, why, and the smallest fix. Every answer has been proven on real toolchains. It works offline.',
  zh: 'faq 解释 Go 和 Python 工具的报错：出了什么错、为什么、最小的改法。每个答案都在真实的工具链上验证过，离线可用。',
}

export const moreHelp: Words = {
  en: '`faq help VERB` shows the options and examples of a verb.',
  zh: '运行 `faq help 子命令` 查看它的选项和示例。',
}

/** What each verb does, in a line. */
export const verbWords: Readonly<Record<string, Words>> = {
  why: {
    en: 'explain the failures in a file, a pipe or a line of text',
    zh: '解释文件、管道或一行文本里的报错',
  },
  run: { en: 'run a command and explain it if it fails', zh: '运行一条命令，失败时给出解释' },
  explain: { en: 'show the page of an entry', zh: '查看一个条目的全文' },
  list: { en: 'list the entries', zh: '列出条目' },
  ask: { en: 'find the entry that answers a question', zh: '用一句话提问，找到能回答的条目' },
  prove: { en: 'run the programs of an entry on your toolchains', zh: '在你的工具链上运行条目里的程序' },
  new: { en: 'start a new entry', zh: '新建一个条目' },
  check: { en: 'check the entries', zh: '检查条目' },
  records: {
    en: 'record what the programs print on every toolchain here',
    zh: '在本机每个工具链上运行程序，记录输出',
  },
  completion: { en: 'print the completions for a shell', zh: '输出 shell 补全脚本' },
  help: { en: 'show help', zh: '显示帮助' },
}

/** What each option means; `verb.option` where a verb gives it a meaning of its own. */
export const optionWords: Readonly<Record<string, Words>> = {
  lang: {
    en: 'language of the answer; otherwise LC_ALL, LC_MESSAGES, LANG',
    zh: '回答所用的语言，默认看 LC_ALL、LC_MESSAGES、LANG',
  },
  color: {
    en: 'colours; NO_COLOR and FORCE_COLOR are respected',
    zh: '是否使用颜色，也遵从 NO_COLOR 和 FORCE_COLOR',
  },
  help: { en: 'show help', zh: '显示帮助' },
  version: { en: 'show the version', zh: '显示版本' },
  src: {
    en: 'where your source code is (default: the current folder)',
    zh: '你的源码所在的目录（默认为当前目录）',
  },
  format: { en: 'form of the answer', zh: '回答的格式' },
  json: { en: 'the same as --format json', zh: '等同于 --format json' },
  fix: {
    en: 'apply the edits that are certain, and build again',
    zh: '直接应用确定无疑的修改，然后重新编译',
  },
  'list.json': { en: 'print JSON', zh: '输出 JSON' },
  'ask.json': { en: 'print JSON', zh: '输出 JSON' },
  'prove.json': { en: 'print JSON', zh: '输出 JSON' },
  'check.json': { en: 'print JSON', zh: '输出 JSON' },
  kb: { en: 'the folder of entries (default: kb)', zh: '存放条目的目录（默认为 kb）' },
  'no-cache': {
    en: 'run everything again, also what has not changed',
    zh: '不用缓存的结果，全部重新运行',
  },
  fetch: {
    en: 'download the third-party packages that entries need, where they are not here yet',
    zh: '条目需要的第三方包本机没有时，允许下载',
  },
  ids: { en: 'only the ids, one a line', zh: '只输出 id，每行一个' },
  all: { en: 'all entries', zh: '全部条目' },
  go: { en: 'Go versions to use, e.g. 1.22', zh: '要用的 Go 版本，例如 1.22' },
  python: { en: 'Python versions to use, e.g. 3.9', zh: '要用的 Python 版本，例如 3.9' },
  pyodide: {
    en: 'also the CPythons that run inside Node (fetched by npm on first use)',
    zh: '同时使用在 Node 里运行的 CPython（首次使用时由 npm 下载）',
  },
  kind: { en: 'kind of the entry', zh: '条目的类型' },
}

/** What stands for the words after each verb in its usage line. */
export const argumentWords: Readonly<Record<string, Words>> = {
  files: { en: "[FILE… | 'TEXT' | < FILE]", zh: "[文件… | '文本' | < 文件]" },
  command: { en: '-- COMMAND [ARGUMENT…]', zh: '-- 命令 [参数…]' },
  entries: { en: 'ENTRY…', zh: '条目…' },
  prefix: { en: '[PREFIX]', zh: '[前缀]' },
  words: { en: 'QUESTION', zh: '问题' },
  shell: { en: 'bash|zsh|fish', zh: 'bash|zsh|fish' },
  verb: { en: '[VERB]', zh: '[子命令]' },
  name: { en: 'ENTRY', zh: '条目' },
  nothing: { en: '', zh: '' },
}

interface Example {
  readonly command: string
  readonly words: Words
}

/** Examples of each verb; those of '' are the first a reader sees. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  '': [
    { command: 'go build ./... 2>&1 | faq', words: { en: 'explain a failed build', zh: '解释编译报错' } },
    {
      command: 'faq run -- python app.py',
      words: { en: 'run, and explain if it fails', zh: '运行程序，失败时给出解释' },
    },
    { command: 'faq explain go/nil-map-write', words: { en: 'read an entry', zh: '阅读一个条目' } },
  ],
  why: [
    { command: 'go build ./... 2>&1 | faq', words: { en: 'from a pipe', zh: '从管道读取' } },
    {
      command: 'faq why build.log service.log.gz',
      words: { en: 'from files, gzip too', zh: '从文件读取，也支持 gzip' },
    },
    { command: "faq why 'undefined: total'", words: { en: 'one line is enough', zh: '一行报错就够了' } },
    {
      command: 'faq why --src ~/shop < traceback.txt',
      words: { en: 'with the source code elsewhere', zh: '源码在别处' },
    },
    {
      command: 'go build ./... 2>&1 | faq why --fix',
      words: { en: 'apply what is certain', zh: '直接改好能确定的部分' },
    },
    {
      command: 'faq why --json build.log | jq .findings',
      words: { en: 'for a program', zh: '交给程序处理' },
    },
  ],
  run: [
    { command: 'faq run -- go test ./...', words: { en: 'explain what fails', zh: '解释失败的测试' } },
    { command: 'faq run -- python app.py', words: { en: 'explain the traceback', zh: '解释 traceback' } },
  ],
  explain: [
    { command: 'faq explain go/nil-map-write', words: { en: 'the whole page', zh: '全文' } },
    {
      command: 'faq explain nil-map-write --lang zh',
      words: { en: 'in Chinese; the last part of an id will do', zh: '用中文；只写 id 的最后一段也可以' },
    },
    {
      command: 'faq explain go/nil-map-write > page.md',
      words: { en: 'as Markdown', zh: '保存为 Markdown' },
    },
  ],
  list: [
    { command: 'faq list', words: { en: 'everything', zh: '全部条目' } },
    { command: 'faq list python/', words: { en: 'what starts with python/', zh: '以 python/ 开头的条目' } },
    { command: 'faq list --json', words: { en: 'for a program', zh: '交给程序处理' } },
  ],
  ask: [
    { command: "faq ask 'nil map'", words: { en: 'in a few words', zh: '几个词就行' } },
    {
      command: 'faq ask does the gil make my code thread safe',
      words: { en: 'quotes are not needed', zh: '可以不加引号' },
    },
  ],
  prove: [
    {
      command: 'faq prove go/undeclared-name',
      words: { en: 'on the toolchain found', zh: '在找到的工具链上验证' },
    },
    {
      command: 'faq prove --go 1.22 --python 3.9 --all',
      words: { en: 'everything, on these versions', zh: '在指定版本上验证全部条目' },
    },
  ],
  new: [
    {
      command: 'faq new go/closed-channel',
      words: { en: 'writes kb/go/closed-channel.md', zh: '生成 kb/go/closed-channel.md' },
    },
  ],
  check: [
    { command: 'faq check', words: { en: 'all entries', zh: '检查全部条目' } },
    { command: 'faq check go/closed-channel', words: { en: 'one', zh: '只检查一个' } },
  ],
  records: [
    { command: 'faq records', words: { en: 'what is not recorded yet', zh: '补上还没有的记录' } },
    {
      command: 'faq records go/closed-channel --go 1.22',
      words: { en: 'one entry on one version', zh: '一个条目，一个版本' },
    },
  ],
  completion: [
    { command: 'source <(faq completion bash)', words: { en: 'in ~/.bashrc', zh: '写进 ~/.bashrc' } },
    {
      command: 'source <(faq completion zsh)',
      words: { en: 'in ~/.zshrc, after compinit', zh: '写进 ~/.zshrc，放在 compinit 之后' },
    },
    {
      command: 'faq completion fish > ~/.config/fish/completions/faq.fish',
      words: { en: 'once', zh: '执行一次' },
    },
  ],
  help: [{ command: 'faq help why', words: { en: 'help on one verb', zh: '查看一个子命令的帮助' } }],
}

export const noEntryFolder = (folder: string): Words => ({
  en: `there is no folder “${folder}” of entries here; --kb names it.`,
  zh: `这里没有存放条目的目录“${folder}”，可以用 --kb 指定。`,
})

export const noSuchEntryFile = (id: string, folder: string): Words => ({
  en: `there is no ${folder}/${id}.md; \`faq new ${id}\` makes it.`,
  zh: `没有 ${folder}/${id}.md，可以用 \`faq new ${id}\` 新建。`,
})

export const faultCount = (entries: number, faults: number): Words => ({
  en: `${entries} ${entries === 1 ? 'entry' : 'entries'}, ${faults} ${faults === 1 ? 'fault' : 'faults'}`,
  zh: `共 ${entries} 个条目，${faults} 处问题`,
})

export const badEntryId = (id: string): Words => ({
  en: `an entry is named go/some-words or python/some-words, in lower case, not “${id}”.`,
  zh: `条目名的形式是 go/some-words 或 python/some-words，全部小写，不能是“${id}”。`,
})

export const entryExists = (file: string): Words => ({
  en: `${file} is there already.`,
  zh: `${file} 已经存在。`,
})

export const entryMade = (file: string, id: string): Words => ({
  en: `${file} is made. Fill it in, then: faq check ${id}`,
  zh: `已新建 ${file}。填写之后运行：faq check ${id}`,
})
