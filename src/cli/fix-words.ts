// What `faq why --fix` says, in both languages.

import type { Words } from '../model/language.ts'

export const nothingCertain: Words = {
  en: 'No edit here is certain, so nothing was changed. A suggestion can be applied by hand, or with git apply.',
  zh: '没有可以确定的修改，所以什么都没有改。建议性的修改可以手动完成，或用 git apply 应用。',
}

export const fixedFile = (path: string, count: number): Words => ({
  en: `${path}: ${count === 1 ? '1 change' : `${count} changes`} made.`,
  zh: `${path}：已改 ${count} 处。`,
})

export const refusedFile = (path: string, reason: 'changed' | 'newer' | 'unwritable'): Words =>
  ({
    changed: {
      en: `${path}: left alone, it is not what was explained any more. Build again, and pass the new output.`,
      zh: `${path}：没有改，文件内容已经和刚才解释的不同。请重新编译，再传入新的输出。`,
    },
    newer: {
      en: `${path}: left alone, it was changed after the output was written. Build again, and pass the new output.`,
      zh: `${path}：没有改，它在这份输出之后又被修改过。请重新编译，再传入新的输出。`,
    },
    unwritable: {
      en: `${path}: left alone, it cannot be written.`,
      zh: `${path}：没有改，文件无法写入。`,
    },
  })[reason]

export const rebuiltClean = (command: string): Words => ({
  en: `${command}: no failure is left.`,
  zh: `${command}：已经没有报错。`,
})

export const notBuilt: Words = {
  en: 'Not built again: there is no toolchain for it on this machine.',
  zh: '没有重新编译：这台机器上没有对应的工具链。',
}

export const leftToFix = (command: string, left: readonly string[]): Words => {
  const shown = left.slice(0, 5).map(line => `\n  ${line}`)
  const more = left.length > shown.length ? '\n  …' : ''
  return {
    en: `${command}: ${left.length === 1 ? '1 failure is' : `${left.length} failures are`} left.${shown.join('')}${more}`,
    zh: `${command}：还有 ${left.length} 处报错。${shown.join('')}${more}`,
  }
}
