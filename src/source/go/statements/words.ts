// What the edits of inspections of statements and declarations say.

import type { Words } from '../../../model/language.ts'

export const discard = (name: string): Words => ({
  en: `Discard the value: \`_\` instead of \`${name}\``,
  zh: `不用这个值：把 \`${name}\` 换成 \`_\``,
})
export const removeVariable = (name: string): Words => ({
  en: `Remove the variable \`${name}\``,
  zh: `删掉变量 \`${name}\``,
})
export const assignOuter = (name: string): Words => ({
  en: `Assign to the outer \`${name}\` with \`=\``,
  zh: `用 \`=\` 给外层的 \`${name}\` 赋值`,
})
export const assignInstead: Words = { en: 'Assign with `=`', zh: '改用 `=` 赋值' }
export const removeCase = (value: string): Words => ({
  en: `Remove the second \`${value}\``,
  zh: `删掉重复的 \`${value}\``,
})
export const removeClause: Words = { en: 'Remove the repeated case', zh: '删掉重复的 case 分支' }
export const removeDeclaration = (name: string): Words => ({
  en: `Remove the second declaration of \`${name}\``,
  zh: `删掉重复声明的 \`${name}\``,
})
export const removeLabel = (label: string): Words => ({
  en: `Remove the label \`${label}\``,
  zh: `删掉标签 \`${label}\``,
})
export const declareInstead = (name: string): Words => ({
  en: `Declare \`${name}\` with \`:=\``,
  zh: `用 \`:=\` 声明 \`${name}\``,
})
export const renameLabel = (wrong: string, right: string): Words => ({
  en: `Jump to \`${right}\` instead of \`${wrong}\``,
  zh: `把标签 \`${wrong}\` 改成 \`${right}\``,
})
export const returnInstead = (word: string): Words => ({
  en: `Write \`return\` instead of \`${word}\``,
  zh: `把 \`${word}\` 换成 \`return\``,
})
export const removeStatement = (word: string): Words => ({
  en: `Remove \`${word}\``,
  zh: `删掉 \`${word}\``,
})
export const assignNotCompare: Words = {
  en: 'Assign with `=` instead of comparing',
  zh: '把 `==` 改成 `=` 赋值',
}
export const addResult = (value: string): Words => ({
  en: `Return \`${value}\` as well`,
  zh: `补上返回值 \`${value}\``,
})
export const dropResult = (value: string): Words => ({
  en: `Return without \`${value}\``,
  zh: `去掉多余的返回值 \`${value}\``,
})
export const returnAtEnd = (values: string): Words => ({
  en: values === '' ? 'End with `return`' : `End with \`return ${values}\``,
  zh: values === '' ? '结尾加上 `return`' : `结尾加上 \`return ${values}\``,
})
export const callIt: Words = { en: 'Call it with `()`', zh: '加上 `()` 调用' }
export const rawString: Words = { en: 'Put the text in backquotes', zh: '改用反引号字符串' }
export const doubleBackslash: Words = { en: 'Double the backslash', zh: '把反斜杠写成两个' }
export const returnExpression = (expression: string): Words => ({
  en: `Return \`${expression}\``,
  zh: `返回 \`${expression}\``,
})
