// `import path from os`: the order of JavaScript.

import { swapImport } from '../words.ts'
import { repairing } from './repair.ts'
import { logicalLineAt } from './statements.ts'

export const importOrder = repairing((source, { line }) => {
  const tokens = logicalLineAt(source.lines, line)?.tokens ?? []
  const [first] = tokens
  const from = tokens.findIndex(({ text }) => text === 'from')
  const [before, after, last] = [tokens[from - 1], tokens[from + 1], tokens.at(-1)]
  const second = tokens[1]
  if (first?.text !== 'import' || from < 2 || !before || !after || !last || !second) return []
  const names = source.text.slice(second.start, before.end).replace(/^\{\s*|\s*\}$/g, '')
  const module = source.text.slice(after.start, last.end)
  const text = `from ${module} import ${names}`
  return [
    { title: swapImport, changes: [{ start: first.start, end: last.end, text }], slots: { names, module } },
  ]
})
