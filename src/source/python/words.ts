// What the edits of Python source say they do.

import type { Words } from '../../model/language.ts'

export const insert = (what: string): Words => ({ en: `Insert \`${what}\``, zh: `补上 \`${what}\`` })
export const remove = (what: string): Words => ({ en: `Remove \`${what}\``, zh: `去掉 \`${what}\`` })
export const replace = (old: string, fresh: string): Words => ({
  en: `Write \`${fresh}\` instead of \`${old}\``,
  zh: `把 \`${old}\` 改成 \`${fresh}\``,
})
export const removeMarkers: Words = { en: 'Remove the conflict marker', zh: '删掉冲突标记' }
export const keepSide = (side: 'ours' | 'theirs'): Words =>
  side === 'ours'
    ? { en: 'Keep the first version of the conflict', zh: '保留冲突中的前一份' }
    : { en: 'Keep the second version of the conflict', zh: '保留冲突中的后一份' }
export const removePrompts: Words = { en: 'Remove the interpreter prompts', zh: '去掉交互式提示符' }
export const replaceCharacters = (count: number): Words => ({
  en: count === 1 ? 'Replace the character' : `Replace ${count} such characters in this file`,
  zh: count === 1 ? '替换这个字符' : `替换文件里的 ${count} 个这类字符`,
})
export const writeTernary: Words = { en: 'Write the condition in the middle', zh: '把条件写在中间' }
export const writeComment: Words = { en: 'Begin the comment with `#`', zh: '注释用 `#` 开头' }
export const renameKeyword = (old: string, fresh: string): Words => ({
  en: `Rename \`${old}\` to \`${fresh}\``,
  zh: `把 \`${old}\` 改名为 \`${fresh}\``,
})
export const swapImport: Words = { en: 'Put `from` first', zh: '把 `from` 写在前面' }
export const closeBracket = (bracket: string): Words => ({
  en: `Close the bracket with \`${bracket}\``,
  zh: `用 \`${bracket}\` 把括号闭合`,
})
export const closeString = (quote: string): Words => ({
  en: `Close the string with \`${quote}\``,
  zh: `用 \`${quote}\` 把字符串闭合`,
})
export const otherQuotes: Words = { en: 'Use the other kind of quotes', zh: '换用另一种引号' }
export const indentLike = (line: number): Words => ({
  en: `Indent as line ${line} is`,
  zh: `缩进与第 ${line} 行对齐`,
})
export const indentBody: Words = { en: 'Indent the body', zh: '把语句体缩进' }
export const addPass: Words = { en: 'Give it a body: `pass`', zh: '补一个空语句体 `pass`' }
export const makeAsync = (name: string): Words => ({
  en: `Make \`${name}\` a coroutine: \`async def\``,
  zh: `把 \`${name}\` 改成协程：\`async def\``,
})
export const callPrint = (name: string): Words => ({
  en: `Call \`${name}\` as a function`,
  zh: `把 \`${name}\` 写成函数调用`,
})
export const reorderParameters = (name: string): Words => ({
  en: `Put \`${name}\` before the parameters with defaults`,
  zh: `把 \`${name}\` 放到带默认值的参数之前`,
})
export const addImport = (line: string): Words => ({ en: `Add \`${line}\``, zh: `加上 \`${line}\`` })
export const assignInstead = (name: string): Words => ({
  en: `Give \`${name}\` its value with one \`=\``,
  zh: `给 \`${name}\` 赋值用一个 \`=\``,
})
export const addSelfParameter = (method: string, self: string): Words => ({
  en: `Give \`${method}\` the parameter \`${self}\``,
  zh: `给 \`${method}\` 补上参数 \`${self}\``,
})
export const quote = (text: string): Words => ({
  en: `Put \`${text}\` in quotes`,
  zh: `给 \`${text}\` 加上引号`,
})
export const readKey = (key: string): Words => ({
  en: `Read the key: \`[${key}]\``,
  zh: `按键读取：\`[${key}]\``,
})
export const callIt = (name: string): Words => ({
  en: `Call \`${name}\`: \`()\``,
  zh: `调用 \`${name}\`：加上 \`()\``,
})
export const awaitIt = (name: string): Words => ({
  en: `Await \`${name}\``,
  zh: `给 \`${name}\` 加上 \`await\``,
})
export const wrapIn = (name: string, what: string): Words => ({
  en: `Wrap \`${what}\` in \`${name}(…)\``,
  zh: `用 \`${name}(…)\` 包住 \`${what}\``,
})
export const returnIt = (what: string): Words => ({
  en: `Return \`${what}\``,
  zh: `返回 \`${what}\`：补上 \`return\``,
})
export const wrapTuple = (text: string): Words => ({
  en: `Put them in a tuple: \`${text}\``,
  zh: `把它们放进元组：\`${text}\``,
})
export const unwrap = (text: string): Words => ({ en: `Write \`${text}\` alone`, zh: `只写 \`${text}\`` })
export const indexWith = (text: string): Words => ({
  en: `Index with brackets: \`${text}\``,
  zh: `用方括号取值：\`${text}\``,
})
export const callWith = (text: string): Words => ({
  en: `Call with parentheses: \`${text}\``,
  zh: `用圆括号调用：\`${text}\``,
})
export const dropTarget = (name: string): Words => ({
  en: `Leave out the target \`${name}\``,
  zh: `去掉多余的变量 \`${name}\``,
})
export const addTarget = (name: string): Words => ({
  en: `Add the target \`${name}\``,
  zh: `补上变量 \`${name}\``,
})
export const declare = (keyword: string, name: string): Words => ({
  en: `Declare \`${keyword} ${name}\` in the function`,
  zh: `在函数里声明 \`${keyword} ${name}\``,
})
export const renameLocal = (old: string, fresh: string): Words => ({
  en: `Rename the local variable \`${old}\` to \`${fresh}\``,
  zh: `把局部变量 \`${old}\` 改名为 \`${fresh}\``,
})
export const removeLine = (text: string): Words => ({
  en: `Remove the line \`${text}\``,
  zh: `删掉 \`${text}\` 这一行`,
})
export const decorate = (decorator: string, name: string): Words => ({
  en: `Put \`@${decorator}\` above \`${name}\``,
  zh: `在 \`${name}\` 上面加上 \`@${decorator}\``,
})
