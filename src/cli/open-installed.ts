// Opens the knowledge base that lies beside the program.

import { openSync, readSync } from 'node:fs'
import { openKnowledgeBase } from '../kb/open.ts'
import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { Refusal } from './refusal.ts'
import { noKnowledgeBase } from './words.ts'

/** The knowledge base `kb.bin` in the folder of the program; a refusal when it is missing or damaged. */
export function openInstalled(): KnowledgeBase {
  const file = `${__dirname}/kb.bin`
  try {
    const fd = openSync(file, 'r')
    return openKnowledgeBase((offset, length) => {
      // Not from Node's pool: sections are looked at through typed arrays, which need an aligned start.
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(fd, bytes, 0, length, offset))
    })
  } catch {
    throw new Refusal(noKnowledgeBase(file))
  }
}
