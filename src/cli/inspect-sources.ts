// Inspects the source behind a report. A bundle of its own: the grammars are loaded only when there is something to see.

import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Language, Parser } from '@vscode/tree-sitter-wasm'
import { inspectReport } from '../inspect.ts'
import type { Tool } from '../model/failure.ts'
import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import { openInspector, type Parse } from '../source/inspector.ts'
import { openGoDependencies } from './go-dependencies.ts'

/** `report` with what the files in `folder` tell of the failures of `tools`. */
export async function inspectSources(
  report: Report,
  folder: SourceFolder,
  tools: ReadonlySet<Tool>,
  grammars: string,
): Promise<Report> {
  const dependencies = openGoDependencies(`${grammars}/../go-standard-library.bin`)
  try {
    // Most inspections look at words and lines alone: the grammars cost more than they.
    return inspectReport(report, openInspector(folder, needTree, dependencies))
  } catch (error) {
    if (error !== treeNeeded) throw error
    const look = async () =>
      inspectReport(report, openInspector(folder, await openParse(tools, grammars), dependencies))
    return report.findings.length < manyFindings ? await withoutOptimizing(look) : await look()
  }
}

/** From here on so much is parsed that optimizing the parser pays. */
const manyFindings = 100

/**
 * Runs `work` with WebAssembly compiled once and plainly. V8 would optimize the parser on other threads, which for
 * a file or two costs more than all else and is thrown away. The flags are put back to V8's defaults: the compiled form
 * that `loadBundle` keeps is good for one set of flags only.
 */
async function withoutOptimizing<Result>(work: () => Promise<Result>): Promise<Result> {
  const flags = ['wasm-tier-up', 'wasm-dynamic-tiering']
  for (const flag of flags) setFlagsFromString(`--no-${flag}`)
  try {
    return await work()
  } finally {
    for (const flag of flags) setFlagsFromString(`--${flag}`)
  }
}

const treeNeeded = new Error('an inspection asks for a tree')

const needTree: Parse = () => {
  throw treeNeeded
}

/** Loads the grammars of `tools` from a folder that holds `tree-sitter.wasm` and `tree-sitter-<tool>.wasm`. */
export async function openParse(tools: ReadonlySet<Tool>, grammars: string): Promise<Parse> {
  const load = (name: string) => new Uint8Array(readFileSync(`${grammars}/${name}.wasm`))
  // The type declares less than the module takes: Emscripten's own options.
  const options = { wasmBinary: load('tree-sitter') } as unknown as Parameters<typeof Parser.init>[0]
  await Parser.init(options)
  const parsers = new Map<Tool, Parser>()
  for (const tool of tools) {
    const parser = new Parser()
    parser.setLanguage(await Language.load(load(`tree-sitter-${tool}`)))
    parsers.set(tool, parser)
  }
  return (tool, text) => {
    const tree = parsers.get(tool)?.parse(text)
    if (!tree) throw new Error(`no grammar for ${tool}`)
    return tree.rootNode
  }
}
