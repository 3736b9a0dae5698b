// `faq prove`: runs the programs of entries on the toolchains found, and says whether the entries hold.

import { join } from 'node:path'
import type { Entry } from '../model/entry.ts'
import type { KnowledgeBase } from '../model/knowledge-base.ts'
import { cacheFolder } from '../prove/cache-folder.ts'
import { findToolchains } from '../prove/find-toolchains.ts'
import { type Judgement, judge } from '../prove/judge.ts'
import { programsOf } from '../prove/program.ts'
import { openProofCache } from '../prove/proof-cache.ts'
import { runProofs } from '../prove/run-programs.ts'
import type { MissingToolchain } from '../prove/toolchain.ts'
import { escapeControls } from '../render/escape.ts'
import { explainWith } from './explain-output.ts'
import { findEntry } from './find-entry.ts'
import { openInstalledParse } from './inspect.ts'
import { openInstalled } from './open-installed.ts'
import { openProgress } from './prove-progress.ts'
import { renderJudgement } from './prove-report.ts'
import { countLine, entryNeeded, fetchWords, missingWords, nothingToRun } from './prove-words.ts'
import { Refusal } from './refusal.ts'
import type { Call } from './verb.ts'
import { versionList } from './version-list.ts'

/** Proves the entries named, or all with `--all`. 1 when one does not hold, 2 when nothing asked for could be run. */
export async function perform(call: Call): Promise<number> {
  const { flags, values, language, out, err } = call
  const kb = openInstalled()
  const all = flags.has('all')
  if (call.args.length === 0 && !all) throw new Refusal(entryNeeded)
  const entries = all ? allEntries(kb) : call.args.map(id => findEntry(id, kb))
  const explain = explainWith(kb, await openInstalledParse())
  const { found, missing } = await findToolchains({
    go: entries.some(e => e.tool === 'go') ? versionList(values.go) : null,
    python: entries.some(e => e.tool === 'python') ? versionList(values.python) : null,
  })
  const json = flags.has('json')
  const tell = (item: MissingToolchain) => err.write(`${missingWords(item)[language]}\n`)
  missing.forEach(tell)

  const runnable = entries.filter(entry => programsOf(entry).programs.length > 0)
  const style = { language, color: out.color, brief: all }
  const progress = openProgress(err, language)
  const cache = flags.has('no-cache') ? null : openProofCache(join(cacheFolder(), 'proofs'))
  const judgements: Judgement[] = []
  for (const toolchain of found) {
    const mine = runnable.filter(entry => entry.tool === toolchain.tool)
    const results = await runProofs(mine, toolchain, {
      cache,
      progress: done => progress.show(done, mine.length, toolchain.id),
      prepare: {
        fetch: flags.has('fetch'),
        tell: event => {
          progress.clear()
          err.write(`${escapeControls(fetchWords(event)[language])}\n`)
        },
      },
    })
    progress.clear()
    for (const result of results) {
      const entry = mine.find(({ id }) => id === result.entry)
      if (entry === undefined) continue
      const judgement = judge(entry, result, explain)
      judgements.push(judgement)
      if (!json) out.write(renderJudgement(judgement, entry, style))
    }
  }

  const failed = judgements.filter(({ holds }) => holds === false).length
  const held = judgements.filter(({ holds }) => holds === true).length
  // Skipped: out of range or unable on a toolchain, or a toolchain that is not there for any of its entries.
  const left =
    judgements.length -
    held -
    failed +
    missing.reduce((sum, { tool }) => sum + runnable.filter(entry => entry.tool === tool).length, 0)
  if (json) out.write(`${JSON.stringify({ proofs: judgements, missing }, null, 2)}\n`)
  else {
    for (const entry of entries.filter(e => !all && !runnable.includes(e)))
      out.write(`${entry.id}: ${entry.proof.none ?? nothingToRun[language]}\n`)
    out.write(`${countLine(held, failed, left)[language]}\n`)
  }
  if (failed > 0) return 1
  const askedFor = values.go !== undefined || values.python !== undefined
  return askedFor && missing.length > 0 && held === 0 ? 2 : 0
}

function allEntries(kb: KnowledgeBase): readonly Entry[] {
  return kb.ids().flatMap((_, index) => kb.entryAt(index) ?? [])
}
