// What notes on a failure say, whatever its language.

import type { Words } from '../model/language.ts'

export const reportedHere: Words = { en: 'The failure showed here.', zh: '报错出现在这里。' }
