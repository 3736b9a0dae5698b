// Adding an import to a Go file, where gofmt would put it.

import type { TextChange } from '../../model/finding.ts'
import type { ImportSpec } from './declarations.ts'
import { fileDeclarations, type Surroundings } from './packages.ts'

/** The change that imports a package; none where the file imports it already. */
export function importChange(scene: Surroundings, path: string): readonly TextChange[] {
  const { text, path: file } = scene.file
  const { imports } = fileDeclarations(scene)
  if (imports.some(spec => spec.path === path && spec.alias === null)) return []
  const insert = (at: number, fresh: string) => [{ path: file, start: at, end: at, text: fresh }]
  const grouped = imports.filter(spec => /^[ \t]/.test(text.slice(spec.lineStart, spec.at)))
  const group = groupFor(text, grouped, path)
  if (group.length > 0) {
    const next = group.find(spec => spec.path > path)
    const last = group.at(-1)
    if (next !== undefined) return insert(next.lineStart, `\t"${path}"\n`)
    return last === undefined ? [] : insert(last.lineEnd, `\t"${path}"\n`)
  }
  const [first] = imports
  if (first !== undefined) return insert(first.lineStart, `import "${path}"\n`)
  const clause = /^package[ \t]+\w+[^\n]*\n?/m.exec(text)
  return clause === null ? [] : insert(clause.index + clause[0].length, `\nimport "${path}"\n`)
}

/** Imports stand in groups with an empty line between: the one of paths like this, else the nearest. */
function groupFor(text: string, imports: readonly ImportSpec[], path: string): readonly ImportSpec[] {
  const groups: ImportSpec[][] = []
  for (const spec of imports) {
    const before = groups.at(-1)
    const last = before?.at(-1)
    if (
      before !== undefined &&
      last !== undefined &&
      text.slice(last.lineEnd, spec.lineStart).trim() === '' &&
      !/\n[ \t]*\r?\n?$/.test(text.slice(last.lineEnd - 1, spec.lineStart))
    )
      before.push(spec)
    else groups.push([spec])
  }
  const alike = (spec: ImportSpec) => isStandard(spec.path) === isStandard(path)
  const host = path.split('/', 1)[0]
  return (
    groups.find(
      group =>
        !isStandard(path) && group.every(alike) && group.some(spec => spec.path.split('/', 1)[0] === host),
    ) ??
    groups.find(group => group.every(alike)) ??
    groups.find(group => group.some(alike)) ??
    groups[0] ??
    []
  )
}

/** Only paths of modules begin with a domain. */
export function isStandard(path: string): boolean {
  return !(path.split('/', 1)[0] ?? '').includes('.')
}
