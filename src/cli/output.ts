// Standard output and standard error, written without Node's stream machinery: loading it costs more than an answer.

import { fstatSync, statSync, writeSync } from 'node:fs'
import type { Output } from './verb.ts'

export type ColorChoice = 'auto' | 'always' | 'never'
type Environment = Readonly<Record<string, string | undefined>>

/** The output stream with descriptor `fd`. Width and terminal are looked up once, when first asked for. */
export function openOutput(fd: 1 | 2, choice: ColorChoice, env: Environment): Output {
  let terminal: boolean | null = null
  let width = 0
  const isTerminal = () => {
    terminal ??= isTerminalAt(fd)
    return terminal
  }
  return {
    get terminal() {
      return isTerminal()
    },
    get color() {
      return wantsColor(choice, isTerminal, env)
    },
    get width() {
      width ||= (isTerminal() ? columnsOf(fd) : 0) || Number.parseInt(env.COLUMNS ?? '', 10) || 80
      return Math.max(20, width)
    },
    write: text => writeAll(fd, text),
  }
}

/** Whether descriptor `fd` is a terminal; `node:tty` is loaded only for a character device other than /dev/null. */
export function isTerminalAt(fd: number): boolean {
  try {
    const at = fstatSync(fd)
    if (!at.isCharacterDevice()) return process.platform === 'win32' && require('node:tty').isatty(fd)
    if (process.platform !== 'win32' && at.rdev === statSync('/dev/null').rdev) return false
    return require('node:tty').isatty(fd)
  } catch {
    return false
  }
}

/** `--color` first, then `FORCE_COLOR` (as Node itself has it), `NO_COLOR`, a dumb terminal. */
export function wantsColor(choice: ColorChoice, isTerminal: () => boolean, env: Environment): boolean {
  if (choice !== 'auto') return choice === 'always'
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  if (env.NO_COLOR) return false
  return env.TERM !== 'dumb' && isTerminal()
}

function columnsOf(fd: 1 | 2): number {
  const stream = fd === 1 ? process.stdout : process.stderr
  return stream.columns ?? 0
}

/** Writes all bytes, also to a pipe that another process has set to non-blocking. */
export function writeAll(fd: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      if (!isCode(error, 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** Whether `error` is the system's error `code`: `EPIPE`, `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
