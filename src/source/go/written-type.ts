// A type of a message, as the reader's file must write it.

import type { TextChange } from '../../model/finding.ts'
import type { Scene } from '../inspection.ts'
import { importChange } from './import-edit.ts'
import { fileDeclarations, findPackage, importName } from './packages.ts'

export interface WrittenType {
  readonly text: string
  /** Imports that the file lacks for it. */
  readonly changes: readonly TextChange[]
}

/**
 * `"time".Time` and `quicktest.C` by the names that the file's imports have; null where a package is not imported and its
 * path is not known.
 */
export function writeType(scene: Scene, type: string): WrittenType | null {
  const { imports } = fileDeclarations(scene)
  let text = ''
  let at = 0
  const changes: TextChange[] = []
  const qualifiers = /"([^"\n]{1,300})"\.|(?<![\p{L}\p{N}_."])([\p{L}_][\p{L}\p{N}_]*)\.(?=[\p{L}_])/gu
  for (const found of type.matchAll(qualifiers)) {
    const [whole, path, name] = found
    const spec =
      path === undefined
        ? (imports.find(one => importName(scene, one) === name) ??
          imports.find(one => findPackage(scene, one.path)?.name === name))
        : imports.find(one => one.path === path)
    if (spec === undefined && path === undefined) return null
    if (spec === undefined && path !== undefined) changes.push(...importChange(scene, path))
    const qualifier = spec === undefined ? (path?.split('/').at(-1) ?? '') : importName(scene, spec)
    if (qualifier === '_') return null
    text += `${type.slice(at, found.index)}${qualifier === '.' ? '' : `${qualifier}.`}`
    at = found.index + whole.length
  }
  return { text: text + type.slice(at), changes }
}
