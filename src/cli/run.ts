// `faq run`: runs a command untouched, and explains its output when it fails.

import { paintLine, span } from '../render/paint.ts'
import { why } from '../why.ts'
import { findProgram } from './find-program.ts'
import { inspect } from './inspect.ts'
import { openInstalled } from './open-installed.ts'
import { isTerminalAt } from './output.ts'
import { Refusal } from './refusal.ts'
import { renderReport } from './render-report.ts'
import { type CommandResult, isForeground, runCommand } from './run-command.ts'
import { openSourceFolder } from './source-folder.ts'
import type { Call } from './verb.ts'
import { commandFailed, commandNeeded, exitStatus, killedBy } from './words.ts'

/** Standard output and standard error are the command's; the explanation follows on standard error. */
export async function perform(call: Call): Promise<number> {
  const { language, err } = call
  if (call.args.length === 0) throw new Refusal(commandNeeded)
  const folder = openSourceFolder(call.values.src ?? '.')
  const result = await runAnyhow(call)
  if (result.code === 0 || result.interrupted) return result.code
  const read = why([{ name: '-', bytes: result.output }], openInstalled())
  // The one line that a command printed need not be what failed.
  const findings = read.findings.filter(({ failure, entry }) => failure.tool !== null || entry !== null)
  const report = await inspect({ ...read, findings }, folder)
  if (call.values.format === undefined) err.write(`\n${paintLine([span('── faq ──', 'dim')], err.color)}\n`)
  if (report.findings.length === 0 && call.values.format === undefined) {
    const status = result.signal === null ? exitStatus(result.code) : killedBy(result.signal)
    err.write(`${commandFailed(status[language])[language]}\n`)
  } else err.write(renderReport(report, call, err, folder))
  return result.code
}

/** In a terminal of its own where ours would be the command's, else through pipes. */
async function runAnyhow({ args, out, err }: Call): Promise<CommandResult> {
  if (out.terminal && err.terminal && isTerminalAt(0) && isForeground()) {
    const { canRunInTerminal, runInTerminal } = await import('./run-in-terminal.ts')
    // A command that is not there is refused by the other way.
    const file = findProgram(args[0] ?? '', process.env.PATH)
    if (file !== null && canRunInTerminal()) return await runInTerminal(args, file)
  }
  return await runCommand(args, out.terminal || err.terminal)
}
