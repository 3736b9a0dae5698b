// What every command of the project begins with: the dependencies installed, the program built, each only if needed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const at = path => join(root, path)
const timeOf = path => (existsSync(path) ? statSync(path).mtimeMs : 0)

/** Runs a command in the project's folder, its output on standard error; ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options })
  if (error !== undefined) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), stat.mtimeMs)
}

/** Installs the dependencies, unless they are there as the lock file wants them. */
export function ensureInstalled() {
  if (timeOf(at('node_modules/.package-lock.json')) >= timeOf(at('package-lock.json'))) return
  console.error('Installing dependencies …')
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Builds `dist/`, unless it is newer than everything that it is made from. */
export function ensureBuilt() {
  const sources = ['src', 'kb', 'records', 'scripts', 'package.json'].map(at)
  if (timeOf(at('dist/built')) > Math.max(...sources.filter(existsSync).map(newest))) return
  run(process.execPath, [at('scripts/build.mjs')])
}
