// Go packages by their import paths: the reader's own, those of dependencies, and the standard library's.

import type { SourceFile, SourceFolder } from '../../model/source.ts'
import type { Scene } from '../inspection.ts'
import { type Declaration, type FileDeclarations, type ImportSpec, readDeclarations } from './declarations.ts'
import { findModule, type GoModule, isBelow, requirementOf } from './module.ts'

/** What of a scene is needed to find packages. */
export type Surroundings = Pick<Scene, 'file' | 'folder' | 'dependencies'>

export interface PackageFile extends FileDeclarations {
  /** Null for the table of the standard library. */
  readonly file: SourceFile | null
}

/** A declaration and where it stands. */
export interface Declared extends Declaration {
  readonly in: PackageFile
  readonly package: GoPackage
}

export interface GoPackage {
  readonly name: string
  /** '' where no go.mod tells. */
  readonly path: string
  readonly files: readonly PackageFile[]
  /** Functions, types, variables and constants by name. */
  readonly names: ReadonlyMap<string, Declared>
  /** Methods by the name of their receiver's type. */
  readonly methods: ReadonlyMap<string, readonly Declared[]>
}

const known = new WeakMap<SourceFolder, Map<string, unknown>>()

/** What `make` answers, once per source folder. */
function once<T>({ folder }: Surroundings, key: string, make: () => T): T {
  const cache = known.get(folder) ?? new Map<string, unknown>()
  known.set(folder, cache)
  if (!cache.has(key)) cache.set(key, make())
  // The key says what it holds.
  return cache.get(key) as T
}

export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

/** The module of the scene's file; null without a go.mod. */
export function moduleOf(scene: Surroundings): GoModule | null {
  const folder = folderOf(scene.file.path)
  return once(scene, `module ${folder}`, () => findModule(scene.folder, folder))
}

/** The declarations of the scene's own file. */
export function fileDeclarations(scene: Surroundings): PackageFile {
  const { file } = scene
  return once(scene, `file ${file.path} ${file.text.length}`, () => ({
    file,
    ...readDeclarations(file.text),
  }))
}

/** The package of the scene's file, with its tests when the file is one. */
export function ownPackage(scene: Surroundings): GoPackage {
  const { file, folder } = scene
  const test = file.path.endsWith('_test.go')
  return once(scene, `own ${folderOf(file.path)} ${test} ${file.text.length} ${file.path}`, () => {
    const own = fileDeclarations(scene)
    const others = readFolder(folder, folderOf(file.path), test).filter(
      other => other.file?.path !== file.path && other.package === own.package,
    )
    return packageOf(importPathOf(scene), [own, ...others])
  })
}

