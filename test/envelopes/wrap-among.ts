// Puts a text among lines of others, or cuts it.

import { healthyLine, healthyTextLine } from './healthy-lines.ts'
import { linesOf } from './wrap-text.ts'

/** In the middle of `count` healthy lines. */
export function amongHealthy(text: string, count: number): string {
  const lines = Array.from({ length: count }, (_, i) => healthyLine(i))
  const half = count >> 1
  return `${[...lines.slice(0, half), ...linesOf(text), ...lines.slice(half)].join('\n')}\n`
}

/** A healthy line of the same program behind every third line. */
export function interleaved(text: string): string {
  return `${linesOf(text)
    .flatMap((line, i) => (i % 3 === 2 ? [line, healthyTextLine(i)] : [line]))
    .join('\n')}\n`
}

/** Two services of compose, whose lines come by turns. */
export function twoServices(text: string): string {
  const web = (i: number): string => `web-1       | ${healthyLine(i)}`
  return `${linesOf(text)
    .flatMap((line, i) => [`orders-1    | ${line}`, ...(i % 2 === 0 ? [web(i), web(i + 1)] : [])])
    .join('\n')}\n`
}

/** Without its first quarter, from the middle of a line. */
export function withoutStart(text: string): string {
  const cut = Math.floor(text.length / 4)
  return text.slice(cut)
}

/** Without its last quarter, up to the middle of a line. */
export function withoutEnd(text: string): string {
  return text.slice(0, Math.floor((text.length * 3) / 4))
}
