// Finds CPython: the one on PATH, others by their name on PATH, and those that pyenv has installed.

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { devNull, homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRange } from '../model/version-range.ts'
import { runCommand } from './run-command.ts'
import type { MissingToolchain, Toolchain } from './toolchain.ts'

const pyenvRoot = process.env.PYENV_ROOT ?? join(homedir(), '.pyenv')

// Prefixes last: in a virtual environment they differ, and output may name either.
const question = [
  'import sys',
  'print("%d.%d.%d" % sys.version_info[:3])',
  'print(sys.executable)',
  'print(sys.prefix)',
  'print(getattr(sys, "base_prefix", sys.prefix))',
].join('\n')

/**
 * What `--python all` means: the one on PATH and every CPython of pyenv that entries speak of, which is from 3.8 on,
 * oldest first. Older ones run when named.
 */
export async function pythonVersions(): Promise<readonly string[]> {
  // 3.11.7, but not pypy3.10-7.3.12 or 3.13.0t
  const names = (await installed()).filter(name => /^\d+\.\d+\.\d+$/.test(name) && inRange(name, '>=3.8'))
  return [...names, '']
}

/** CPython in `version`: a minor, a whole version, or '' for the one on PATH. */
export async function findPython(version: string): Promise<Toolchain | MissingToolchain> {
  let detail = ''
  for (const command of await candidates(version)) {
    const result = await askPython(command)
    if (typeof result === 'string') detail ||= result
    else if (version === '' || result.version === version || result.version.startsWith(`${version}.`))
      return result
  }
  return { tool: 'python', version, reason: version === '' ? 'absent' : 'version', detail }
}

async function candidates(version: string): Promise<readonly string[]> {
  if (version === '') return ['python3', 'python']
  const pyenv = (await installed())
    .filter(name => name === version || name.startsWith(`${version}.`))
    .reverse()
    .map(name => join(pyenvRoot, 'versions', name, 'bin', 'python'))
  const minor = version.split('.').slice(0, 2).join('.')
  return [...pyenv, 'python3', 'python', `python${minor}`]
}

async function installed(): Promise<readonly string[]> {
  const names = await readdir(join(pyenvRoot, 'versions')).catch(() => [])
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** The interpreter that `command` starts, or what it said instead. */
export async function askPython(command: string): Promise<Toolchain | string> {
  const result = await runCommand([command, '-c', question], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH ?? '', HOME: homedir(), PYENV_ROOT: pyenvRoot },
    network: true,
    apart: true,
  })
  if (result.exit !== 0) return result.errors.trim().split('\n').at(-1)?.trim() ?? ''
  const [version = '', executable = '', prefix = '', base = ''] = result.output.split(/\r?\n/)
  return {
    tool: 'python',
    version,
    id: `python${version}`,
    command: [plainName(executable, prefix)],
    env: {
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      PYTHONNOUSERSITE: '1',
      PYTHONUNBUFFERED: '1',
      PIP_NO_INDEX: '1',
      PIP_CONFIG_FILE: devNull,
      PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
    },
    folders: [prefix, base].flatMap(foldersOf),
  }
}

/** `bin/python` rather than `bin/python3.11`: some messages begin with the name of the interpreter. */
function plainName(executable: string, prefix: string): string {
  const plain = join(prefix, 'bin', 'python')
  return existsSync(plain) ? plain : executable
}

// A prefix such as /usr is too short to be replaced wherever it stands.
function foldersOf(prefix: string): readonly (readonly [string, string])[] {
  const parts = ['lib', 'bin', 'include'].map(
    part => [`${prefix}/${part}/python`, `/usr/local/${part}/python`] as const,
  )
  return prefix.split('/').length > 2 ? [...parts, [prefix, '/usr/local']] : parts
}
