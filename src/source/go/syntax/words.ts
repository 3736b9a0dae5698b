// What the edits of syntax inspections say.

import type { Words } from '../../../model/language.ts'

export const insertText = (text: string): Words => ({ en: `Insert \`${text}\``, zh: `补上 \`${text}\`` })
export const deleteText = (text: string): Words => ({ en: `Delete \`${text}\``, zh: `删掉 \`${text}\`` })
export const writeInstead = (fresh: string, old: string): Words => ({
  en: `Write \`${fresh}\` instead of \`${old}\``,
  zh: `把 \`${old}\` 改成 \`${fresh}\``,
})
export const closeBlock = (bracket: string, line: number): Words => ({
  en: `Close with \`${bracket}\` what line ${line} opens`,
  zh: `补上 \`${bracket}\`，闭合第 ${line} 行打开的部分`,
})
export const deleteLine = (text: string): Words => ({
  en: `Delete the superfluous \`${text}\``,
  zh: `删掉多余的 \`${text}\``,
})
export const closeQuote = (quote: string): Words => ({
  en: `Close the text with ${quote}`,
  zh: `补上结尾的 ${quote}`,
})
export const openQuote = (quote: string): Words => ({
  en: `Begin the text with ${quote}`,
  zh: `补上开头的 ${quote}`,
})
export const doubleQuotes: Words = {
  en: 'Put the text in double quotes',
  zh: '字符串改用双引号',
}
export const asciiCharacter = (fresh: string, old: string): Words =>
  fresh === ''
    ? { en: `Delete the invisible character ${old}`, zh: `删掉看不见的字符 ${old}` }
    : {
        en: `Type \`${fresh === ' ' ? 'space' : fresh}\` instead of \`${old}\``,
        zh: `把 \`${old}\` 换成英文的 \`${fresh === ' ' ? '空格' : fresh}\``,
      }
export const endComment: Words = { en: 'End the comment with `*/`', zh: '补上注释结尾的 `*/`' }
export const joinElse: Words = { en: 'Put `else` behind the `}`', zh: '把 `else` 接到 `}` 后面' }
export const joinBrace: Words = { en: 'Put `{` at the end of the line before', zh: '把 `{` 移到上一行末尾' }
export const keepOurs: Words = { en: 'Keep the upper side of the conflict', zh: '保留冲突的上半部分' }
export const keepTheirs: Words = { en: 'Keep the lower side of the conflict', zh: '保留冲突的下半部分' }
export const compareEqual: Words = { en: 'Compare with `==`', zh: '用 `==` 比较' }
export const testError: Words = { en: 'Assign, then test for nil', zh: '先赋值，再判断是否为 nil' }
export const defineName = (name: string): Words => ({
  en: `Declare \`${name}\` with \`:=\``,
  zh: `用 \`:=\` 声明 \`${name}\``,
})
export const declareWithVar = (name: string): Words => ({
  en: `Declare \`${name}\` with \`var\``,
  zh: `用 \`var\` 声明 \`${name}\``,
})
export const incrementBehind = (operator: string): Words => ({
  en: `Write \`${operator}\` behind the operand`,
  zh: `把 \`${operator}\` 写到变量后面`,
})
export const conditionalStatement: Words = {
  en: 'Choose with an `if` statement',
  zh: '改用 if 语句',
}
export const nameBeforeType: Words = { en: 'Write the name before its type', zh: '先写名字，再写类型' }
export const bareHeader: Words = { en: 'Remove the parentheses', zh: '去掉圆括号' }
export const rangeOver: Words = { en: 'Loop with `range`', zh: '用 `range` 遍历' }
export const resultsInParentheses: Words = {
  en: 'Put the results in parentheses',
  zh: '多个返回值加上圆括号',
}
export const fieldsWithoutPunctuation: Words = {
  en: 'Take the punctuation off the fields',
  zh: '去掉字段之间的标点',
}
export const moveImports: Words = { en: 'Move the import up', zh: '把 import 移到前面' }
export const quotePath: Words = { en: 'Quote the import path', zh: '给导入路径加上引号' }
export const assignFunction: Words = {
  en: 'Assign the inner function to a variable',
  zh: '把内层函数赋给变量',
}
export const mergeLines: Words = { en: 'Join the two lines', zh: '把两行接起来' }
export const packageFirst = (name: string): Words => ({
  en: `Begin the file with \`package ${name}\``,
  zh: `文件开头加上 \`package ${name}\``,
})
export const bracesAround: Words = { en: 'Put the block in braces', zh: '用花括号包住代码块' }
