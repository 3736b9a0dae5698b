// Which of the names at hand a misspelt one was meant to be.

import { editDistance } from '../model/edit-distance.ts'

/** A name at hand, and how far the misspelt one is from it. */
export interface SimilarName<T> {
  readonly name: string
  /** Typing slips: 0 for another letter case, 1 for a letter too much, too few, wrong, or two swapped. */
  readonly slips: number
  readonly of: T
}

/**
 * The names that `wrong` may stand for, nearest first, in the given order where equally near. No more slips than one for
 * three letters, and three at most.
 */
export function similarNames<T>(
  wrong: string,
  candidates: readonly T[],
  nameOf: (candidate: T) => string,
): readonly SimilarName<T>[] {
  const most = Math.min(3, Math.max(1, Math.floor(wrong.length / 3)))
  const lower = wrong.toLowerCase()
  const found: SimilarName<T>[] = []
  for (const of of candidates) {
    const name = nameOf(of)
    if (name === wrong || Math.abs(name.length - wrong.length) > most) continue
    const slips = editDistance(lower, name.toLowerCase(), most)
    // One letter alone says nothing of another.
    if (slips > most || (slips > 0 && Math.max(wrong.length, name.length) < 2)) continue
    found.push({ name, slips: slips + (slips > 0 && !sameCase(wrong, name) ? 0.5 : 0), of })
  }
  return found.sort((a, b) => a.slips - b.slips)
}

/** The one that was surely meant: nearer than all others by a slip, and near for its length; null where there is a doubt. */
export function clearlyMeant<T>(wrong: string, similar: readonly SimilarName<T>[]): SimilarName<T> | null {
  const [best, second] = similar
  if (
    best === undefined ||
    (second !== undefined && second.name !== best.name && second.slips - best.slips < 1)
  )
    return null
  const allowed =
    Math.min(wrong.length, best.name.length) < 3 ? 0 : Math.min(wrong.length, best.name.length) < 8 ? 1 : 2
  return best.slips <= allowed ? best : null
}

/** `URL` for `Url` in the middle of a name is one thing, `getURL` for `GetURL` another. */
function sameCase(wrong: string, name: string): boolean {
  return isUpper(wrong[0] ?? '') === isUpper(name[0] ?? '')
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase()
}
