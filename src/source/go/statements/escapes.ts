// `unknown escape`: a backslash that was to stay one, as in a regular expression or a path of Windows.

import type { Inspect } from '../../inspection.ts'
import { tokenAt } from '../syntax/go-code.ts'
import { indexAt, tokensOf } from './lexed-file.ts'
import { doubleBackslash, rawString } from './words.ts'

export const unknownEscape: Inspect = scene => {
  if (!scene.whole) return null
  const { path } = scene.file
  const tokens = tokensOf(scene.file)
  const near = indexAt(tokens, scene.offset)
  const token = [near, near - 1]
    .map(i => tokenAt(tokens, i))
    .find(({ kind, text }) => kind === 'string' && text.startsWith('"'))
  if (token === undefined || token.fault !== undefined) return null
  const body = token.text.slice(1, -1)
  // \n and \t are escapes whatever else there is; C:\new means none.
  const known = /\\[abfnrtvxuU0-7"]/.test(body.replaceAll('\\\\', ''))
  const plain = body.replaceAll('\\\\', '\\')
  const doubled = `"${body.replace(/\\(?![abfnrtv\\"xuU0-7])/g, '\\\\')}"`
  const raw = {
    title: rawString,
    certain: !known && !body.includes('\\\\'),
    changes: [{ path, start: token.start, end: token.end, text: `\`${plain}\`` }],
  }
  const both = {
    title: doubleBackslash,
    certain: false,
    changes: [{ path, start: token.start, end: token.end, text: doubled }],
  }
  if (body.includes('`')) return { proposals: [both] }
  return { proposals: known ? [both] : [raw, both] }
}
