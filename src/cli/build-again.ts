// Builds again what was mended, to see what is left.

import { spawnSync } from 'node:child_process'
import { findProgram } from './find-program.ts'

export interface Rebuilt {
  /** As one would type it. */
  readonly command: string
  readonly code: number
  readonly output: Uint8Array
}

const pythons = ['python3', 'python']
// Compiled in memory: nothing is written beside the reader's files.
const compile = 'import sys\nfor f in sys.argv[1:]: compile(open(f, "rb").read(), f, "exec")'
const longestMs = 10 * 60 * 1000

/** Builds the module in `root` again, or compiles the Python files among `files`; null where nothing here can. */
export function buildAgain(root: string, files: readonly string[]): Rebuilt | null {
  const scripts = files.filter(file => file.endsWith('.py'))
  if (scripts.length > 0) {
    const python = pythons.find(name => findProgram(name, process.env.PATH) !== null)
    if (python === undefined) return null
    return run([python, '-c', compile, ...scripts], `${python} -m py_compile ${scripts.join(' ')}`, root)
  }
  if (findProgram('go', process.env.PATH) === null) return null
  // Vet compiles the tests as well.
  const words = files.some(file => file.endsWith('_test.go'))
    ? ['go', 'vet', './...']
    : ['go', 'build', './...']
  return run(words, words.join(' '), root)
}

function run([program = '', ...args]: readonly string[], command: string, root: string): Rebuilt | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    timeout: longestMs,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (error !== undefined && status === null) return null
  return { command, code: status ?? 1, output: Buffer.concat([stderr, stdout]) }
}
