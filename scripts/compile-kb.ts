// Compiles kb/ with records/ to the bytes of dist/kb.bin; the build bundles and runs it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileKnowledgeBase } from '../src/compile.ts'
import { loadFolder } from '../src/kb/load-folder.ts'
import { verifiedToolchains } from '../src/kb/verified-toolchains.ts'

export function compileFolder(root: string): Uint8Array {
  const folder = join(root, 'records')
  const records = existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.jsonl'))
        .map(name => ({
          toolchain: name.slice(0, -'.jsonl'.length),
          lines: readFileSync(join(folder, name), 'utf8'),
        }))
    : []
  return compileKnowledgeBase(loadFolder(join(root, 'kb')), verifiedToolchains(records))
}
