// Package clauses that are missing, misspelt or of another package than the files beside them.

import { isMisspelling } from '../../../model/one-slip.ts'
import type { SourceFile } from '../../../model/source.ts'
import type { Inspect, Scene } from '../../inspection.ts'
import { tokensOf } from '../statements/lexed-file.ts'
import { packageFirst } from '../syntax/words.ts'
import { renamePackage } from './words.ts'

/** More files than these in one folder are not looked at. */
const mostFiles = 200

interface Clause {
  readonly file: SourceFile
  readonly name: string
  readonly start: number
  readonly line: number
}

/** The package clause of a file; null where its first word is another. */
function clauseOf(file: SourceFile): Clause | null {
  const [keyword, name] = tokensOf(file)
  if (keyword?.text !== 'package' || name?.kind !== 'name') return null
  return { file, name: name.text, start: name.start, line: name.line }
}

/** The clauses of the Go files in a folder, those of external tests under the name that they test. */
function clausesIn(scene: Scene, folder: string): readonly Clause[] {
  return scene.folder
    .list(folder)
    .filter(name => name.endsWith('.go'))
    .slice(0, mostFiles)
    .map(name => scene.folder.open(folder === '' ? name : `${folder}/${name}`))
    .filter(file => file !== null)
    .filter(file => !/^\/\/ ?(?:go:build|\+build) ignore/m.test(file.text.slice(0, 2000)))
    .map(clauseOf)
    .filter(clause => clause !== null)
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

/** found packages nkeys (crc16.go) and nkyes (creds_utils.go) in /home/dev/nkeys */
export const packageOfFolder: Inspect = scene => {
  const { first, second, file, other, folder } = scene.slots
  if (first === undefined || second === undefined || file === undefined || other === undefined) return null
  const opened = scene.folder.open(`${folder ?? ''}/${other}`) ?? scene.folder.open(`${folder ?? ''}/${file}`)
  if (opened === null) return null
  const clauses = clausesIn(scene, folderOf(opened.path))
  const plain = (clause: Clause) =>
    clause.file.path.endsWith('_test.go') ? clause.name.replace(/_test$/, '') : clause.name
  const of = (name: string) => clauses.filter(clause => plain(clause) === name)
  const [many, few] = of(first).length >= of(second).length ? [first, second] : [second, first]
  const odd = of(few)
  const most = of(many)
  const one = odd[0]
  if (one === undefined || most.length === 0) return null
  const name = /_test$/.test(one.name) && one.file.path.endsWith('_test.go') ? `${many}_test` : many
  const isProgram = odd.some(clause => /^func main\(\)/m.test(clause.file.text))
  const folderName = folderOf(one.file.path).split('/').at(-1) ?? ''
  const looksMeant =
    few === 'main' || isMisspelling(few, many) || few.startsWith(many) || many.startsWith(few)
  const certain = odd.length === 1 && most.length > 2 && looksMeant && !isProgram && folderName !== few
  const base = (path: string) => path.split('/').at(-1) ?? path
  return {
    file: one.file.path,
    line: one.line,
    proposals: [
      {
        title: renamePackage(odd.map(clause => base(clause.file.path)).join(', '), name),
        certain,
        changes: odd.map(clause => ({
          path: clause.file.path,
          start: clause.start,
          end: clause.start + clause.name.length,
          text: clause.name === few ? many : `${many}_test`,
        })),
      },
    ],
  }
}

/** A file that begins with import or func: what the files beside it begin with. */
export const missingPackage: Inspect = scene => {
  if (!scene.whole) return null
  const { path, text } = scene.file
  const [first] = tokensOf(scene.file)
  if (first === undefined || first.text === 'package') return null
  // A name there is the keyword, misspelt, or the name without it.
  if (first.kind === 'name') return null
  const folder = folderOf(path)
  const counts = new Map<string, number>()
  for (const clause of clausesIn(scene, folder)) counts.set(clause.name, (counts.get(clause.name) ?? 0) + 1)
  const isProgram = /^func main\(\)/m.test(text)
  const base = folder.split('/').at(-1)?.replace(/\W/g, '') ?? ''
  const known = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const name = known ?? (isProgram || base === '' ? 'main' : base)
  const at = text.startsWith('\uFEFF') ? 1 : 0
  const start = first.kind === 'end' ? at : startOfCode(text, first.start, at)
  const certain = counts.size === 1 || (counts.size === 0 && isProgram)
  return {
    proposals: [
      {
        title: packageFirst(name),
        certain,
        changes: [{ path, start, end: start, text: `package ${name}\n\n` }],
      },
    ],
  }
}

/** Before the first word; a comment above it stays above the clause only when an empty line is between. */
function startOfCode(text: string, first: number, top: number): number {
  return text.slice(top, first).trim() === '' ? top : first
}
