// What an answer says around the words of an entry, in both languages.

import type { EntryKind, PartName, Verdict } from '../model/entry.ts'
import type { Tool } from '../model/failure.ts'
import type { Confidence } from '../model/finding.ts'
import type { Words } from '../model/language.ts'

export const partHeadings: Readonly<Record<PartName, Words>> = {
  short: { en: 'In short', zh: '简述' },
  why: { en: 'Why', zh: '原因' },
  fix: { en: 'Fix', zh: '修复' },
  'not-this': { en: 'Not this?', zh: '不是这个？' },
  do: { en: 'Do', zh: '怎么做' },
  'how-much': { en: 'How much', zh: '差多少' },
  'when-not': { en: 'When not', zh: '什么时候不用' },
}

export const kindWords: Readonly<Record<EntryKind, Words>> = {
  failure: { en: 'Failure', zh: '报错' },
  question: { en: 'Question', zh: '问题' },
  advice: { en: 'Advice', zh: '建议' },
}

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  holds: { en: 'This advice holds.', zh: '这条建议成立。' },
  depends: { en: 'This advice holds in some cases only.', zh: '这条建议只在部分情况下成立。' },
  refuted: { en: 'This advice does not hold.', zh: '这条建议不成立。' },
}

export const toolNames: Readonly<Record<Tool, string>> = { go: 'Go', python: 'Python' }

/** A run-in heading before a paragraph. */
export const leadOf = (heading: Words): Words => ({ en: `${heading.en}:`, zh: `${heading.zh}：` })

const surenessOf: Readonly<Record<Exclude<Confidence, 'none'>, Words>> = {
  exact: { en: 'Certain: the message itself identifies it.', zh: '可以确定：报错文字本身就说明了问题。' },
  likely: {
    en: 'Likely: the kind of failure is certain, this is its most probable cause.',
    zh: '很可能：报错的类型可以确定，这是其中最可能的原因。',
  },
  guess: { en: 'Only a guess: the message resembles this one.', zh: '只是猜测：报错文字与它相似而已。' },
}

const sureBySource: Words = {
  en: 'Certain: your source shows it.',
  zh: '可以确定：从你的源码就能看出来。',
}

/** How sure an answer is, and by what. */
export function sureness(confidence: Exclude<Confidence, 'none'>, bySource = false): Words {
  return bySource && confidence === 'exact' ? sureBySource : surenessOf[confidence]
}

export const couldAlsoBe = (names: readonly string[]): Words => ({
  en: `Could also be ${names.join(', ')}.`,
  zh: `也可能是 ${names.join('、')}。`,
})

export const provenOn = (go: readonly string[], python: readonly string[]): Words => {
  const ranges = [spanOf('Go', go), spanOf('Python', python)].filter(r => r !== null)
  const en = ranges.map(r => (r.count === 1 ? r.range : `${r.range} (${r.count} versions)`)).join(', ')
  const zh = ranges.map(r => (r.count === 1 ? r.range : `${r.range}（${r.count} 个版本）`)).join('、')
  return { en: `Proven on ${en}.`, zh: `已在 ${zh}${zh.endsWith('）') ? '' : ' '}上验证。` }
}

function spanOf(
  tool: string,
  versions: readonly string[],
): { readonly range: string; readonly count: number } | null {
  const [first] = versions
  if (first === undefined) return null
  const last = versions[versions.length - 1] ?? first
  return { range: `${tool} ${first === last ? first : `${first} – ${last}`}`, count: versions.length }
}

export const notProven: Words = {
  en: 'Not proven by a program: see its sources.',
  zh: '没有用程序验证，依据见来源。',
}

export const follows = (count: number, places: readonly string[]): Words => ({
  en: `And ${count} more that ${count === 1 ? 'follows' : 'follow'} from it${places.length > 0 ? ` (${places.join(', ')})` : ''}.`,
  zh: `另有 ${count} 处报错由它引起${places.length > 0 ? `（${places.join('、')}）` : ''}。`,
})

export const readMore = (id: string): Words => ({
  en: `The whole page: faq explain ${id}`,
  zh: `查看全文：faq explain ${id}`,
})

