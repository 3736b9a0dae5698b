// Measures the two programs of an advice.
//
// Go: both hold the same benchmarks, in package-level functions `BenchmarkX`; `go test -bench` gives bytes, allocations
// and time. Python: a program prints, besides anything else, one line per measure, its name and a number:
//
//     bytes 8192
//     time 0.0132
//
// in whatever unit it likes, for both programs the same. Of several runs the smallest number counts.

import type { Measure } from '../model/entry.ts'
import { moduleFile } from './go-batch.ts'
import { foldersOf, normalizeOutput } from './normalize.ts'
import type { PrepareOptions } from './prepare-needs.ts'
import type { Measured, Program, ProofPrograms, Run, SkipReason } from './program.ts'
import { runAlone } from './run-alone.ts'
import { runCommand } from './run-command.ts'
import { environmentOf, openSandbox, writeFiles } from './sandbox.ts'
import type { Toolchain } from './toolchain.ts'

type MeasureName = keyof Measure

/** Whether a proof is to be measured rather than run. */
export function isMeasured(proof: ProofPrograms): boolean {
  return proof.programs.some(({ role }) => role === 'before' || role === 'after')
}

/** Measures both programs of `proof`; nothing else should run meanwhile where time is measured. */
export function measureProof(
  proof: ProofPrograms,
  toolchain: Toolchain,
  prepare: PrepareOptions,
): Promise<readonly Run[] | SkipReason> {
  return toolchain.tool === 'go' ? measureGo(proof, toolchain) : measurePython(proof, toolchain, prepare)
}

async function measureGo(proof: ProofPrograms, toolchain: Toolchain): Promise<readonly Run[]> {
  const sandbox = await openSandbox()
  try {
    await writeFiles(sandbox.app, [{ name: 'go.mod', text: moduleFile('example.com/app', toolchain) }])
    for (const program of proof.programs)
      await writeFiles(
        sandbox.app,
        program.files.map(file => ({ name: `${program.role}/${testName(file.name)}`, text: file.text })),
      )
    const rounds = proof.measure?.time === undefined ? '1' : '5'
    const flags = ['-run=^$', '-vet=off', '-bench=.', '-benchmem', '-benchtime=100ms', `-count=${rounds}`]
    // One after the other, each with both processors.
    const runs: Run[] = []
    for (const program of proof.programs) {
      const result = await runCommand([...toolchain.command, 'test', ...flags, `./${program.role}`], {
        cwd: sandbox.app,
        env: environmentOf(toolchain, sandbox),
        timeLimit: 120_000,
      })
      const output = normalizeOutput(result.output, foldersOf(toolchain, sandbox, sandbox.app))
      const command = 'go test -bench=. -benchmem'
      runs.push(measuredRun(program, command, result.exit, output, readBenchmarks(output)))
    }
    return runs
  } finally {
    await sandbox.remove()
  }
}

function testName(name: string): string {
  return name === 'main.go' ? 'main_test.go' : name
}

async function measurePython(
  proof: ProofPrograms,
  toolchain: Toolchain,
  prepare: PrepareOptions,
): Promise<readonly Run[] | SkipReason> {
  const rounds = proof.measure?.time === undefined ? 1 : 3
  const runs = new Map<string, Run>()
  for (let round = 0; round < rounds; round++) {
    for (const program of proof.programs) {
      const run = await runAlone(program, toolchain, prepare)
      if (typeof run === 'string') return run
      const measured = smaller(runs.get(program.role)?.measured ?? {}, readMeasures(run.output))
      runs.set(program.role, measuredRun(program, run.command, run.exit, run.output, measured))
    }
  }
  return [...runs.values()]
}

/** Its output is the numbers alone: all else that a benchmark prints differs from run to run. */
function measuredRun(
  program: Program,
  command: string,
  exit: number,
  output: string,
  measured: Measured,
): Run {
  const lines = Object.entries(measured).flatMap(([name, values]) =>
    Object.entries(values).map(([measure, value]) => `${name === '' ? '' : `${name} `}${measure} ${value}\n`),
  )
  const { entry, role } = program
  return { entry, role, command, exit, output: exit === 0 ? lines.join('') : output, measured }
}

const units: Readonly<Record<string, MeasureName>> = {
  'ns/op': 'time',
  'B/op': 'bytes',
  'allocs/op': 'allocations',
}

/** The numbers of `go test -bench -benchmem`. */
export function readBenchmarks(output: string): Measured {
  let all: Measured = {}
  for (const line of output.split('\n')) {
    // BenchmarkTotals-2   	   10000	     10432 ns/op	   25208 B/op	      12 allocs/op
    const [name = '', , ...rest] = line.trim().split(/\s+/)
    if (!name.startsWith('Benchmark')) continue
    const values: Partial<Record<MeasureName, number>> = {}
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const measure = units[rest[i + 1] ?? '']
      const value = Number(rest[i])
      if (measure !== undefined && Number.isFinite(value)) values[measure] = value
    }
    all = smaller(all, { [name.replace(/-\d+$/, '')]: values })
  }
  return all
}

/** The numbers that a Python program prints. */
export function readMeasures(output: string): Measured {
  const values: Partial<Record<MeasureName, number>> = {}
  for (const line of output.split('\n')) {
    // bytes 8192
    const [, name, number] =
      /^(bytes|allocations|time):? +(\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/.exec(line.trim()) ?? []
    if (name === 'bytes' || name === 'allocations' || name === 'time') values[name] = Number(number)
  }
  return Object.keys(values).length === 0 ? {} : { '': values }
}

function smaller(a: Measured, b: Measured): Measured {
  const all: Record<string, Partial<Record<MeasureName, number>>> = { ...a }
  for (const [name, values] of Object.entries(b)) {
    const merged: Partial<Record<MeasureName, number>> = { ...all[name] }
    for (const measure of ['bytes', 'allocations', 'time'] as const) {
      const value = values[measure]
      if (value !== undefined) merged[measure] = Math.min(value, merged[measure] ?? value)
    }
    all[name] = merged
  }
  return all
}
