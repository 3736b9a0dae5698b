// Which import a name needs that nothing in the file defines: as other files of the project have it, a definition in
// the project, the standard library.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene, SyntaxNode } from '../../inspection.ts'
import type { Wanted } from './import-lines.ts'
import { folderOf } from './modules.ts'
import { outlineOf } from './outline.ts'
import { field } from './place.ts'
import { standardMembers, standardModules, standardModulesWith } from './standard-library.ts'

/** What people call modules that are not of the standard library, or shorter than they are called. */
const customary: Readonly<Record<string, string>> = {
  np: 'numpy',
  pd: 'pandas',
  plt: 'matplotlib.pyplot',
  tf: 'tensorflow',
  sa: 'sqlalchemy',
  dt: 'datetime',
  ET: 'xml.etree.ElementTree',
}

/** A file more is a file to read; a project's own imports are near. */
const mostFiles = 120

/** The imports that bring `name`, the likeliest first; `attribute` is what is taken of it, null where nothing is. */
export function findImports(scene: Scene, name: string, attribute: string | null): readonly Wanted[] {
  const found: Wanted[] = []
  const add = (wanted: Wanted) => {
    const isKnown = found.some(
      ({ module, name: other, alias }) =>
        module === wanted.module && other === wanted.name && alias === wanted.alias,
    )
    if (!isKnown) found.push(wanted)
  }
  const files = filesNear(scene)
  for (const wanted of importsElsewhere(scene, files, name)) add(wanted)
  const fits = (module: string) =>
    attribute === null || (standardMembers(module)?.includes(attribute) ?? true)
  if (attribute !== null && standardModules.includes(name) && fits(name))
    add({ module: name, name: null, alias: null })
  const alias = customary[name]
  if (alias !== undefined && attribute !== null && fits(alias))
    add({ module: alias, name: null, alias: name })
  for (const module of definitions(scene, files, name)) add({ module, name, alias: null })
  for (const module of preferImported(scene, standardModulesWith(name))) add({ module, name, alias: null })
  return found
}

/** Modules that the file imports from already come first, then `typing`, whose names other modules have as well. */
function preferImported(scene: Scene, modules: readonly string[]): readonly string[] {
  const { imports } = outlineOf(scene, scene.file)
  const rank = (module: string) =>
    imports.some(known => known.module === module)
      ? 0
      : module === 'typing'
        ? 1
        : module.includes('.')
          ? 3
          : 2
  const sorted = [...modules].sort((a, b) => rank(a) - rank(b))
  const [best] = sorted
  return best !== undefined && rank(best) === 0 ? [best] : sorted
}

/** The Python files of the same folder, then of the folders around and beside it. */
function filesNear(scene: Scene): readonly SourceFile[] {
  const own = folderOf(scene.file.path)
  const found: SourceFile[] = []
  const seen = new Set<string>()
  const queue = [own]
  for (let up = own; up !== ''; up = folderOf(up)) queue.push(folderOf(up))
  for (let next = 0; next < queue.length && found.length < mostFiles; next++) {
    const folder = queue[next] ?? ''
    if (seen.has(folder)) continue
    seen.add(folder)
    for (const item of scene.folder.list(folder)) {
      const path = folder === '' ? item : `${folder}/${item}`
      if (item.endsWith('/')) {
        if (/^[A-Za-z_]\w*\/$/.test(item) && item !== '__pycache__/') queue.push(path.slice(0, -1))
      } else if (item.endsWith('.py') && path !== scene.file.path && found.length < mostFiles) {
        const file = scene.folder.open(path)
        if (file !== null && file.path === path) found.push(file)
      }
    }
  }
  return found
}

