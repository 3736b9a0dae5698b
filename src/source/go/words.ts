// What the edits of inspections of names and types say.

import type { Words } from '../../model/language.ts'

export const writeName = (wrong: string, right: string): Words => ({
  en: `Write \`${right}\` for \`${wrong}\``,
  zh: `把 \`${wrong}\` 写成 \`${right}\``,
})
export const renameDeclaration = (wrong: string, right: string): Words => ({
  en: `Rename the declaration \`${wrong}\` to \`${right}\``,
  zh: `把声明处的 \`${wrong}\` 改名为 \`${right}\``,
})
export const importPackage = (path: string): Words => ({
  en: `Import \`${path}\``,
  zh: `导入 \`${path}\``,
})
export const removeImport = (path: string): Words => ({
  en: `Remove the import of \`${path}\``,
  zh: `删掉对 \`${path}\` 的导入`,
})
export const importInstead = (wrong: string, right: string): Words => ({
  en: `Import \`${right}\` instead of \`${wrong}\``,
  zh: `把导入路径 \`${wrong}\` 改成 \`${right}\``,
})
export const convertTo = (expression: string, type: string): Words => ({
  en: `Convert \`${expression}\` to \`${type}\``,
  zh: `把 \`${expression}\` 转换成 \`${type}\``,
})
export const writeExpression = (wrong: string, right: string): Words => ({
  en: `Write \`${right}\` instead of \`${wrong}\``,
  zh: `把 \`${wrong}\` 换成 \`${right}\``,
})
export const assertType = (expression: string, type: string): Words => ({
  en: `Assert that \`${expression}\` holds \`${type}\``,
  zh: `对 \`${expression}\` 做类型断言 \`${type}\``,
})
export const callIt = (expression: string): Words => ({
  en: `Call it: \`${expression}()\``,
  zh: `加上括号调用：\`${expression}()\``,
})
export const dontCallIt = (expression: string): Words => ({
  en: `Take the value \`${expression}\` without calling it`,
  zh: `直接用 \`${expression}\` 的值，不要加括号`,
})
export const receiveResults = (left: string): Words => ({
  en: `Receive every result: \`${left}\``,
  zh: `接收全部返回值：\`${left}\``,
})
export const resultInVariable = (name: string): Words => ({
  en: `Take the first result into \`${name}\` before`,
  zh: `先用 \`${name}\` 接住第一个返回值`,
})
export const removeArgument = (text: string): Words => ({
  en: `Remove the argument \`${text}\``,
  zh: `删掉多余的参数 \`${text}\``,
})
export const addArgument = (text: string): Words => ({
  en: `Add the missing argument \`${text}\``,
  zh: `补上缺少的参数 \`${text}\``,
})
export const assignBack = (target: string): Words => ({
  en: `Assign the result to \`${target}\``,
  zh: `把结果赋值回 \`${target}\``,
})
export const compareWith = (text: string): Words => ({
  en: `Compare with \`${text}\``,
  zh: `改为与 \`${text}\` 比较`,
})
export const valueReceiver = (method: string): Words => ({
  en: `Give the method \`${method}\` a value receiver`,
  zh: `把方法 \`${method}\` 改成值接收者`,
})
export const takeAddress = (expression: string): Words => ({
  en: `Take the address: \`&${expression}\``,
  zh: `取地址：\`&${expression}\``,
})
export const renameMethod = (wrong: string, right: string): Words => ({
  en: `Rename the method \`${wrong}\` to \`${right}\``,
  zh: `把方法 \`${wrong}\` 改名为 \`${right}\``,
})
export const addMethod = (name: string, type: string): Words => ({
  en: `Add the method \`${name}\` to \`${type}\``,
  zh: `给 \`${type}\` 补上方法 \`${name}\``,
})
export const constrainTo = (parameter: string, constraint: string): Words => ({
  en: `Constrain \`${parameter}\` by \`${constraint}\``,
  zh: `把 \`${parameter}\` 的约束改成 \`${constraint}\``,
})
