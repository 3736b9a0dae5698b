// What the pipeline reads in the output of a proof's program: what `prove` judges by.

import { decideSuspects } from '../inspect.ts'
import type { KnowledgeBase } from '../model/knowledge-base.ts'
import type { Explain } from '../prove/judge.ts'
import type { Parse } from '../source/inspector.ts'
import { why } from '../why.ts'

/** An `Explain` over `kb`: the findings in the pipeline's order, with their messages and places. */
export function explainWith(kb: KnowledgeBase, parse: Parse): Explain {
  return (output, files = []) => {
    const report = why([{ name: '-', bytes: new TextEncoder().encode(output) }], kb)
    return decideSuspects(report, files, parse).findings.map(({ entry, confidence, failure }) => ({
      entry: entry?.id ?? null,
      confidence,
      message: failure.message,
      ...(failure.place === null ? {} : { file: failure.place.file, line: failure.place.line }),
    }))
  }
}
