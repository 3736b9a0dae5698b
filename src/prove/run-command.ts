// Runs one command with a time limit, an output limit and, where the system allows it, no network.

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { withoutNetwork } from './network.ts'

export interface CommandOptions {
  readonly cwd: string
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  /** In milliseconds; 20,000 when absent. */
  readonly timeLimit?: number
  /** In bytes; 1 MB when absent. What comes beyond is dropped and the command ended. */
  readonly outputLimit?: number
  /** Keep what it writes to standard error apart. When absent both are one, in the order written. */
  readonly apart?: boolean
  /** It may reach the network (it fetches a toolchain). */
  readonly network?: boolean
  /** The words that put it into the network of its server; absent: none but its own loopback. */
  readonly joined?: readonly string[]
}

export interface CommandResult {
  /** 124 when it ran out of time, 125 when it printed too much, 127 when it could not start. */
  readonly exit: number
  readonly output: string
  /** Empty unless `apart`. */
  readonly errors: string
}

const timedOut = 124
const tooLong = 125
const notStarted = 127

/** Runs `command`; never throws. When a limit is reached the whole process group is killed. */
export async function runCommand(
  command: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  const [file, ...args] = await wrap(command, options)
  if (file === undefined) return { exit: notStarted, output: '', errors: '' }
  return new Promise(resolve => {
    const output: Buffer[] = []
    const errors: Buffer[] = []
    const limit = options.outputLimit ?? 1 << 20
    let size = 0
    let forced: number | null = null
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    const stop = (exit: number) => {
      forced ??= exit
      killGroup(child.pid)
    }
    const timer = setTimeout(() => stop(timedOut), options.timeLimit ?? 20_000)
    const take = (into: Buffer[]) => (chunk: Buffer) => {
      if (size + chunk.length > limit) stop(tooLong)
      into.push(chunk.subarray(0, Math.max(0, limit - size)))
      size += chunk.length
    }
    child.stdout.on('data', take(output))
    child.stderr.on('data', take(options.apart === true ? errors : output))
    const finish = (exit: number) => {
      clearTimeout(timer)
      // Grandchildren that outlive their parent would keep the folder busy.
      killGroup(child.pid)
      resolve({ exit: forced ?? exit, output: decode(output), errors: decode(errors) })
    }
    child.on('error', () => finish(notStarted))
    child.on('exit', () => setTimeout(() => killGroup(child.pid), 1000).unref())
    child.on('close', (code, signal) =>
      finish(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    )
  })
}

async function wrap(command: readonly string[], options: CommandOptions): Promise<readonly string[]> {
  const isolated =
    options.network === true ? command : [...(options.joined ?? (await withoutNetwork())), ...command]
  // One pipe for both streams keeps the order; only a shell can hand the same pipe over twice.
  if (options.apart === true || process.platform === 'win32') return isolated
  return ['/bin/sh', '-c', 'exec "$@" 2>&1', 'sh', ...isolated]
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function decode(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}
