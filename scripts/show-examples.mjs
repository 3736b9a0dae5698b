// The main job on real failures: each folder of examples/ holds a program, what was typed, and what it printed.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

/** Explains every example as a reader would see it; returns the exit code. */
export function showExamples() {
  const folder = join(root, 'examples')
  for (const name of readdirSync(folder).sort()) {
    const example = join(folder, name)
    const typed = readFileSync(join(example, 'command.txt'), 'utf8').trim()
    process.stdout.write(`\n$ cd examples/${name} && ${typed} 2>&1 | faq\n\n`)
    const { status } = spawnSync(
      process.execPath,
      [join(root, 'dist/faq.cjs'), 'why', '--src', example, join(example, 'output.txt')],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    if (status !== 0) return status ?? 1
  }
  const zh = /^zh/.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  console.log(
    zh
      ? '\n换成你自己的输出：npm start -- why build.log，或者 go build ./... 2>&1 | npm start -- why'
      : '\nOn your own output: npm start -- why build.log, or go build ./... 2>&1 | npm start -- why',
  )
  return 0
}
