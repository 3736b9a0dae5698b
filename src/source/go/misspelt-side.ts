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
  const [usedWord, declaredWord] = differingWords(used, declared)
  let [uses, declarations, usedParts, declaredParts] = [0, 0, 0, 0]
  for (const { file } of files) {
    if (file === null) continue
    uses += countWord(file.text, used)
    declarations += countWord(file.text, declared)
    usedParts += countPart(file.text, usedWord)
    declaredParts += countPart(file.text, declaredWord)
  }
  const [usesThere, declarationsThere] = [uses, declarations]
  if (within !== null) [uses, declarations] = [countWord(within, used), countWord(within, declared)]
  if (declarations > 1) return uses > 1 && declarations === 2 ? 'unknown' : 'use'
  if (uses > 1) return 'declaration'
  if (declaredParts > declarationsThere && usedParts <= usesThere) return 'use'
  return usedParts > usesThere && declaredParts <= declarationsThere ? 'declaration' : 'unknown'
}

/** `scanFollowsTrue` and `scanFollowsTue` differ in True and Tue; other names are taken whole. */
function differingWords(a: string, b: string): readonly [string, string] {
  const words = (name: string) => name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? []
  const [x, y] = [words(a), words(b)]
  const differing = x.map((word, i) => [word, y[i] ?? ''] as const).filter(([one, other]) => one !== other)
  const [only] = differing
  return x.length === y.length && differing.length === 1 && only !== undefined ? only : [a, b]
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
