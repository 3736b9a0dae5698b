// Sharpens a report by the source at hand, if there is any to look at.

import { toolsToInspect } from '../inspect.ts'
import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import type { Parse } from '../source/inspector.ts'
import { loadBundle } from './load-bundle.ts'

/** The report, with what the reader's files in `folder`, or the lines that messages echo, tell. */
export async function inspect(report: Report, folder: SourceFolder): Promise<Report> {
  const tools = toolsToInspect(report)
  if (tools.size === 0) return report
  const { exports, keep } = loadBundle<typeof import('./inspect-sources.ts')>('inspect-sources')
  const inspected = await exports.inspectSources(report, folder, tools, `${__dirname}/grammars`)
  keep()
  return inspected
}

/** The grammars of all tools, for what judges whole programs. */
export async function openInstalledParse(): Promise<Parse> {
  const { exports } = loadBundle<typeof import('./inspect-sources.ts')>('inspect-sources')
  return await exports.openParse(new Set(['go', 'python']), `${__dirname}/grammars`)
}
