// Runs a command in a pseudo-terminal of its own, through util-linux `script`, and keeps the tail of its output.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { constants as flags, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOutputTail } from './output-tail.ts'
import { type CommandResult, forwardSignals, keptBytes } from './run-command.ts'

/** Whether there is a `script` that can do this: not BSD's, which has other options. */
export function canRunInTerminal(): boolean {
  const { stdout } = spawnSync('script', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return stdout?.includes('util-linux') ?? false
}

/**
 * Runs `words` where all three of our streams are the terminal: the command sees one as well, so colours, prompts and
 * debuggers work as they do without faq. `file` is the program that the first word names.
 */
export function runInTerminal(words: readonly string[], file: string): Promise<CommandResult> {
  const folder = mkdtempSync(join(tmpdir(), 'faq-run-'))
  const pipe = join(folder, 'output')
  const pidFile = join(folder, 'pid')
  spawnSync('mkfifo', ['-m', '600', pipe])
  // Opened for both, so that it has no end before `script` has opened it.
  const fd = openSync(pipe, flags.O_RDWR | flags.O_NONBLOCK)
  const tail = openOutputTail(keptBytes)
  const socket = new Socket({ fd, readable: true, writable: false })
  socket.on('data', chunk => tail.add(chunk))

  // `script` runs its command by `$SHELL -c`; the command itself is to see the reader's own.
  const { SHELL } = process.env
  const shell = SHELL === undefined ? 'unset SHELL' : `SHELL=${quote(SHELL)}`
  const line = `echo $$ > ${quote(pidFile)}; ${shell}; exec ${[file, ...words.slice(1)].map(quote).join(' ')}`
  const child = spawn('script', ['--quiet', '--flush', '--return', '--force', '--command', line, pipe], {
    stdio: 'inherit',
    env: { ...process.env, SHELL: '/bin/sh' },
  })
  const stopForwarding = forwardSignals(signal => sendTo(child, pidFile, signal))
  return new Promise((resolve, reject) => {
    const cleanUp = () => {
      stopForwarding()
      socket.destroy()
      rmSync(folder, { recursive: true, force: true })
    }
    child.on('error', error => {
      cleanUp()
      reject(error)
    })
    child.on('exit', (code, ended) => {
      // What is still in the pipe arrives before the timer does.
      setTimeout(() => {
        cleanUp()
        const status = code ?? 128 + (ended === null ? 0 : constants.signals[ended])
        const signal = Object.entries(constants.signals).find(([, n]) => n === status - 128)?.[0] ?? null
        resolve({
          code: status,
          signal,
          interrupted: signal === 'SIGINT',
          output: withoutMarks(tail.bytes()),
        })
      }, 20)
    })
  })
}

/** To the command itself: `script` would turn every signal into SIGTERM. */
function sendTo(child: ChildProcess, pidFile: string, signal: NodeJS.Signals): void {
  try {
    process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), signal)
  } catch {
    child.kill(signal)
  }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}

/** `script` writes `Script started on 2026-11-27 …` before and `Script done on …` after. */
function withoutMarks(bytes: Uint8Array): Uint8Array {
  const all = Buffer.from(bytes)
  const start = all.subarray(0, 18).toString() === 'Script started on ' ? all.indexOf(10) + 1 : 0
  const end = all.lastIndexOf('\nScript done on ')
  return all.subarray(start, end < start ? all.length : end + 1)
}
