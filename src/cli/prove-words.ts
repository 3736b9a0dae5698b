// What `faq prove` and `faq records` say, in both languages.

import type { Words } from '../model/language.ts'
import type { Comparison, StepReason } from '../prove/judge.ts'
import type { FetchEvent } from '../prove/prepare-needs.ts'
import type { RunRole, SkipReason } from '../prove/program.ts'
import type { MissingToolchain } from '../prove/toolchain.ts'

export const entryNeeded: Words = {
  en: 'prove needs the id of an entry, e.g. faq prove go/nil-map-write, or --all.',
  zh: 'prove 后面要写条目的 id，例如 faq prove go/nil-map-write；或用 --all 验证全部条目。',
}

const roleNames: Readonly<Record<Exclude<RunRole, `also/${string}`>, Words>> = {
  broken: { en: 'broken', zh: '出错的程序' },
  fixed: { en: 'fixed', zh: '改好的程序' },
  demo: { en: 'demo', zh: '演示程序' },
  before: { en: 'before', zh: '改之前' },
  after: { en: 'after', zh: '改之后' },
}

export const roleWords = (role: RunRole): Words =>
  isFurther(role)
    ? { en: `broken (${role.slice(5)})`, zh: `出错的程序（${role.slice(5)}）` }
    : roleNames[role]

function isFurther(role: RunRole): role is `also/${string}` {
  return role.startsWith('also/')
}

export const exitCode = (code: number): Words =>
  code === 124
    ? { en: 'stopped: out of time', zh: '超时终止' }
    : { en: `exit code ${code}`, zh: `退出码 ${code}` }

export const printedNothing: Words = { en: '(no output)', zh: '（没有输出）' }

export const moreLines = (count: number): Words => ({
  en: `… ${count} more ${count === 1 ? 'line' : 'lines'}`,
  zh: `… 还有 ${count} 行`,
})

export function reasonWords(reason: StepReason): Words {
  switch (reason.code) {
    case 'shown':
      return { en: 'shows this failure first', zh: '首先出现的正是这个报错' }
    case 'shows-other':
      return reason.entry === null
        ? {
            en: `shows a failure that no entry explains: ${reason.message}`,
            zh: `出现了没有条目能解释的报错：${reason.message}`,
          }
        : { en: `shows ${reason.entry} first`, zh: `首先出现的是 ${reason.entry}` }
    case 'unsure':
      return { en: 'shows this failure, but only as a guess', zh: '出现的是这个报错，但只是猜测' }
    case 'shows-nothing':
      return { en: 'shows no failure', zh: '没有出现任何报错' }
    case 'clean':
      return { en: 'ends well and shows no failure', zh: '正常结束，没有报错' }
    case 'still-shows':
      return { en: `still shows ${reason.entry}`, zh: `仍然出现 ${reason.entry}` }
    case 'fails':
      return { en: `fails with exit code ${reason.exit}`, zh: `失败，退出码 ${reason.exit}` }
    case 'timed-out':
      return { en: 'did not end in time', zh: '没有在时限内结束' }
    case 'prints':
      return { en: 'prints what the entry says', zh: '输出与条目一致' }
    case 'prints-other':
      return {
        en: `prints “${reason.printed}” where the entry says “${reason.expected}”`,
        zh: `输出“${reason.printed}”，条目里写的是“${reason.expected}”`,
      }
    case 'measured':
      return { en: 'measured', zh: '已测量' }
  }
}

const measureNames: Readonly<Record<Comparison['measure'], Words>> = {
  bytes: { en: 'bytes', zh: '字节' },
  allocations: { en: 'allocations', zh: '分配次数' },
  time: { en: 'time', zh: '时间' },
}

