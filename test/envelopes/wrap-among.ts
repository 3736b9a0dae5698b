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

/** Without the first quarter of its lines, as `tail -n` leaves it. */
export function withoutStart(text: string): string {
  const lines = linesOf(text)
  return `${lines.slice(Math.floor(lines.length / 4)).join('\n')}\n`
}

/** Without the last quarter of its lines, as `head -n` leaves it. */
export function withoutEnd(text: string): string {
  const lines = linesOf(text)
  return `${lines.slice(0, Math.ceil((lines.length * 3) / 4)).join('\n')}\n`
}
