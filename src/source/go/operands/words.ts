// What the edits of inspections of operands say.

import type { Words } from '../../../model/language.ts'

export const swapThem = (first: string, second: string): Words => ({
  en: `Swap \`${first}\` and \`${second}\``,
  zh: `对调 \`${first}\` 和 \`${second}\``,
})
export const assignToField: Words = { en: 'Assign with `=`', zh: '改用 `=` 赋值' }
export const declareBefore = (name: string): Words => ({
  en: `Declare \`${name}\` before, and assign with \`=\``,
  zh: `先声明 \`${name}\`，再用 \`=\` 赋值`,
})
export const variableInstead = (name: string): Words => ({
  en: `Make \`${name}\` a variable: \`var\``,
  zh: `把 \`${name}\` 改成变量：\`var\``,
})
export const nameFields: Words = { en: 'Name the fields', zh: '写上字段名' }
export const deferIt = (call: string): Words => ({
  en: `Add \`defer ${call}\``,
  zh: `加上 \`defer ${call}\``,
})
export const mendTag: Words = { en: 'Mend the struct tag', zh: '改正结构体标签' }
export const dropBreak: Words = { en: 'Remove the `\\n` at the end', zh: '去掉末尾的 `\\n`' }
export const pointerReceiver = (method: string): Words => ({
  en: `Give the method \`${method}\` a pointer receiver`,
  zh: `把方法 \`${method}\` 改成指针接收者`,
})
export const pointerParameter = (name: string): Words => ({
  en: `Pass \`${name}\` as a pointer`,
  zh: `用指针传 \`${name}\``,
})
export const entryInVariable = (entry: string, name: string): Words => ({
  en: `Take \`${entry}\` into \`${name}\`, change it, and put it back`,
  zh: `先把 \`${entry}\` 取到 \`${name}\`，改完再放回去`,
})
export const moveBefore = (call: string): Words => ({
  en: `Call \`${call}\` before the \`go\` statement`,
  zh: `把 \`${call}\` 移到 \`go\` 语句前面`,
})
export const bufferOfOne: Words = { en: 'Give the channel a buffer of one', zh: '给通道一个长度为 1 的缓冲' }
export const returnIt: Words = { en: 'Return the result', zh: '返回这个结果' }
export const copyInLoop = (name: string): Words => ({
  en: `Copy \`${name}\` within the loop`,
  zh: `在循环体里复制一份 \`${name}\``,
})
