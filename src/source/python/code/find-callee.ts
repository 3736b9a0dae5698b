// The functions of the project that a call may run.

import type { SourceFile } from '../../../model/source.ts'
import type { Scene, SyntaxNode } from '../../inspection.ts'
import { findClass, findFunction, folderOf, lineage, moduleBehind } from './modules.ts'
import { type ClassOutline, type FunctionOutline, methodAround, outlineOf } from './outline.ts'
import { field } from './place.ts'

/** Files are looked through by their text; only so many are parsed. */
const mostParsed = 4
const mostFiles = 150

/** The functions that a `call` in the failing file may run: one where it is clear, several where only the name is. */
export function findCallees(scene: Scene, call: SyntaxNode, file = scene.file): readonly FunctionOutline[] {
  const callee = field(call, 'function')
  if (callee === null) return []
  if (callee.type === 'identifier') {
    const local = outlineOf(scene, file).functions.filter(
      ({ name, owner }) => name === callee.text && owner === null,
    )
    if (local.length > 0) return local
    return byName(scene, file, callee.text)
  }
  if (callee.type !== 'attribute') return []
  const object = field(callee, 'object')
  const name = field(callee, 'attribute')?.text ?? ''
  if (object?.type === 'identifier') {
    const module = moduleBehind(scene, file, object.text)
    if (module !== null) return byName(scene, module, name)
    const own = file.path === scene.file.path ? methodAround(scene, call).owner : null
    if (own !== null && (object.text === 'self' || object.text === 'cls')) {
      const methods = methodsOf(scene, own, name)
      if (methods.length > 0) return methods.slice(0, 1)
    }
    const found = findClass(scene, file, object.text)
    if (found !== null) return methodsOf(scene, found, name).slice(0, 1)
  }
  return functionsNamed(scene, name)
}

function methodsOf(scene: Scene, owner: ClassOutline, name: string): readonly FunctionOutline[] {
  return lineage(scene, owner).flatMap(({ methods }) => methods.filter(method => method.name === name))
}

/** A function, or the `__init__` of a class. */
function byName(scene: Scene, file: SourceFile, name: string): readonly FunctionOutline[] {
  const found = findFunction(scene, file, name)
  if (found !== null) return [found]
  const owner = findClass(scene, file, name)
  return owner === null ? [] : methodsOf(scene, owner, '__init__').slice(0, 1)
}

/** All functions and methods of the project that are called `name`. */
export function functionsNamed(scene: Scene, name: string): readonly FunctionOutline[] {
  if (!/^\w+$/.test(name)) return []
  const start = new RegExp(`\\bdef ${name}\\s*\\(`)
  return filesWith(scene, text => text.includes(name) && start.test(text))
    .slice(0, mostParsed)
    .flatMap(file => outlineOf(scene, file).functions.filter(found => found.name === name))
}

/** The class of the project that has a name; the nearest where several have. */
export function classNamed(scene: Scene, name: string): ClassOutline | null {
  if (!/^\w+$/.test(name)) return null
  const start = new RegExp(`\\bclass ${name}\\b`)
  for (const file of filesWith(scene, text => text.includes(name) && start.test(text)).slice(0, 2)) {
    const found = outlineOf(scene, file).classes.find(candidate => candidate.name === name)
    if (found !== undefined) return found
  }
  return null
}

const listed = new WeakMap<object, readonly SourceFile[]>()

/** The project's files whose text says yes: the failing one, its folder, those of the stack, then the others. */
export function filesWith(scene: Scene, says: (text: string) => boolean): readonly SourceFile[] {
  return [scene.file, ...projectFiles(scene)].filter(
    (file, i, all) => says(file.text) && all.findIndex(({ path }) => path === file.path) === i,
  )
}

function projectFiles(scene: Scene): readonly SourceFile[] {
  const before = listed.get(scene.folder)
  if (before !== undefined) return before
  const found: SourceFile[] = []
  const open = (path: string) => {
    const file = scene.folder.open(path)
    if (file !== null && !found.some(other => other.path === file.path)) found.push(file)
  }
  for (const { file, own } of scene.failure.frames) if (own) open(file)
  const queue = [folderOf(scene.file.path), '']
  for (let next = 0; next < queue.length && found.length < mostFiles; next++) {
    const folder = queue[next] ?? ''
    for (const item of scene.folder.list(folder)) {
      const path = folder === '' ? item : `${folder}/${item}`
      if (item.endsWith('.py') && found.length < mostFiles) open(path)
      else if (/^[A-Za-z_]\w*\/$/.test(item) && item !== '__pycache__/' && !queue.includes(path.slice(0, -1)))
        queue.push(path.slice(0, -1))
    }
  }
  listed.set(scene.folder, found)
  return found
}
