// The program as tests run it: bundled once into a temporary folder, over a small knowledge base of its own.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { compileKnowledgeBase } from '../compile.ts'
import { loadFolder } from '../kb/load-folder.ts'

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface BuiltProgram {
  readonly file: string
  /** An environment without anything of the machine's that faq listens to. */
  readonly environment: Readonly<Record<string, string>>
  readonly run: (args: readonly string[], options?: RunOptions) => Ran
  readonly remove: () => void
}

interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** The folder of captured outputs and the programs that printed them. */
export const shop = fileURLToPath(new URL('fixtures/shop', import.meta.url))

/** What the verbs load besides themselves. */
const lazy = ['inspect-sources', 'fix-report']

/** Bundles main and the verbs `modules`. */
export function buildProgram(modules: readonly string[]): BuiltProgram {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'faq-test-'))
  const known = new Set(readdirSync(here))
  buildSync({
    entryPoints: ['main', ...modules, ...lazy]
      .filter(m => known.has(`${m}.ts`))
      .map(m => join(here, `${m}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outExtension: { '.js': '.cjs' },
    define: { FAQ_VERSION: '"0.0.0-test"' },
    logLevel: 'error',
  })
  // As the build does: an import() would warn in a script from V8's cached form.
  const inspecting = join(folder, 'inspect-sources.cjs')
  const code = readFileSync(inspecting, 'utf8')
  writeFileSync(
    inspecting,
    code.replace(/import\(("[a-z/:]+")\)/g, 'Promise.resolve(process.getBuiltinModule($1))'),
  )
  const grammars = fileURLToPath(new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm', import.meta.url))
  symlinkSync(grammars, join(folder, 'grammars'))
  const kb = compileKnowledgeBase(loadFolder(join(here, 'fixtures/kb')), () => ['go1.26.8'])
  writeFileSync(join(folder, 'kb.bin'), kb)
  const file = join(folder, 'main.cjs')
  const environment = { PATH: process.env.PATH ?? '', HOME: folder }
  return {
    file,
    environment,
    run: (args, { input = '', env = {}, cwd = shop } = {}) => {
      const done = spawnSync(process.execPath, [file, ...args], {
        input,
        cwd,
        env: { ...environment, ...env },
      })
      return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