export const bothAccesses: Words = { en: 'The two accesses:', zh: '发生冲突的两次访问：' }
export const goroutines = (count: number): Words => ({
  en: count === 1 ? 'The goroutine:' : `The ${count} goroutines, grouped by equal stacks:`,
  zh: count === 1 ? '这个 goroutine：' : `${count} 个 goroutine，按相同的栈分组：`,
})
export const waited = (minutes: number): Words => ({
  en: `, ${minutes} min`,
  zh: `，${minutes} 分钟`,
})
export const startedAt = (place: string): Words => ({
  en: `, started at ${place}`,
  zh: `，启动于 ${place}`,
})
export const otherStacks = (groups: number, count: number): Words => ({
  en: `and ${groups} other ${groups === 1 ? 'stack' : 'stacks'} (${count} ${count === 1 ? 'goroutine' : 'goroutines'})`,
  zh: `另有 ${groups} 种栈（${count} 个 goroutine）`,
})

export const editLead = (certain: boolean): Words =>
  certain
    ? { en: 'Edit (certain):', zh: '修改（确定）：' }
    : { en: 'Edit (a suggestion):', zh: '修改（建议）：' }

export const orElse: Words = { en: 'Or:', zh: '或者：' }

export const applyWith: Words = {
  en: 'Apply it: the same command with --fix.',
  zh: '要直接改好：在同一条命令后加 --fix。',
}

export const guessTitle: Words = {
  en: 'No entry says this. Nearest, as a guess:',
  zh: '没有条目直接对应这条报错。最接近的（仅供参考）：',
}
export const nothingKnown: Words = { en: 'Nothing is known about this one.', zh: '知识库里没有这条报错。' }
export const nearestAsGuess: Words = { en: 'Nearest, as a guess:', zh: '最接近的（仅供参考）：' }

interface Understood {
  readonly tool: string | null
  readonly code: string | null
  readonly place: string | null
  readonly inside: string | null
}

export const understood = ({ tool, code, place, inside }: Understood): Words => ({
  en: `Understood: ${tool === null ? 'a line of unknown origin' : `a failure of ${tool}`}${code ? `, kind ${code}` : ''}${place ? `, at ${place}` : ''}${inside ? `, in ${inside}` : ''}.`,
  zh: `能看出的是：${tool === null ? '来源不明的一行' : `${tool} 的报错`}${code ? `，类型是 ${code}` : ''}${place ? `，位置在 ${place}` : ''}${inside ? `，在 ${inside} 中` : ''}。`,
})

export const noFailure = (names: readonly string[], lines: number): Words => ({
  en: `No failure of a Go or Python tool found in ${listEn(names)} (${lines} ${lines === 1 ? 'line' : 'lines'}).`,
  zh: `在${listZh(names)}（共 ${lines} 行）里没有找到 Go 或 Python 工具的报错。`,
})

const listEn = (names: readonly string[]) => names.map(n => (n === '-' ? 'the input' : n)).join(', ')
const listZh = (names: readonly string[]) => names.map(n => (n === '-' ? '输入' : ` ${n} `)).join('、')

export const moreOfThese = (count: number): Words => ({
  en: `And ${count} more (each of them: --format json):`,
  zh: `另外还有 ${count} 处（逐条列出：--format json）：`,
})

export const andMore = (count: number): Words => ({ en: `and ${count} more`, zh: `还有 ${count} 处` })

export const findingNumber = (n: number, of: number, input: string | null): Words => ({
  en: `${n} of ${of}${input === null ? '' : ` · ${input}`}`,
  zh: `第 ${n} 个，共 ${of} 个${input === null ? '' : ` · ${input}`}`,
})

export const pageWords = {
  program: { en: 'Programs', zh: '程序' },
  broken: { en: 'Shows the failure', zh: '会出现这个报错' },
  fixed: { en: 'Fixed', zh: '修复之后' },
  demo: { en: 'Program', zh: '程序' },
  prints: { en: 'Prints', zh: '输出' },
  before: { en: 'Before', zh: '之前' },
  after: { en: 'After', zh: '之后' },
  needs: { en: 'Run with', zh: '运行所需' },
  messages: { en: 'Messages', zh: '报错原文' },
  sources: { en: 'Sources', zh: '来源' },
  verified: { en: 'Proven on', zh: '已验证的版本' },
  see: { en: 'See also', zh: '另见' },
} as const satisfies Record<string, Words>

export const noProgram = (reason: string): Words => ({
  en: `There is no program that proves this: ${reason}`,
  zh: `没有可以验证它的程序：${reason}`,
})