export function comparisonWords({ measure, name, before, after, ratio, bar }: Comparison): Words {
  const times = Number.isFinite(ratio) ? ratio.toFixed(2) : '∞'
  const of = name === '' ? '' : `${name}: `
  const tail = bar === '' ? { en: '', zh: '' } : { en: `, wanted ${bar}`, zh: `，要求 ${bar}` }
  return {
    en: `${of}${measureNames[measure].en} ${before} → ${after}, × ${times}${tail.en}`,
    zh: `${of}${measureNames[measure].zh} ${before} → ${after}，× ${times}${tail.zh}`,
  }
}

export const notMeasured = (measure: Comparison['measure']): Words => ({
  en: `the programs gave no number for ${measureNames[measure].en}`,
  zh: `程序没有给出${measureNames[measure].zh}的数值`,
})

export const skipWords: Readonly<Record<SkipReason, Words>> = {
  range: { en: 'the entry does not speak of this version', zh: '条目不涉及这个版本' },
  race: { en: 'the race detector needs cgo and a C compiler', zh: '竞态检测需要 cgo 和 C 编译器' },
  module: { en: 'pytest is not installed for this Python', zh: '这个 Python 没有安装 pytest' },
  command: { en: 'its command is neither go nor python', zh: '它的命令不是 go 或 python' },
  unsupported: { en: 'this toolchain cannot run such a program', zh: '这个工具链无法运行这类程序' },
  unfetched: {
    en: 'the packages it needs are not here; --fetch downloads them',
    zh: '本机没有它需要的第三方包；加 --fetch 会下载',
  },
  unavailable: {
    en: 'the packages it needs cannot be had for this version',
    zh: '这个版本装不上它需要的第三方包',
  },
  server: {
    en: 'the server it needs is not installed or does not start',
    zh: '它需要的服务器没有安装或无法启动',
  },
}

/** Said before a download, and when it failed. */
export function fetchWords({ kind, needs, toolchain, detail }: FetchEvent): Words {
  const what = needs.join(', ')
  if (kind === 'fetching')
    return { en: `downloading ${what} for ${toolchain}`, zh: `正在为 ${toolchain} 下载 ${what}` }
  return {
    en: `${what} cannot be had for ${toolchain}${detail === '' ? '' : `: ${detail}`}`,
    zh: `${toolchain} 装不上 ${what}${detail === '' ? '' : `：${detail}`}`,
  }
}

const toolNames = { go: 'Go', python: 'Python' } as const

export function missingWords({ tool, version, reason, detail }: MissingToolchain): Words {
  const name = toolNames[tool]
  const tail = detail === '' ? { en: '', zh: '' } : { en: ` (${detail})`, zh: `（${detail}）` }
  return reason === 'absent'
    ? { en: `no ${name} was found on PATH${tail.en}`, zh: `PATH 里找不到 ${name}${tail.zh}` }
    : {
        en: `${name} ${version} is not on this machine and could not be fetched${tail.en}`,
        zh: `本机没有 ${name} ${version}，也无法下载${tail.zh}`,
      }
}

export const nothingToRun: Words = { en: 'nothing to run', zh: '没有可以运行的程序' }
export const holds: Words = { en: 'holds', zh: '成立' }
export const doesNotHold: Words = { en: 'does not hold', zh: '不成立' }
export const skipped: Words = { en: 'skipped', zh: '跳过' }

export const countLine = (held: number, failed: number, left: number): Words => ({
  en: `${held} ${held === 1 ? 'holds' : 'hold'}, ${failed} ${failed === 1 ? 'does' : 'do'} not, ${left} skipped`,
  zh: `${held} 个成立，${failed} 个不成立，跳过 ${left} 个`,
})

export const progressWords = (done: number, all: number, toolchain: string): Words => ({
  en: `${done} of ${all} on ${toolchain}`,
  zh: `${toolchain}：${done} / ${all}`,
})

export const recordedWords = (toolchain: string, programs: number, changed: number): Words => ({
  en: `${toolchain}: ${programs} ${programs === 1 ? 'program' : 'programs'} recorded, ${changed} changed`,
  zh: `${toolchain}：记录了 ${programs} 个程序，其中 ${changed} 个有变化`,
})
