// What notes on a failure of a Python program say.

import type { Words } from '../../model/language.ts'

export const gaveNone = (call: string): Words => ({
  en: `The None comes from here: \`${call}\` gave it.`,
  zh: `None 来自这里：是 \`${call}\` 返回的。`,
})
export const setToNone: Words = {
  en: 'Set to None here, and to nothing else before the failure.',
  zh: '在这里被设为 None，出错之前没有再赋过别的值。',
}
export const withoutDefault: Words = {
  en: 'The default is None, and the caller gave nothing.',
  zh: '默认值是 None，而调用方没有传这个参数。',
}
export const endsBy = (name: string, returns: boolean): Words =>
  returns
    ? { en: `\`${name}\` returns None here.`, zh: `\`${name}\` 在这里返回 None。` }
    : {
        en: `\`${name}\` can reach its end here without a \`return\`.`,
        zh: `\`${name}\` 可能走到这里都没有遇到 \`return\`。`,
      }
export const setBy = (method: string, attribute: string): Words => ({
  en: `\`${attribute}\` gets its value in \`${method}\`, which nobody called.`,
  zh: `\`${attribute}\` 是在 \`${method}\` 里赋值的，而它没有被调用。`,
})
export const gotHere = (name: string): Words => ({
  en: `\`${name}\` got its value here.`,
  zh: `\`${name}\` 的值是在这里得到的。`,
})
