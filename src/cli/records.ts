// `faq records`: captures what the programs of a folder of entries print, on every toolchain of this machine.

import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { compileKnowledgeBase } from '../compile.ts'
import { sourceOfBytes } from '../kb/container.ts'
import { loadFolder } from '../kb/load-folder.ts'
import { openKnowledgeBase } from '../kb/open.ts'
import { cacheFolder } from '../prove/cache-folder.ts'
import { findToolchains } from '../prove/find-toolchains.ts'
import { judge } from '../prove/judge.ts'
import { openProofCache } from '../prove/proof-cache.ts'
import { findPyodide, pyodideVersions } from '../prove/pyodide.ts'
import { changeRecords, mergeRecords, recordedToolchains, recordLinesOf } from '../prove/records.ts'
import { runProofs } from '../prove/run-programs.ts'
import { recordsThirdParty } from '../prove/third-party-versions.ts'
import type { Toolchain } from '../prove/toolchain.ts'
import { escapeControls } from '../render/escape.ts'
import { explainWith } from './explain-output.ts'
import { openInstalledParse } from './inspect.ts'
import { openProgress } from './prove-progress.ts'
import { renderJudgement } from './prove-report.ts'
import { fetchWords, missingWords, recordedWords } from './prove-words.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { versionList } from './version-list.ts'
import { noEntryFolder, noSuchEntryFile } from './words.ts'

/**
 * Writes `records/<toolchain>.jsonl` beside the folder of entries (`--kb`, default `kb`), for the entries named or
 * all. Only what holds is recorded; what does not is shown, loses its record, and makes the exit code 1.
 */
export async function perform(call: Call): Promise<number> {
  const { args, flags, values, language, err } = call
  const folder = values.kb ?? 'kb'
  if (!existsSync(folder)) throw new Refusal(noEntryFolder(folder))
  const parsed = loadFolder(folder)
  for (const id of args) {
    if (!parsed.some(({ entry }) => entry.id === id)) throw new Refusal(noSuchEntryFile(id, folder))
  }
  const explain = explainWith(
    openKnowledgeBase(sourceOfBytes(compileKnowledgeBase(parsed, () => []))),
    await openInstalledParse(),
  )
  const entries = parsed.map(({ entry }) => entry).filter(({ id }) => args.length === 0 || args.includes(id))
  // Asked when records are written: somebody may have added an entry since.
  const exists = (id: string) => existsSync(join(folder, `${id}.md`))
  const records = join(dirname(resolve(folder)), 'records')
  const cache = flags.has('no-cache') ? null : openProofCache(join(cacheFolder(), 'proofs'))
  const progress = openProgress(err, language)
  let failed = false

  const capture = async (toolchain: Toolchain, named: boolean) => {
    const mine = entries.filter(
      ({ tool, proof }) =>
        tool === toolchain.tool && (proof.needs === undefined || named || recordsThirdParty(toolchain)),
    )
    const results = await runProofs(mine, toolchain, {
      cache,
      progress: done => progress.show(done, mine.length, toolchain.id),
      prepare: {
        fetch: true,
        tell: event => {
          progress.clear()
          err.write(`${escapeControls(fetchWords(event)[language])}\n`)
        },
      },
    })
    progress.clear()
    const good = results.filter(result => {
      const entry = entries.find(({ id }) => id === result.entry)
      if (entry === undefined || result.skipped !== undefined) return false
      const judgement = judge(entry, result, explain)
      if (judgement.holds !== false) return true
      failed = true
      err.write(renderJudgement(judgement, entry, { language, color: err.color, brief: false }))
      return false
    })
    const fresh = good.flatMap(recordLinesOf)
    // What could not run here keeps the record that another machine made.
    const kept = results.filter(({ skipped }) => skipped !== undefined && skipped !== 'range')
    const ran = new Set(results.filter(result => !kept.includes(result)).map(({ entry }) => entry))
    let changed = 0
    await changeRecords(records, toolchain.id, old => {
      const lines = mergeRecords(old, fresh, ran, exists, explain)
      changed = lines.filter(line => !old.includes(line)).length
      return lines
    })
    err.write(`${recordedWords(toolchain.id, fresh.length, changed)[language]}\n`)
  }

  // With neither option, everything this machine has.
  const asked = values.go !== undefined || values.python !== undefined
  const query = (value: string | undefined) =>
    asked ? (value === undefined ? null : versionList(value)) : ['all']
  const { found, missing } = await findToolchains({ go: query(values.go), python: query(values.python) })
  const pyodides = flags.has('pyodide') ? pyodideVersions : []
  const named = pyodides.filter(minor => versionList(values.python ?? '').includes(minor))
  for (const item of missing) {
    if (!named.includes(item.version)) err.write(`${missingWords(item)[language]}\n`)
  }
  for (const toolchain of found) {
    const versions = toolchain.tool === 'go' ? values.go : values.python
    await capture(toolchain, versions !== undefined && !versionList(versions).includes('all'))
  }
  for (const minor of named.length > 0 ? named : pyodides) {
    const toolchain = await findPyodide(minor)
    if ('reason' in toolchain) err.write(`${missingWords(toolchain)[language]}\n`)
    else await capture(toolchain, false)
  }
  await dropRetired(records, exists)
  return failed ? 1 : 0
}

/** Takes entries that are no more out of the records of toolchains that did not run. */
async function dropRetired(records: string, exists: (id: string) => boolean): Promise<void> {
  for (const toolchain of await recordedToolchains(records)) {
    await changeRecords(records, toolchain, lines => lines.filter(line => exists(line.entry)))
  }
}
