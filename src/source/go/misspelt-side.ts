// Of two spellings, one used and one declared, which is the slip.

import type { Scene } from '../inspection.ts'
import { type GoPackage, ownPackage } from './packages.ts'

/** `use`: the place of the message; `declaration`: the name it was meant to find; `unknown`: the source does not tell. */
export type MisspeltSide = 'use' | 'declaration' | 'unknown'

/**
 * Which of `used` and `declared` is misspelt: the name in `home` that nobody else uses, while the other is written more
 * than once; else the one whose word stands nowhere else in the package. A local name is counted `within` its function.
 */
export function misspeltSide(
  scene: Scene,
  used: string,
  declared: string,
  home: GoPackage | null,
  within: string | null = null,
): MisspeltSide {
  const own = ownPackage(scene)
  // What lies outside the reader's folder is spelt as it is.
  if (
    home !== null &&
    home !== own &&
    home.files.every(({ file }) => file === null || scene.folder.open(file.path) !== file)
  )
    return 'use'
  const files = new Set([...own.files, ...(home?.files ?? [])])
  const texts = [...files].flatMap(({ file }) => (file === null ? [] : [file.text]))
  const count = (word: string) => texts.reduce((sum, text) => sum + countWord(text, word), 0)
  const [usesThere, declarationsThere] = [count(used), count(declared)]
  const uses = within === null ? usesThere : countWord(within, used)
  const declarations = within === null ? declarationsThere : countWord(within, declared)
  if (declarations > 1) return uses > 1 && declarations === 2 ? 'unknown' : 'use'
  if (uses > 1) return 'declaration'
  // How often the words that only one of the names has stand elsewhere.
  const elsewhere = (words: readonly string[], own: number) =>
    Math.min(...words.map(word => texts.reduce((sum, text) => sum + countPart(text, word), 0) - own))
  const [usedWords, declaredWords] = differingWords(used, declared)
  const [usedElsewhere, declaredElsewhere] = [
    elsewhere(usedWords, usesThere),
    elsewhere(declaredWords, declarationsThere),
  ]
  if (declaredElsewhere > 0 && usedElsewhere <= 0) return 'use'
  return usedElsewhere > 0 && declaredElsewhere <= 0 ? 'declaration' : 'unknown'
}

/** `scanFollowsTrue` and `scanFollowsTue` differ in True and Tue. */
function differingWords(a: string, b: string): readonly [readonly string[], readonly string[]] {
  const words = (name: string): readonly string[] =>
    name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? [name]
  const only = (own: readonly string[], other: readonly string[]) => own.filter(word => !other.includes(word))
  const [x, y] = [only(words(a), words(b)), only(words(b), words(a))]
  return [x.length === 0 ? [a] : x, y.length === 0 ? [b] : y]
}

/** How often a whole word stands in a text. */
export function countWord(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    if (!/[\p{L}\p{N}_]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}_]/u.test(text[at + word.length] ?? ''))
      count++
  }
  return count
}

/** How often a word stands in a text as a part of names or prose: `location` in `userLocation`, not in `allocations`. */
function countPart(text: string, word: string): number {
  let count = 0
  for (const spelling of new Set([
    word,
    word.charAt(0).toLowerCase() + word.slice(1),
    word.charAt(0).toUpperCase() + word.slice(1),
  ])) {
    const upper = /^\p{Lu}/u.test(spelling)
    for (let at = text.indexOf(spelling); at !== -1; at = text.indexOf(spelling, at + spelling.length)) {
      const before = text[at - 1] ?? ''
      const after = text[at + spelling.length] ?? ''
      if ((upper || !/\p{L}/u.test(before)) && !/\p{Ll}/u.test(after)) count++
    }
  }
  return count
}
