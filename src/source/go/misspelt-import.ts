// An import path that names no package: a slip in it, or the wrong major version.

import type { SourceFolder } from '../../model/source.ts'
import type { Inspect, Scene } from '../inspection.ts'
import { clearlyMeant, similarNames } from '../similar-name.ts'
import type { ImportSpec } from './declarations.ts'
import { isStandard } from './import-edit.ts'
import { type GoModule, isBelow } from './module.ts'
import { fileDeclarations, moduleOf, sourceOfModule } from './packages.ts'
import { importInstead } from './words.ts'

export const misspeltImport: Inspect = scene => {
  const wrong = readPath(scene.failure.message)
  if (wrong === null || !scene.whole) return null
  const spec = fileDeclarations(scene).imports.find(
    one => one.path === wrong && one.lineStart <= scene.offset && scene.offset < one.lineEnd,
  )
  if (spec === undefined) return null
  const propose = (path: string, certain: boolean) => ({
    title: importInstead(wrong, path),
    certain,
    changes: [{ path: scene.file.path, start: spec.at + 1, end: spec.end - 1, text: path }],
  })
  const module = moduleOf(scene)
  const others = module === null ? [] : otherMajors(scene, module, wrong)
  if (others.length > 0) return { proposals: others.map(path => propose(path, others.length === 1)) }
  const imported = new Set(fileDeclarations(scene).imports.map(({ path }) => path))
  const known = knownPaths(scene, module, spec).filter(path => !imported.has(path))
  const similar = similarNames(wrong, known, path => path)
  const meant = clearlyMeant(wrong, similar)
  if (similar.length === 0) return null
  return { proposals: similar.slice(0, 3).map(({ name }) => propose(name, name === meant?.name)) }
}

function readPath(message: string): string | null {
  // package relfect is not in std (/usr/local/go/src/relfect)
  // no required module provides package github.com/spf13/pflag/v2; to add it:
  // cannot find package "." in: /home/dev/shop/internal/stroe
  // module golang.org/x/crypto@latest found (v0.50.0), but does not contain package golang.org/x/crypto/curve25591
  const found =
    /^package (\S{1,300}) is not in (?:std|GOROOT)\b/.exec(message) ??
    /^(?:no required module provides package|cannot find module providing package) ([^\s;:]{1,300})/.exec(
      message,
    ) ??
    /but does not contain package (\S{1,300})$/.exec(message)
  return found?.[1] ?? null
}

/** The path with the major version that go.mod requires, or that is the module's own. */
function otherMajors(scene: Scene, module: GoModule, wrong: string): readonly string[] {
  const paths = [module.path, ...module.requirements.map(({ path }) => path)]
  const found: string[] = []
  for (const path of paths) {
    const base = path.replace(/\/v\d+$/, '')
    if (!isBelow(wrong, base) || (isBelow(wrong, path) && path !== base)) continue
    const rest = wrong.slice(base.length).replace(/^\/v\d+(?=\/|$)/, '')
    const fresh = path + rest
    if (fresh !== wrong && exists(scene, module, fresh)) found.push(fresh)
  }
  return [...new Set(found)]
}

/** Whether a package has files, or cannot be looked at. */
function exists(scene: Scene, module: GoModule, path: string): boolean {
  if (isBelow(path, module.path)) {
    const folder = [module.folder, path.slice(module.path.length + 1)].filter(part => part !== '').join('/')
    return scene.folder.list(folder).some(name => name.endsWith('.go'))
  }
  for (const requirement of module.requirements) {
    if (!isBelow(path, requirement.path)) continue
    const at = sourceOfModule(scene, module, requirement)
    const below = path.slice(requirement.path.length + 1)
    if (at === null) return below === ''
    if (
      at.source
        .list([at.folder, below].filter(part => part !== '').join('/'))
        .some(name => name.endsWith('.go'))
    )
      return true
  }
  return false
}

/** The paths that could have been meant: of the standard library, or of packages of modules at hand beside the wrong one. */
function knownPaths(scene: Scene, module: GoModule | null, { path: wrong }: ImportSpec): readonly string[] {
  const standard = scene.dependencies.standardPaths()
  if (module === null) return standard
  const paths: string[] = isStandard(wrong) ? [...standard] : []
  const modules: { readonly path: string; readonly source: SourceFolder | null; readonly folder: string }[] =
    [{ path: module.path, source: scene.folder, folder: module.folder }]
  for (const requirement of module.requirements.filter(({ path }) => sharesHead(path, wrong))) {
    const at = sourceOfModule(scene, module, requirement)
    modules.push({ path: requirement.path, source: at?.source ?? null, folder: at?.folder ?? '' })
  }
  for (const { path, source, folder } of modules) {
    paths.push(path)
    // Folder by folder along the wrong path: every part may hold the slip.
    const parts = wrong.split('/').slice(path.split('/').length)
    let level = [{ path, folder }]
    for (let depth = 0; depth < parts.length && source !== null; depth++) {
      level = level.flatMap(at =>
        similarFolders(source.list(at.folder), parts[depth] ?? '').map(name => ({
          path: `${at.path}/${name}`,
          folder: at.folder === '' ? name : `${at.folder}/${name}`,
        })),
      )
      if (depth === parts.length - 1) paths.push(...level.map(at => at.path))
    }
  }
  return paths
}

/** Folders named like a part of a path, or nearly so. */
function similarFolders(items: readonly string[], part: string): readonly string[] {
  const folders = items.filter(item => item.endsWith('/')).map(item => item.slice(0, -1))
  return folders.includes(part) ? [part] : similarNames(part, folders, name => name).map(({ name }) => name)
}

/** Whether two paths agree on the host, or nearly. */
function sharesHead(path: string, wrong: string): boolean {
  const [a = '', b = ''] = [path.split('/', 1)[0], wrong.split('/', 1)[0]]
  return a === b || similarNames(a, [b], name => name).length > 0
}
