// Runs one program in a folder of its own: Python, and Go with its own module, several packages or a `run` line.

import { moduleFile } from './go-batch.ts'
import { foldersOf, normalizeOutput } from './normalize.ts'
import type { Program, Run, SkipReason } from './program.ts'
import { isPyodideOnly, suitsPyodide } from './pyodide.ts'
import { runCommand } from './run-command.ts'
import { environmentOf, openSandbox, writeFiles } from './sandbox.ts'
import type { Toolchain } from './toolchain.ts'

// Building counts too; the race detector's first build compiles the standard library anew.
const goLimit = { timeLimit: 180_000 }

/** Runs `program` and says what it printed, or why it can't be run here. */
export async function runAlone(program: Program, toolchain: Toolchain): Promise<Run | SkipReason> {
  const command = commandOf(program)
  const args = wordsOf(command)
  if (args === null) return 'command'
  if (args.includes('-race') && toolchain.race !== true) return 'race'
  if (toolchain.wasm && !suitsPyodide(program)) return 'unsupported'
  const sandbox = await openSandbox()
  try {
    const ownModule = program.files.some(file => file.name === 'go.mod')
    await writeFiles(sandbox.app, program.files)
    if (program.tool === 'go' && !ownModule)
      await writeFiles(sandbox.app, [{ name: 'go.mod', text: moduleFile('example.com/app', toolchain) }])
    const result = await runCommand([...toolchain.command, ...args], {
      cwd: sandbox.app,
      env: environmentOf(toolchain, sandbox),
      apart: program.role === 'demo',
      ...(program.tool === 'go' ? goLimit : {}),
    })
    const printed = result.output + (result.exit === 0 ? '' : result.errors)
    const output = normalizeOutput(printed, foldersOf(toolchain, sandbox, sandbox.app))
    if (result.exit !== 0 && lacksModule(args, output)) return 'module'
    if (toolchain.wasm && isPyodideOnly(output)) return 'unsupported'
    return { entry: program.entry, role: program.role, command, exit: result.exit, output }
  } finally {
    await sandbox.remove()
  }
}

function commandOf({ tool, files, run }: Program): string {
  if (run !== undefined) return run
  if (tool === 'python') return 'python main.py'
  const main = files.some(({ name, text }) => /^[^/]+\.go$/.test(name) && /^package main\b/m.test(text))
  return main ? 'go run .' : 'go build ./...'
}

/**
 * The words after `go` or `python`. No shell reads them, so quotes are for words with blanks and nothing else is
 * special. Null for any other command.
 */
function wordsOf(command: string): readonly string[] | null {
  // go test -run 'Test Cart' ./...
  const words = command.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []
  const [tool, ...args] = words.map(word => (/^["']/.test(word) ? word.slice(1, -1) : word))
  return tool === 'go' || tool === 'python' ? args : null
}

// /usr/local/bin/python: No module named pytest
function lacksModule(args: readonly string[], output: string): boolean {
  const name = args[args.indexOf('-m') + 1]
  return args.includes('-m') && name === 'pytest' && /: No module named '?pytest'?\s*$/.test(output)
}
