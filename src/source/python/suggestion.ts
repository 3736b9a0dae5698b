// What a suggestion of CPython's own is worth, measured by the edits that the source led to.

import type { Edit, Note } from '../../model/finding.ts'
import type { Words } from '../../model/language.ts'

/** What CPython proposes at the end of a message, and how an edit that does the same is known. */
interface Suggestion {
  readonly shown: string
  readonly isDone: (edit: Edit) => boolean
}

/** A note that says whether what CPython suggests is what the source speaks for; null without a suggestion or an edit. */
export function judgeSuggestion(message: string, edits: readonly Edit[]): Note | null {
  const [first] = edits
  const suggestions = suggestionsIn(message.slice(-400))
  const [suggested] = suggestions
  if (first === undefined || suggested === undefined) return null
  const done = suggestions.find(({ isDone }) => isDone(first))
  if (done !== undefined) return note(first.certain ? isRight(done.shown) : isLikely(done.shown))
  const also = suggestions.find(({ isDone }) => edits.some(isDone))
  if (also !== undefined) return note(isPossible(also.shown))
  const imported = first.changes.some(({ text }) => /^\s*(?:from \S+ )?import /.test(text))
  return note(imported ? isUnimported(suggested.shown) : isWrong(suggested.shown))
}

function note(text: Words): Note {
  return { text, place: null }
}

function suggestionsIn(text: string): readonly Suggestion[] {
  const found: Suggestion[] = []
  // name 'tiem' is not defined. Did you mean: 'time'?  …has no attribute 'wieght'. Did you mean '.weight' instead of '.wieght'?
  const name = /Did you mean:? '\.?([\w.]+)(?:\(\.\.\.\))?'/.exec(text)?.[1]
  if (name !== undefined) found.push({ shown: name, isDone: edit => writes(edit, name) })
  // Did you forget to import 'time'?
  const module = /did you forget to import '([\w.]+)'/i.exec(text)?.[1]
  if (module !== undefined) found.push({ shown: `import ${module}`, isDone: edit => imports(edit, module) })
  // SyntaxError: invalid syntax. Perhaps you forgot a comma?
  if (/Perhaps you forgot a comma/.test(text))
    found.push({ shown: ',', isDone: edit => edit.changes.some(change => /^,\s*$/.test(change.text)) })
  // SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  if (/Maybe you meant '==' or ':='/.test(text))
    found.push({
      shown: '==',
      isDone: edit => edit.changes.some(change => /^(?:==|:=|=|:)$/.test(change.text.trim())),
    })
  return found
}

/** `total`, or the `self.` that makes `self.total` of it. */
function writes({ changes }: Edit, name: string): boolean {
  const last = name.split('.').at(-1)
  return changes.some(
    ({ text }) => text === name || text === last || (text.endsWith('.') && name.startsWith(text)),
  )
}

function imports({ changes }: Edit, module: string): boolean {
  return changes.some(({ text }) => new RegExp(`\\bimport ${module.replaceAll('.', '\\.')}\\b`).test(text))
}

const isRight = (shown: string): Words => ({
  en: `Python's suggestion, \`${shown}\`, is right here.`,
  zh: `Python 自己的建议 \`${shown}\` 在这里是对的。`,
})
const isLikely = (shown: string): Words => ({
  en: `Python suggests \`${shown}\`, and the source speaks for it.`,
  zh: `Python 建议 \`${shown}\`，从源码看也最可能是它。`,
})
const isPossible = (shown: string): Words => ({
  en: `Python suggests \`${shown}\`; from the source, the first edit below is likelier.`,
  zh: `Python 建议 \`${shown}\`，但从源码看，下面的第一处修改更可能。`,
})
const isUnimported = (shown: string): Words => ({
  en: `Python suggests \`${shown}\`, which is not what is meant here: an import is missing.`,
  zh: `Python 建议 \`${shown}\`，但这里要的不是它，而是少了一条 import。`,
})
const isWrong = (shown: string): Words => ({
  en: `Python suggests \`${shown}\`; the source speaks for another repair, the edit below.`,
  zh: `Python 建议 \`${shown}\`，但从源码看应是另一种改法，见下面的修改。`,
})
