// A report in the format that the command line asks for.

import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import { renderJson } from '../render/json.ts'
import { renderMarkdown } from '../render/markdown.ts'
import { renderTerminal } from '../render/terminal.ts'
import type { Call, Output } from './verb.ts'

/** The version of the package; the build puts it in. */
declare const FAQ_VERSION: string

/** The report as text for `to`, with the source in `folder` in reach. */
export function renderReport(report: Report, call: Call, to: Output, folder: SourceFolder): string {
  const { language } = call
  const source = folder.open
  const format = call.flags.has('json') ? 'json' : (call.values.format ?? 'terminal')
  if (format === 'json') return renderJson(report, { version: FAQ_VERSION, language, source })
  if (format === 'markdown') return renderMarkdown(report, { language, source })
  return renderTerminal(report, { language, color: to.color, width: to.width, source })
}
