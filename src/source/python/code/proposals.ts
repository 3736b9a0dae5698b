// Proposals from changes of the failing file, in few words.

import type { Words } from '../../../model/language.ts'
import type { SourceFile } from '../../../model/source.ts'
import type { Change, Proposal, SyntaxNode } from '../../inspection.ts'
import { replace } from '../words.ts'

/** The proposal to change one file. */
export function propose(
  { path }: SourceFile,
  title: Words,
  certain: boolean,
  changes: readonly Change[],
): Proposal {
  return { title, certain, changes: changes.map(change => ({ path, ...change })) }
}

/** A node with another text. */
export function rewrite(node: SyntaxNode, text: string): Change {
  return { start: node.startIndex, end: node.endIndex, text }
}

/** The proposal to write a name in another way. */
export function respell(file: SourceFile, node: SyntaxNode, text: string, certain: boolean): Proposal {
  return propose(file, replace(node.text, text), certain, [rewrite(node, text)])
}

/** Text put in at an offset. */
export function insertAt(start: number, text: string): Change {
  return { start, end: start, text }
}
