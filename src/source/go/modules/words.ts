// What the edits of inspections of go.mod and of package clauses say.

import type { Words } from '../../../model/language.ts'

export const requireModule = (module: string, version: string): Words => ({
  en: `Require ${module} ${version} in go.mod`,
  zh: `在 go.mod 里加上 ${module} ${version}`,
})
export const writeDirective = (right: string, wrong: string): Words => ({
  en: `Write \`${right}\` instead of \`${wrong}\` in go.mod`,
  zh: `把 go.mod 里的 \`${wrong}\` 改成 \`${right}\``,
})
export const closeGroup: Words = { en: 'Close the group with `)`', zh: '补上 `)`，闭合这一组' }
export const removeLine = (line: string): Words => ({
  en: `Remove the line \`${line}\``,
  zh: `删掉 \`${line}\` 这一行`,
})
export const renamePackage = (file: string, name: string): Words => ({
  en: `Let ${file} begin with \`package ${name}\``,
  zh: `把 ${file} 开头改成 \`package ${name}\``,
})
