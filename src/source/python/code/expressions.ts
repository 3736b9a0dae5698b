// Small questions about an expression: how it reads in a title, what it is in, what quotes to write there.

import type { SyntaxNode } from '../../inspection.ts'
import { around, field } from './place.ts'

/** The text of an expression for a title: its first line, cut. */
export function shownText(node: SyntaxNode): string {
  const [line = ''] = node.text.split('\n')
  return line.length > 40 || line !== node.text ? `${line.slice(0, 40)}…` : line
}

/** Text in the quotes that the file mostly uses, the other ones inside of an f-string. */
export function quoted(node: SyntaxNode, text: string): string {
  const outer = around(node, ['string'])
  const file = node.tree.rootNode.text
  const counted = (mark: string) =>
    file.split(`[${mark}`).length * 4 + file.slice(0, 20_000).split(mark).length / 100
  const single = counted("'") > counted('"')
  const mark = outer === null ? (single ? "'" : '"') : outer.text.includes('"') ? "'" : '"'
  return `${mark}${text}${mark}`
}

/** What an expression is called: `total` of `cart.total`, `self.items` otherwise as it is. */
export function lastName(node: SyntaxNode | null): string {
  if (node === null) return ''
  return node.type === 'attribute' ? (field(node, 'attribute')?.text ?? '') : node.text
}

/** Whether the function around a node is a coroutine's. */
export function isInAsync(node: SyntaxNode): boolean {
  const owner = around(node, ['function_definition', 'lambda'])
  return owner?.type === 'function_definition' && owner.firstChild?.type === 'async'
}
