// Runs many Go programs as packages of one module: compiled together, and linked together where they must run.

import { constants } from 'node:os'
import { join } from 'node:path'
import { foldersOf, normalizeOutput } from './normalize.ts'
import { eachOf } from './pool.ts'
import type { Program, ProofPrograms, Run } from './program.ts'
import { runCommand } from './run-command.ts'
import { environmentOf, type Sandbox, writeFiles } from './sandbox.ts'
import { splitBuildOutput } from './split-build-output.ts'
import type { Toolchain } from './toolchain.ts'

const moduleName = 'example.com/proof'
const buildLimit = { timeLimit: 600_000, outputLimit: 64 << 20 }

/** A program and the folder of its package below the module's. */
interface Package {
  readonly program: Program
  /** `p/go-nil-map-write.broken`; its last part also names the executable. */
  readonly folder: string
  readonly executable: string
}

/** What became of a batch; `alone` are programs that keep Go from even loading them and need a folder of their own. */
export interface BatchResult {
  readonly runs: readonly Run[]
  readonly alone: readonly Program[]
}

/** Whether a program can be one package of a larger module: default build, one folder, no module file. */
export function fitsBatch(program: Program): boolean {
  return (
    program.tool === 'go' &&
    program.run === undefined &&
    program.needs === undefined &&
    program.server === undefined &&
    program.role !== 'before' &&
    program.role !== 'after' &&
    program.files.every(
      ({ name }) => name.endsWith('.go') && !name.endsWith('_test.go') && !name.includes('/'),
    )
  )
}

/**
 * Runs the programs of `proofs` that `fitsBatch` accepts. What builds is run, except the `fixed` of a `broken` that
 * does not build: building proves enough of the fix of a compile error.
 */
export async function runGoBatch(
  proofs: readonly ProofPrograms[],
  toolchain: Toolchain,
  sandbox: Sandbox,
): Promise<BatchResult> {
  const packages = proofs.flatMap(proof =>
    proof.programs.filter(fitsBatch).map(program => packageOf(program)),
  )
  if (packages.length === 0) return { runs: [], alone: [] }
  await writeFiles(sandbox.app, [
    { name: 'go.mod', text: moduleFile(moduleName, toolchain) },
    ...packages.flatMap(({ program, folder }) =>
      program.files.map(file => ({ name: `${folder}/${file.name}`, text: file.text })),
    ),
  ])
  const go = (...args: string[]) =>
    runCommand([...toolchain.command, ...args], {
      cwd: sandbox.app,
      env: environmentOf(toolchain, sandbox),
      ...buildLimit,
    })

  const unloadable = await findUnloadable(go)
  const loadable = packages.filter(({ folder }) => !unloadable.has(`${moduleName}/${folder}`))
  const pathsOf = (some: readonly Package[]) => some.map(({ folder }) => `./${folder}`)
  // `go build` would link all commands as well, which takes ten times as long as compiling them.
  const built = await go('list', '-export', '-f', '{{""}}', ...pathsOf(loadable))
  const compileErrors = splitBuildOutput(built.output, moduleName)
  const compiled = (item: Package) => !compileErrors.has(item.folder)
  const brokenFailed = new Set(
    packages
      .filter(item => item.program.role === 'broken' && !(loadable.includes(item) && compiled(item)))
      .map(item => item.program.entry),
  )
  const mustRun = loadable.filter(
    item =>
      compiled(item) &&
      isCommand(item.program) &&
      (item.program.role !== 'fixed' || !brokenFailed.has(item.program.entry)),
  )
  const linked =
    mustRun.length === 0
      ? null
      : await go('build', '-ldflags=-w', '-o', `bin${pathSeparator}`, ...pathsOf(mustRun))
  const linkErrors = splitBuildOutput(linked?.output ?? '', moduleName)

  const runs = await eachOf(loadable, 2, async (item): Promise<Run> => {
    const errors = compileErrors.get(item.folder) ?? linkErrors.get(item.folder)
    if (errors !== undefined) return buildRun(item, errors, toolchain, sandbox)
    return mustRun.includes(item)
      ? runPackage(item, toolchain, sandbox)
      : buildRun(item, '', toolchain, sandbox)
  })
  return { runs, alone: packages.filter(item => !loadable.includes(item)).map(item => item.program) }
}

/** A go.mod whose language version is the toolchain's, so that old toolchains accept it and new ones show their best. */
export function moduleFile(name: string, toolchain: Toolchain): string {
  const [major = '1', minor = '0'] = toolchain.version.split('.')
  return `module ${name}\n\ngo ${major}.${minor}\n`
}

const pathSeparator = process.platform === 'win32' ? '\\' : '/'

function packageOf(program: Program): Package {
  // Folders that begin with `.` or `_`, or are named `testdata`, would be passed over.
  const name = `${program.entry}.${program.role}`.replaceAll('/', '-')
  const executable = process.platform === 'win32' ? `${name}.exe` : name
  return { program, folder: `p/${name}`, executable }
}

function isCommand(program: Program): boolean {
  return program.files.some(file => /^package main\b/m.test(file.text))
}

/** Packages that fail before the compiler sees them; one such package keeps `go build` from building any other. */
async function findUnloadable(
  go: (...args: string[]) => Promise<{ readonly output: string }>,
): Promise<ReadonlySet<string>> {
  const { output } = await go(
    'list',
    '-e',
    '-f',
    '{{if .Incomplete}}incomplete {{.ImportPath}}{{end}}',
    './...',
  )
  const found = new Set<string>()
  for (const line of output.split(/\r?\n/)) {
    // incomplete example.com/proof/p/go-missing-module.broken
    const [, path] = /^incomplete (\S+)$/.exec(line) ?? []
    if (path !== undefined) found.add(path)
  }
  return found
}

function buildRun(item: Package, output: string, toolchain: Toolchain, sandbox: Sandbox): Run {
  const { entry, role } = item.program
  const folders = foldersOf(toolchain, sandbox, join(sandbox.app, item.folder))
  return {
    entry,
    role,
    command: 'go build',
    exit: output === '' ? 0 : 1,
    output: normalizeOutput(output, folders),
  }
}

async function runPackage(item: Package, toolchain: Toolchain, sandbox: Sandbox): Promise<Run> {
  const { entry, role } = item.program
  const folder = join(sandbox.app, item.folder)
  const result = await runCommand([join(sandbox.app, 'bin', item.executable)], {
    cwd: folder,
    env: environmentOf(toolchain, sandbox),
    apart: role === 'demo',
  })
  const printed = role === 'demo' && result.exit !== 0 ? result.output + result.errors : result.output
  return {
    entry,
    role,
    command: 'go run .',
    exit: result.exit === 0 || (result.exit >= 124 && result.exit <= 127) ? result.exit : 1,
    output: normalizeOutput(withExitStatus(printed, result.exit), foldersOf(toolchain, sandbox, folder)),
  }
}

/** What `go run` adds below the output of a program that failed. */
function withExitStatus(output: string, exit: number): string {
  if (exit === 0 || (exit >= 124 && exit <= 127)) return output
  const start = output === '' || output.endsWith('\n') ? output : `${output}\n`
  return `${start}${exit > 128 ? `signal: ${signalName(exit - 128)}` : `exit status ${exit}`}\n`
}

const signalWords: Readonly<Record<string, string>> = {
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGINT: 'interrupt',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
}

function signalName(number: number): string {
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? ''
  return signalWords[name] ?? `${number}`
}