function importPathOf(scene: Surroundings): string {
  const module = moduleOf(scene)
  if (module === null) return ''
  const below = folderOf(scene.file.path).slice(module.folder.length).replace(/^\//, '')
  return below === '' ? module.path : `${module.path}/${below}`
}

function readFolder(source: SourceFolder, folder: string, tests: boolean): readonly PackageFile[] {
  return source
    .list(folder)
    .filter(name => name.endsWith('.go') && (tests || !name.endsWith('_test.go')))
    .flatMap(name => {
      const file = source.open(folder === '' ? name : `${folder}/${name}`)
      return file === null ? [] : [{ file, ...readDeclarations(file.text) }]
    })
}

/** The package of an import path, without its tests; null where it is not at hand. */
export function findPackage(scene: Surroundings, path: string): GoPackage | null {
  return once(scene, `package ${path} ${moduleOf(scene)?.folder}`, () => {
    const standard = path.split('/', 1)[0]?.includes('.') ? null : scene.dependencies.standard(path)
    if (standard !== null) {
      const name = packageNameOf(path)
      return packageOf(path, [{ file: null, ...readDeclarations(standard), package: name }])
    }
    const at = folderOfPackage(scene, path)
    if (at === null) return null
    const files = readFolder(at.source, at.folder, false)
    // `// +build ignore` programs beside a library are not it.
    const main = files.filter(file => file.package !== 'main')
    return files.length === 0 ? null : packageOf(path, main.length > 0 ? main : files)
  })
}

/** Where the files of a package lie; null where they are not at hand. */
export function folderOfPackage(
  scene: Surroundings,
  path: string,
): { readonly source: SourceFolder; readonly folder: string } | null {
  const module = moduleOf(scene)
  if (module === null) return null
  if (isBelow(path, module.path)) {
    const below = path.slice(module.path.length + 1)
    const folder = [module.folder, below].filter(part => part !== '').join('/')
    if (scene.folder.list(folder).some(name => name.endsWith('.go'))) return { source: scene.folder, folder }
  }
  const requirement = requirementOf(module, path)
  if (requirement === null) return null
  const source = sourceOfModule(scene, module, requirement)
  const below = path.slice(requirement.path.length + 1)
  return source === null ? null : { source: source.source, folder: joinPath(source.folder, below) }
}

/** The source of a required module, replacements followed; null where it is not at hand. */
export function sourceOfModule(
  scene: Surroundings,
  module: GoModule,
  { path, version }: { readonly path: string; readonly version: string },
): { readonly source: SourceFolder; readonly folder: string } | null {
  const replaced = module.replacements.get(path)
  if (replaced?.path.startsWith('.'))
    return { source: scene.folder, folder: joinPath(module.folder, replaced.path) }
  const vendored = joinPath(module.folder, 'vendor', path)
  if (scene.folder.list(vendored).length > 0) return { source: scene.folder, folder: vendored }
  const source = scene.dependencies.module(replaced?.path ?? path, replaced?.version ?? version)
  return source === null ? null : { source, folder: '' }
}

/** `store/../lib` is `lib`; what leads out of the source folder names nothing. */
function joinPath(...parts: readonly string[]): string {
  const out: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '..') out.pop()
    else if (part !== '' && part !== '.') out.push(part)
  }
  return out.join('/')
}

/** The name by which a package is known without looking at it: `yaml` of gopkg.in/yaml.v3, `resty` of …/go-resty/v2. */
export function packageNameOf(path: string): string {
  const parts = path.split('/')
  let last = parts.at(-1) ?? ''
  if (parts.length > 1 && /^v\d+$/.test(last)) last = parts.at(-2) ?? ''
  return last
    .replace(/\.v\d+$/, '')
    .replace(/^go-|[.-]go$/g, '')
    .replaceAll('-', '_')
}

function packageOf(path: string, files: readonly PackageFile[]): GoPackage {
  const names = new Map<string, Declared>()
  const methods = new Map<string, Declared[]>()
  const made: GoPackage = { name: files[0]?.package ?? '', path, files, names, methods }
  for (const file of files) {
    for (const declaration of file.declarations) {
      const declared = { ...declaration, in: file, package: made }
      if (declaration.kind !== 'method') {
        if (!names.has(declaration.name)) names.set(declaration.name, declared)
        continue
      }
      const list = methods.get(declaration.receiver)
      if (list === undefined) methods.set(declaration.receiver, [declared])
      else list.push(declared)
    }
  }
  return made
}

/** The name an import has in its file. */
export function importName(scene: Surroundings, spec: ImportSpec): string {
  if (spec.alias !== null) return spec.alias
  const guess = packageNameOf(spec.path)
  // Only where the path does not end in its package's usual name can another be meant.
  if (!spec.path.includes('.')) return guess
  return findPackage(scene, spec.path)?.name || guess
}

/** The import that `name` means among `imports`; null where there is none. */
export function importNamed(
  scene: Surroundings,
  name: string,
  imports: readonly ImportSpec[],
): ImportSpec | null {
  return (
    imports.find(spec => spec.alias === name) ??
    imports.find(spec => spec.alias === null && packageNameOf(spec.path) === name) ??
    imports.find(spec => spec.alias === null && importName(scene, spec) === name) ??
    null
  )
}
