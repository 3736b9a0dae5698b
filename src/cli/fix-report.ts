// `faq why --fix`: applies what is certain, builds again, and tells what is left. A bundle of its own.

import { statSync } from 'node:fs'
import type { Report } from '../model/finding.ts'
import type { SourceFolder } from '../model/source.ts'
import { escapeControls } from '../render/escape.ts'
import { buildAgain } from './build-again.ts'
import { applyCertainEdits } from './fix.ts'
import { fixedFile, leftToFix, notBuilt, nothingCertain, rebuiltClean, refusedFile } from './fix-words.ts'
import type { Call } from './verb.ts'

/** What the pipeline reads in an output. */
type ExplainBytes = (bytes: Uint8Array) => Report

/** Says on standard error what it did. The exit code: 0 when every certain edit was applied and the build is clean. */
export function fixReport(report: Report, call: Call, folder: SourceFolder, explain: ExplainBytes): number {
  const { language, err, args } = call
  const say = (words: { readonly en: string; readonly zh: string }) => err.write(`${words[language]}\n`)
  const root = call.values.src ?? '.'
  const files = applyCertainEdits(report, root, folder, writtenAt(args))
  if (files.length === 0) {
    say(nothingCertain)
    return 1
  }
  for (const file of files) {
    const path = escapeControls(file.path)
    say('applied' in file ? fixedFile(path, file.applied) : refusedFile(path, file.refused))
  }
  const applied = files.flatMap(file => ('applied' in file ? [file.path] : []))
  if (applied.length === 0) return 1
  const rebuilt = buildAgain(root, applied)
  if (rebuilt === null) {
    say(notBuilt)
    return applied.length === files.length ? 0 : 1
  }
  if (rebuilt.code === 0) {
    say(rebuiltClean(rebuilt.command))
    return applied.length === files.length ? 0 : 1
  }
  const left = explain(rebuilt.output).findings.map(({ failure: { place, message } }) =>
    escapeControls(place === null ? message : `${place.file}:${place.line}: ${message}`),
  )
  say(leftToFix(rebuilt.command, left))
  return 1
}

/** When the oldest of the files with the output was written; null when it came another way. */
function writtenAt(args: readonly string[]): number | null {
  const times = args.flatMap(word => {
    const at = statSync(word, { throwIfNoEntry: false })
    return at?.isFile() ? [at.mtimeMs] : []
  })
  return times.length === 0 ? null : Math.min(...times)
}
