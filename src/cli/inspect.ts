// Sharpens a report by the source at hand, if there is any to look at.

import { placeToLook, type Tool } from '../model/failure.ts'
import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import type { Parse } from '../source/inspector.ts'
import { type LoadedBundle, loadBundle } from './load-bundle.ts'

/** The report, with what the reader's files in `folder`, or the lines that messages echo, tell. */
export async function inspect(report: Report, folder: SourceFolder): Promise<Report> {
  const tools = toolsToInspect(report, folder)
  if (tools.size === 0) return report
  const { exports, keep } = loadInspecting()
  const inspected = await exports.inspectSources(report, folder, tools, grammars())
  keep()
  return inspected
}

/** The grammars of all tools, for what judges whole programs. */
export async function openInstalledParse(): Promise<Parse> {
  return await loadInspecting().exports.openParse(new Set(['go', 'python']), grammars())
}

function grammars(): string {
  return `${__dirname}/grammars`
}

function loadInspecting(): LoadedBundle<typeof import('./inspect-sources.ts')> {
  return loadBundle('inspect-sources')
}

/** The tools whose source an inspection of this report would look at; none: there is nothing to inspect. */
function toolsToInspect({ findings }: Report, folder: SourceFolder): ReadonlySet<Tool> {
  const entries = findings.flatMap(({ entry, confidence, suspects, failure }) => {
    const place = placeToLook(failure)
    return place === null
      ? []
      : [
          // Of the echoed line alone, only what it decides is worth the time.
          ...(entry !== null &&
          confidence !== 'guess' &&
          entry.inspect.length > 0 &&
          folder.open(place.file) !== null
            ? [entry]
            : []),
          ...suspects.map(suspect => suspect.entry),
        ]
  })
  return new Set(entries.map(({ tool }) => tool))
}
