// Which packages a file may have meant by a name that it does not import.

import type { Scene } from '../inspection.ts'
import type { GoModule } from './module.ts'
import { findPackage, folderOf, moduleOf, packageNameOf, sourceOfModule } from './packages.ts'

/** How many folders of the reader's own module are looked through. */
const mostFolders = 400

/**
 * The import paths of packages called `name` that export all that the file takes from it: of the standard library, of
 * the file's module, and of those that go.mod requires. Best first.
 */
export function missingImports(scene: Scene, name: string): readonly string[] {
  const wanted = membersTaken(scene.file.text, name)
  if (wanted.length === 0) return []
  const exports = (path: string) => {
    const found = findPackage(scene, path)
    return found !== null && wanted.every(member => found.names.has(member))
  }
  const standard = scene.dependencies
    .standardPaths()
    .filter(path => packageNameOf(path) === name && exports(path))
    .sort((a, b) => a.length - b.length)
  const module = moduleOf(scene)
  const others = module === null ? [] : [...ownPackages(scene, module), ...requiredPackages(scene, module)]
  // Old and new of one package: the older is what most files import, and the newer needs `v2`.
  const own = others.filter(path => packageNameOf(path) === name && exports(path))
  const imported = own.filter(path => isImportedBeside(scene, path))
  return imported.length > 0 ? [...imported.slice(0, 1)] : [...new Set([...standard, ...own])]
}

/** Members that the text takes from a package: `strings.ToUpper(` is ToUpper. */
function membersTaken(text: string, name: string): readonly string[] {
  const members = new Set<string>()
  for (let at = text.indexOf(`${name}.`); at !== -1; at = text.indexOf(`${name}.`, at + 1)) {
    if (/[\p{L}\p{N}_."]/u.test(text[at - 1] ?? '')) continue
    const member = /^\p{Lu}[\p{L}\p{N}_]*/u.exec(text.slice(at + name.length + 1, at + name.length + 80))?.[0]
    if (member !== undefined) members.add(member)
  }
  return [...members]
}

/** Whether another file of the package imports it: then it is surely the one. */
function isImportedBeside(scene: Scene, path: string): boolean {
  const folder = folderOf(scene.file.path)
  return scene.folder
    .list(folder)
    .filter(file => file.endsWith('.go'))
    .some(
      file =>
        scene.folder.open(folder === '' ? file : `${folder}/${file}`)?.text.includes(`"${path}"`) ?? false,
    )
}

function ownPackages(scene: Scene, module: GoModule): readonly string[] {
  const folders = [module.folder]
  const paths: string[] = []
  for (let next = 0; next < folders.length && next < mostFolders; next++) {
    const folder = folders[next] ?? ''
    const below = folder.slice(module.folder.length).replace(/^\//, '')
    const items = scene.folder.list(folder)
    if (items.some(item => item.endsWith('.go')) && folder !== folderOf(scene.file.path))
      paths.push(below === '' ? module.path : `${module.path}/${below}`)
    for (const item of items) {
      if (item.endsWith('/') && !/^(?:[._]|testdata\/|vendor\/|node_modules\/)/.test(item))
        folders.push(folder === '' ? item.slice(0, -1) : `${folder}/${item.slice(0, -1)}`)
    }
  }
  return paths
}

/** The packages at the root of required modules, and one level below. */
function requiredPackages(scene: Scene, module: GoModule): readonly string[] {
  return module.requirements
    .filter(({ indirect }) => !indirect)
    .flatMap(requirement => {
      const at = sourceOfModule(scene, module, requirement)
      const folders = at?.source
        .list(at.folder)
        .filter(item => item.endsWith('/') && !/^[._]|^(?:internal|testdata)\//.test(item))
      return [requirement.path, ...(folders ?? []).map(item => `${requirement.path}/${item.slice(0, -1)}`)]
    })
}
