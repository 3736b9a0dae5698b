// `faq why`: explains the failures in files, standard input or words of the command line.

import { explainReadings, type Reading, why } from '../why.ts'
import { inspect } from './inspect.ts'
import { loadBundle } from './load-bundle.ts'
import { openInstalled } from './open-installed.ts'
import { isTerminalAt } from './output.ts'
import { type Progress, readInput } from './read-input.ts'
import { isRefusal } from './refusal.ts'
import { renderReport } from './render-report.ts'
import { openSourceFolder } from './source-folder.ts'
import type { Call } from './verb.ts'
import { pasteHere } from './words.ts'

/** What cannot be read is said on standard error and makes the exit code 2; the rest is explained all the same. */
export async function perform(call: Call): Promise<number> {
  // A wrong --src is said before anything is read.
  const folder = openSourceFolder(call.values.src ?? '.')
  const words = call.args.length > 0 ? call.args : ['-']
  if (words.includes('-') && isTerminalAt(0)) call.err.write(`${pasteHere[call.language]}\n`)
  const readings: Reading[] = []
  let code = 0
  for (const word of words) {
    try {
      readings.push(await readInput(word, showProgress(call, word)))
    } catch (error) {
      if (!isRefusal(error)) throw error
      call.err.write(`faq: ${error.words[call.language]}\n`)
      code = error.exitCode
    }
  }
  if (readings.length > 0) {
    const kb = openInstalled()
    const report = await inspect(explainReadings(readings, kb), folder)
    call.out.write(renderReport(report, call, call.out, folder))
    if (call.flags.has('fix')) {
      const { exports } = loadBundle<typeof import('./fix-report.ts')>('fix-report')
      const explain = (bytes: Uint8Array) => why([{ name: '-', bytes }], kb)
      code = Math.max(code, exports.fixReport(report, call, folder, explain))
    }
  }
  return code
}

/** A line on a terminal that is rewritten as the scan goes on, and wiped at its end. */
function showProgress(call: Call, name: string): Progress {
  let shown = 0
  return (seen, size) => {
    if (!call.err.terminal) return
    const now = Date.now()
    const done = size !== null && seen >= size
    if (now - shown < 100 && !done) return
    shown = now
    const part = size === null || size === 0 ? '' : ` ${Math.floor((100 * seen) / size)}%`
    call.err.write(
      done ? '\r\x1b[K' : `\r\x1b[K${name === '-' ? '' : `${name} `}${Math.floor(seen / 1e6)} MB${part}`,
    )
  }
}
