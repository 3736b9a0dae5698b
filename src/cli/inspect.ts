// Sharpens a report by the source at hand, if there is any to look at.

import { toolsToInspect } from '../inspect.ts'
import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import type { Parse } from '../source/inspector.ts'

/** The report, with what the reader's files in `folder`, or the lines that messages echo, tell. */
export async function inspect(report: Report, folder: SourceFolder): Promise<Report> {
  const tools = toolsToInspect(report)
  return tools.size === 0 ? report : await inspecting().inspectSources(report, folder, tools, grammars())
}

/** The grammars of all tools, for what judges whole programs. */
export async function openInstalledParse(): Promise<Parse> {
  return await inspecting().openParse(new Set(['go', 'python']), grammars())
}

/** Not from V8's cached form: the parser's own loader uses `import()`, which warns there. */
function inspecting(): typeof import('./inspect-sources.ts') {
  return require(`${__dirname}/inspect-sources.cjs`)
}

function grammars(): string {
  return `${__dirname}/grammars`
}
