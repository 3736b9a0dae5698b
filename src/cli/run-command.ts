// Runs a command with its output passed through as it comes, and keeps the tail of it.

import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { isCode, writeAll } from './output.ts'
import { openOutputTail } from './output-tail.ts'
import { Refusal } from './refusal.ts'
import { commandNotExecutable, commandNotFound } from './words.ts'

/** What is kept to be explained; a failure is said at the end. */
export const keptBytes = 4 * 1024 * 1024
/** How long to wait for output of processes that the command left behind. */
const lingerMs = 300

export interface CommandResult {
  /** The command's own exit code, or 128 and the number of the signal that ended it. */
  readonly code: number
  readonly signal: string | null
  /** The reader stopped it by Ctrl-C. */
  readonly interrupted: boolean
  /** The end of both streams, in the order in which they came. */
  readonly output: Uint8Array
}

/**
 * Runs `words` with our standard input. Its streams are pipes, so that they stay apart and every byte is as it was.
 * Where one of ours is a terminal (`terminal`), the usual variables tell it to keep its colours and not to hold back
 * its output. When all of them are, `runInTerminal` does better.
 */
export function runCommand(words: readonly string[], terminal: boolean): Promise<CommandResult> {
  const [command = '', ...args] = words
  return new Promise((resolve, reject) => {
    const tail = openOutputTail(keptBytes)
    const env = terminal ? { ...terminalVariables(process.env), ...process.env } : process.env
    const child = spawn(command, args, { stdio: ['inherit', 'pipe', 'pipe'], env })
    const streams = [
      [child.stdout, 1],
      [child.stderr, 2],
    ] as const
    for (const [stream, fd] of streams) {
      stream.on('data', (chunk: Uint8Array) => {
        tail.add(chunk)
        try {
          writeAll(fd, chunk)
        } catch (error) {
          // `faq run -- cmd | head`: the command is to meet the closed pipe itself.
          if (!isCode(error, 'EPIPE')) throw error
          stream.destroy()
        }
      })
    }
    let interrupted = false
    const stopForwarding = forwardSignals(signal => {
      if (signal === 'SIGINT') interrupted = true
      // Ctrl-C reaches the command from the terminal itself: a second one would break into its clean-up.
      if ((signal === 'SIGINT' || signal === 'SIGQUIT') && isForeground()) return
      child.kill(signal)
    })
    child.on('error', error => {
      stopForwarding()
      if (isCode(error, 'ENOENT')) reject(new Refusal(commandNotFound(command), 127))
      else reject(new Refusal(commandNotExecutable(command, error.message), 126))
    })
    child.on('exit', (code, signal) => {
      const finish = () => {
        stopForwarding()
        clearTimeout(timer)
        for (const [stream] of streams) stream.destroy()
        const number = signal === null ? 0 : constants.signals[signal]
        resolve({ code: code ?? 128 + number, signal, interrupted, output: tail.bytes() })
      }
      // A process left behind may hold the pipes open for ever.
      let timer = setTimeout(finish, lingerMs)
      for (const [stream] of streams) {
        stream.on('data', () => {
          clearTimeout(timer)
          timer = setTimeout(finish, lingerMs)
        })
      }
      child.on('close', finish)
    })
  })
}

/** What makes commands colour their output, and Python print at once, though they write to a pipe. */
function terminalVariables(env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const color = env.NO_COLOR ? {} : { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', PY_COLORS: '1' }
  return { ...color, PYTHONUNBUFFERED: '1' }
}

type Forwarded = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT'

/** Calls `send` for every signal that is meant for the command. Returns how to stop that. */
export function forwardSignals(send: (signal: Forwarded) => void): () => void {
  const handlers = (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const).map(signal => {
    const handler = () => send(signal)
    process.on(signal, handler)
    return { signal, handler }
  })
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler)
  }
}

/** Whether the terminal sends Ctrl-C to our process group, and so to the command as well. */
export function isForeground(): boolean {
  try {
    // `4711 (node) S 4700 4711 4700 34816 4711 …`: state, parent, group, session, terminal, its foreground group
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[2] === fields[5]
  } catch {
    try {
      closeSync(openSync('/dev/tty', 'r'))
      return true
    } catch {
      return false
    }
  }
}
