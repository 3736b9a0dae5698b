// `faq run`: runs a command untouched, and explains its output when it fails.

import { paintLine, span } from '../render/paint.ts'
import { why } from '../why.ts'
import { openInstalled } from './open-installed.ts'
import { Refusal } from './refusal.ts'
import { renderReport } from './render-report.ts'
import { runCommand } from './run-command.ts'
import { openSourceFolder } from './source-folder.ts'
import type { Call } from './verb.ts'
import { commandFailed, commandNeeded, exitStatus, killedBy } from './words.ts'

/** Standard output and standard error are the command's; the explanation follows on standard error. */
export async function perform(call: Call): Promise<number> {
  const { language, err } = call
  if (call.args.length === 0) throw new Refusal(commandNeeded)
  openSourceFolder(call.values.src ?? '.')
  const result = await runCommand(call.args, call.out.terminal || err.terminal)
  if (result.code === 0 || result.interrupted) return result.code
  const report = why([{ name: '-', bytes: result.output }], openInstalled())
  if (call.values.format === undefined) err.write(`\n${paintLine([span('── faq ──', 'dim')], err.color)}\n`)
  if (report.findings.length === 0 && call.values.format === undefined) {
    const status = result.signal === null ? exitStatus(result.code) : killedBy(result.signal)
    err.write(`${commandFailed(status[language])[language]}\n`)
  } else err.write(renderReport(report, call, err))
  return result.code
}
