// Proposals that put one text in the place of a node, or of a stretch of the file.

import type { TextChange } from '../../../model/finding.ts'
import type { Inspected, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { nodeAround } from '../message-expression.ts'
import { writeExpression } from '../words.ts'

/** `node` written as `text`. */
export function replaceNode(
  scene: Scene,
  node: SyntaxNode,
  text: string,
  certain: boolean,
  more: readonly TextChange[] = [],
): Proposal {
  const changes = [{ path: scene.file.path, start: node.startIndex, end: node.endIndex, text }, ...more]
  return { title: writeExpression(shortened(node.text), shortened(text)), certain, changes }
}

/** One proposal and nothing else. */
export function propose(...proposals: readonly Proposal[]): Inspected | null {
  return proposals.length === 0 ? null : { proposals }
}

/** The nodes of a list of arguments or names; comments left out. */
export function itemsOf(list: SyntaxNode | null): readonly SyntaxNode[] {
  return (list?.namedChildren ?? []).flatMap(item => (item === null || item.type === 'comment' ? [] : [item]))
}

/** The call that a message of go vet stands at: at its beginning, or at one of its arguments. */
export function callOfMessage(scene: Scene): SyntaxNode | null {
  return nodeAround(scene, ['call_expression'])
}

/** Titles show one line. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`
}

/** Whether two texts are the same, blanks aside. */
export function sameText(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '')
}
