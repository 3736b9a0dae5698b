// The modules of the reader's project, and what a name of one file means in another.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene } from '../../inspection.ts'
import { type ClassOutline, type FunctionOutline, outlineOf } from './outline.ts'

/** The folder of a path, '' at the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** The folder that a module's name as written, `..store.item`, starts from and the rest of it; null above the root. */
export function startOf(
  from: SourceFile,
  written: string,
): { folder: string; rest: readonly string[] } | null {
  const dots = written.length - written.replace(/^\.+/, '').length
  const rest = written
    .slice(dots)
    .split('.')
    .filter(part => part !== '')
  if (dots === 0) return { folder: '', rest }
  let folder = folderOf(from.path)
  for (let up = 1; up < dots; up++) {
    if (folder === '') return null
    folder = folderOf(folder)
  }
  return { folder, rest }
}

/** The file of a module, by its name as an import of `from` writes it; null for one outside the project. */
export function openModule(scene: Scene, from: SourceFile, written: string): SourceFile | null {
  const start = startOf(from, written)
  if (start === null) return null
  const roots = written.startsWith('.') ? [start.folder] : ['', 'src', folderOf(from.path)]
  for (const root of roots) {
    const base = [root, ...start.rest].filter(part => part !== '').join('/')
    const found =
      openExactly(scene, `${base}.py`) ??
      openExactly(scene, base === '' ? '__init__.py' : `${base}/__init__.py`)
    if (found !== null) return found
  }
  return null
}

/** The host looks a path up by its ending; a module is where it is. */
function openExactly(scene: Scene, path: string): SourceFile | null {
  const [folder, name] = [folderOf(path), path.slice(path.lastIndexOf('/') + 1)]
  if (!scene.folder.list(folder).includes(name)) return null
  const found = scene.folder.open(path)
  return found?.path === path ? found : null
}

/** The names of the modules and packages in a folder. */
export function modulesIn(scene: Scene, folder: string): readonly string[] {
  return scene.folder
    .list(folder)
    .flatMap(name =>
      name.endsWith('.py')
        ? name === '__init__.py'
          ? []
          : [name.slice(0, -3)]
        : name.endsWith('/') && /^[A-Za-z_]\w*\/$/.test(name) && name !== '__pycache__/'
          ? [name.slice(0, -1)]
          : [],
    )
}

/** How many imports are followed to where a name is defined. */
const mostSteps = 4

/** The class that `name`, written `Base` or `module.Base` in `file`, stands for; null for one outside the project. */
export function findClass(
  scene: Scene,
  file: SourceFile,
  name: string,
  steps = mostSteps,
): ClassOutline | null {
  const outline = outlineOf(scene, file)
  const own = outline.classes.find(candidate => candidate.name === name)
  if (own !== undefined) return own
  const there = followImport(scene, file, name)
  return there === null || steps === 0 ? null : findClass(scene, there.file, there.name, steps - 1)
}

/** The top-level function that `name` stands for in `file`; null for one outside the project. */
export function findFunction(
  scene: Scene,
  file: SourceFile,
  name: string,
  steps = mostSteps,
): FunctionOutline | null {
  const own = outlineOf(scene, file).functions.find(
    candidate => candidate.name === name && candidate.owner === null,
  )
  if (own !== undefined) return own
  const there = followImport(scene, file, name)
  return there === null || steps === 0 ? null : findFunction(scene, there.file, there.name, steps - 1)
}

/** Where an imported name comes from: `Item`, or `store.Item` of an imported module. */
function followImport(
  scene: Scene,
  file: SourceFile,
  name: string,
): { file: SourceFile; name: string } | null {
  const { imports } = outlineOf(scene, file)
  const dot = name.indexOf('.')
  if (dot !== -1) {
    const module = moduleBehind(scene, file, name.slice(0, dot))
    return module === null ? null : { file: module, name: name.slice(dot + 1) }
  }
  const found = imports.find(({ bound, module }) => bound === name && module !== '')
  if (found !== undefined) {
    const there = openModule(scene, file, found.module)
    return there === null || there.path === file.path ? null : { file: there, name: found.name }
  }
  return null
}

/** The module file that a name stands for in `file`: `import store`, `from . import store`. */
export function moduleBehind(scene: Scene, file: SourceFile, name: string): SourceFile | null {
  const found = outlineOf(scene, file).imports.find(({ bound }) => bound === name)
  if (found === undefined) return null
  if (found.module === '')
    return openModule(scene, file, found.bound === found.name.split('.')[0] ? found.bound : found.name)
  const glue = found.module.endsWith('.') ? '' : '.'
  return openModule(scene, file, `${found.module}${glue}${found.name}`)
}

/** A class and the project's classes that it inherits from, nearest first. */
export function lineage(scene: Scene, from: ClassOutline): readonly ClassOutline[] {
  const found: ClassOutline[] = [from]
  for (let next = 0; next < found.length && found.length < 12; next++) {
    const at = found[next]
    if (at === undefined) break
    for (const base of at.bases) {
      const parent = findClass(scene, at.file, base)
      if (parent !== null && !found.some(({ node }) => node.id === parent.node.id)) found.push(parent)
    }
  }
  return found
}
