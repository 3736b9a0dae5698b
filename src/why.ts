// The one pipeline: bytes -> envelope -> reader -> failures -> signatures -> findings.

import type { Report } from './model/finding.ts'
import type { KnowledgeBase } from './model/knowledge-base.ts'

export interface Input {
  /** As the reader named it; `-` is standard input. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Explains everything that failed in `inputs`. Pure: runs in a browser as well. */
export function why(inputs: readonly Input[], kb: KnowledgeBase): Report {
  void kb
  return {
    inputs: inputs.map(i => ({ name: i.name, format: 'text', bytes: i.bytes.length, lines: 0 })),
    findings: [],
  }
}
