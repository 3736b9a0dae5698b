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

// SyntaxError: invalid syntax
const broken = /^(?:Syntax|Indentation|Tab)Error\b/

/** The tools whose source an inspection of this report would look at; none: there is nothing to inspect. */
function toolsToInspect({ findings }: Report, folder: SourceFolder): ReadonlySet<Tool> {
  const entries = findings.flatMap(({ entry, confidence, suspects, failure }) => {
    const place = placeToLook(failure)
    if (place === null) return []
    const decided = suspects.map(suspect => suspect.entry)
    if (folder.open(place.file) === null) {
      // Of a printed line alone, what its names are cannot be told, but its syntax can.
      return broken.test(failure.message) || failure.frames.length === 0 ? decided : []
    }
    const sharpened = entry !== null && confidence !== 'guess' && entry.inspect.length > 0 ? [entry] : []
    return [...sharpened, ...decided]
  })
  return new Set(entries.map(({ tool }) => tool))
}
