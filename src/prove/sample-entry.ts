// Entries for the tests of this folder: only what proving looks at, the rest empty.

import type { Entry, Proof } from '../model/entry.ts'

/** An entry `id` with one file for each of `programs`, by role. */
export function sampleEntry(
  id: string,
  programs: Readonly<Record<string, string>>,
  more: Partial<Pick<Entry, 'measure' | 'kind'>> &
    Partial<Pick<Proof, 'run' | 'range' | 'needs' | 'server'>> = {},
): Entry {
  const tool = id.startsWith('go/') ? 'go' : 'python'
  const { measure, kind = 'failure', ...proof } = more
  return {
    id,
    tool,
    kind,
    title: { en: id, zh: id },
    codes: [],
    signatures: [],
    slots: [],
    inspect: [],
    sources: [],
    see: [],
    aliases: [],
    seed: [],
    prose: { en: {}, zh: {} },
    proof: {
      files: Object.entries(programs).map(([label, text]) => {
        // also/loop/main.go >=1.22
        const [fence = '', range] = label.split(' ')
        const [role, ...path] = fence.split('/')
        const name = path.join('/') || (tool === 'go' ? 'main.go' : 'main.py')
        const file = { role: role as Proof['files'][number]['role'], name, text }
        return range === undefined ? file : { ...file, range }
      }),
      ...proof,
    },
    verified: [],
    ...(measure === undefined ? {} : { measure }),
  }
}
