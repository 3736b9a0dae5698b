// The expression of the source that a message prints: at the failure's place, spelt the compiler's way.

import type { Scene, SyntaxNode } from '../inspection.ts'

/** How many nodes above the place are looked at. */
const highest = 40

/**
 * The node that a message's expression is printed from: it holds the failure's place, and reads the same, blanks aside;
 * the compiler writes `{…}` for bodies. Null where none does.
 */
export function expressionOfMessage(scene: Scene, text: string): SyntaxNode | null {
  const wanted = withoutBlanks(text)
  const root = scene.parse(scene.file)
  let node: SyntaxNode | null = root.descendantForIndex(scene.offset, scene.offset)
  for (let turn = 0; node !== null && turn < highest; turn++, node = node.parent) {
    if (node.isNamed && node.endIndex - node.startIndex >= wanted.length / 2 && readsAs(node.text, wanted))
      return node
  }
  return null
}

/** The innermost node of one of `types` that holds the failure's place. */
export function nodeAround(scene: Scene, types: readonly string[], offset = scene.offset): SyntaxNode | null {
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(offset, offset)
  while (node !== null && !types.includes(node.type)) node = node.parent
  return node
}

/** The node of one of `types` that begins at an offset, the outermost of them. */
export function nodeStartingAt(scene: Scene, offset: number, types: readonly string[]): SyntaxNode | null {
  let best: SyntaxNode | null = null
  let node: SyntaxNode | null = scene.parse(scene.file).descendantForIndex(offset, offset)
  for (; node !== null && node.startIndex === offset; node = node.parent)
    if (types.includes(node.type)) best = node
  return best
}

/** Whether source text is what the compiler prints as `wanted`, which has no blanks. */
function readsAs(source: string, wanted: string): boolean {
  if (source.length > 20_000) return false
  const found = withoutBlanks(source)
  if (found === wanted) return true
  const pieces = wanted.split('…')
  const [first = '', ...rest] = pieces
  if (rest.length === 0 || !found.startsWith(first) || !found.endsWith(pieces.at(-1) ?? '')) return false
  let at = first.length
  for (const piece of rest) {
    const next = found.indexOf(piece, at)
    if (next === -1) return false
    at = next + piece.length
  }
  return true
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '')
}
