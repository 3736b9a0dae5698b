// Runs one program in a folder of its own: Python, and Go with its own module, several packages or a `run` line.

import { moduleFile } from './go-batch.ts'
import { type LocalServer, startServer } from './local-server.ts'
import { foldersOf, normalizeOutput } from './normalize.ts'
import type { Preparation } from './preparation.ts'
import { type PrepareOptions, prepareNeeds } from './prepare-needs.ts'
import type { Program, Run, SkipReason, SourceFile } from './program.ts'
import { isPyodideOnly, suitsPyodide } from './pyodide.ts'
import { runCommand } from './run-command.ts'
import { environmentOf, openSandbox, writeFiles } from './sandbox.ts'
import type { Toolchain } from './toolchain.ts'

// Building counts too; the race detector's first build compiles the standard library anew.
const goLimit = { timeLimit: 180_000 }

/** Runs `program` and says what it printed, or why it can't be run here. */
export async function runAlone(
  program: Program,
  base: Toolchain,
  options: PrepareOptions,
): Promise<Run | SkipReason> {
  const command = commandOf(program)
  const args = wordsOf(command)
  if (args === null) return 'command'
  if (args.includes('-race') && base.race !== true) return 'race'
  if (base.wasm && !suitsPyodide(program)) return 'unsupported'
  const prepared: Preparation =
    program.needs === undefined
      ? { toolchain: base, files: [] }
      : await prepareNeeds(program.needs, base, options)
  if ('skipped' in prepared) return prepared.skipped
  const { toolchain, files } = prepared
  const server = program.server === undefined ? null : await startServer(program.server)
  if (server === null && program.server !== undefined) return 'server'
  const sandbox = await openSandbox()
  try {
    await writeFiles(sandbox.app, moduleFilesOf(program, toolchain, files))
    await writeFiles(sandbox.app, program.files)
    const result = await runCommand([...toolchain.command, ...args], {
      cwd: sandbox.app,
      env: { ...environmentOf(toolchain, sandbox), ...server?.env },
      apart: program.role === 'demo',
      ...(server === null ? {} : { joined: server.joined }),
      ...(program.tool === 'go' ? goLimit : {}),
    })
    const printed = result.output + (result.exit === 0 ? '' : result.errors)
    const plain = server === null ? printed : withUsualPort(printed, server)
    const output = normalizeOutput(plain, foldersOf(toolchain, sandbox, sandbox.app))
    if (result.exit !== 0 && lacksModule(args, output)) return 'module'
    if (toolchain.wasm && isPyodideOnly(output)) return 'unsupported'
    return { entry: program.entry, role: program.role, command, exit: result.exit, output }
  } finally {
    await Promise.all([sandbox.remove(), server?.stop()])
  }
}

/** What makes the folder of a Go program a module, unless the program says it itself. */
function moduleFilesOf(
  program: Program,
  toolchain: Toolchain,
  prepared: readonly SourceFile[],
): readonly SourceFile[] {
  if (program.tool !== 'go' || program.files.some(file => file.name === 'go.mod')) return []
  return prepared.length > 0 ? prepared : [{ name: 'go.mod', text: moduleFile('example.com/app', toolchain) }]
}

// dial tcp 127.0.0.1:41873: connect: connection refused
function withUsualPort(output: string, { ports: [port, usual] }: LocalServer): string {
  return output.replace(new RegExp(`\\b${port}\\b`, 'g'), `${usual}`)
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
