// What the pipeline reads in the output of a proof's program: what `prove` judges by.

import type { KnowledgeBase } from '../model/knowledge-base.ts'
import type { Explain } from '../prove/judge.ts'
import { why } from '../why.ts'

/** An `Explain` over `kb`: the findings in the pipeline's order, with their messages and places. */
export function explainWith(kb: KnowledgeBase): Explain {
  return output => {
    const bytes = new TextEncoder().encode(output)
    return why([{ name: '-', bytes }], kb).findings.map(({ entry, confidence, failure }) => ({
      entry: entry?.id ?? null,
      confidence,
      message: failure.message,
      ...(failure.place === null ? {} : { file: failure.place.file, line: failure.place.line }),
    }))
  }
}