/** The imports by which other files of the project have `name`, the most used of the nearest files first. */
function importsElsewhere(scene: Scene, files: readonly SourceFile[], name: string): readonly Wanted[] {
  const counts = new Map<string, { wanted: Wanted; count: number }>()
  const own = folderOf(scene.file.path)
  for (const file of files) {
    if (!file.text.includes(name)) continue
    for (const wanted of importsOf(file, name)) {
      const here = movedImport(wanted, file, scene.file)
      const key = `${here.module} ${here.name ?? ''} ${here.alias ?? ''}`
      const before = counts.get(key)
      const weight = folderOf(file.path) === own ? 3 : 1
      counts.set(key, { wanted: here, count: (before?.count ?? 0) + weight })
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ wanted }) => wanted)
}

/** The imports of one file that bind `name`, read by its lines: a tree would cost more than it tells. */
function importsOf(file: SourceFile, name: string): readonly Wanted[] {
  const found: Wanted[] = []
  for (let i = 0; i < file.lines.length; i++) {
    const line = file.lines[i] ?? ''
    // from ..language import DirectiveLocation, Node as N
    const from = /^from\s+([.\w]+)\s+import\s+(.*)$/.exec(line)
    // import xml.etree.ElementTree as etree
    const plain = /^import\s+(.+)$/.exec(line)
    if (from !== null) {
      let names = from[2] ?? ''
      for (let more = 0; names.includes('(') && !names.includes(')') && more < 60; more++)
        names += ` ${(file.lines[++i] ?? '').replace(/#.*$/, '')}`
      for (const part of names.replace(/#.*$/, '').replace(/[()]/g, '').split(',')) {
        const [word = '', as, alias] = part.trim().split(/\s+/)
        const bound = as === 'as' ? (alias ?? '') : word
        if (bound === name)
          found.push({ module: from[1] ?? '', name: word, alias: bound === word ? null : bound })
      }
    } else if (plain !== null) {
      for (const part of (plain[1] ?? '').replace(/#.*$/, '').split(',')) {
        const [word = '', as, alias] = part.trim().split(/\s+/)
        if (as === 'as' ? alias === name : word === name)
          found.push({ module: word, name: null, alias: as === 'as' ? (alias ?? null) : null })
      }
    }
  }
  return found
}

/** A relative import of one file as another must write it. */
function movedImport(wanted: Wanted, from: SourceFile, to: SourceFile): Wanted {
  if (!wanted.module.startsWith('.') || folderOf(from.path) === folderOf(to.path)) return wanted
  const dots = wanted.module.length - wanted.module.replace(/^\.+/, '').length
  let folder = folderOf(from.path)
  for (let up = 1; up < dots; up++) folder = folderOf(folder)
  const target = [...folder.split('/'), ...wanted.module.slice(dots).split('.')].filter(part => part !== '')
  return { ...wanted, module: relativeName(target, to) }
}

/** `..store.item` for the module whose path is `target`. */
function relativeName(target: readonly string[], to: SourceFile): string {
  const own = folderOf(to.path)
    .split('/')
    .filter(part => part !== '')
  let common = 0
  while (common < own.length && common < target.length && own[common] === target[common]) common++
  return `${'.'.repeat(own.length - common + 1)}${target.slice(common).join('.')}`
}

/** The modules of the project that define `name` at their top level, as the file would name them. */
function definitions(scene: Scene, files: readonly SourceFile[], name: string): readonly string[] {
  const start = new RegExp(`^(?:class|def|async def) ${name}\\b|^${name}\\s*[:=]`, 'm')
  const relative = outlineOf(scene, scene.file).imports.some(({ module }) => module.startsWith('.'))
  return files
    .filter(({ text }) => text.includes(name) && start.test(text))
    .map(({ path }) => {
      const parts = path.replace(/(?:\/__init__)?\.py$/, '').split('/')
      return relative ? relativeName(parts, scene.file) : parts.join('.')
    })
}

/** The name that is taken of `node`: `dumps` of the `json` in `json.dumps`; null where nothing is. */
export function attributeOf(node: SyntaxNode): string | null {
  const parent = node.parent
  return parent?.type === 'attribute' && field(parent, 'object')?.id === node.id
    ? (field(parent, 'attribute')?.text ?? null)
    : null
}
