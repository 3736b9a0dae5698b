// The module that a file belongs to, as its go.mod describes it.

import type { SourceFolder } from '../../model/source.ts'

export interface Requirement {
  readonly path: string
  readonly version: string
  readonly indirect: boolean
}

export interface GoModule {
  /** The path that its packages' import paths begin with. */
  readonly path: string
  /** The folder of go.mod, relative to the source folder; '' is the source folder itself. */
  readonly folder: string
  /** Of the `go` line; '' where there is none. */
  readonly version: string
  readonly requirements: readonly Requirement[]
  /** What `replace` puts in the place of a module: a folder or another module. */
  readonly replacements: ReadonlyMap<string, { readonly path: string; readonly version: string }>
}

/** The module of the nearest go.mod at or above `folder`, within the source folder; null without one. */
export function findModule(source: SourceFolder, folder: string): GoModule | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (let count = parts.length; count >= 0; count--) {
    const here = parts.slice(0, count).join('/')
    if (!source.list(here).includes('go.mod')) continue
    const file = source.open(here === '' ? 'go.mod' : `${here}/go.mod`)
    if (file !== null) return readModule(file.text, here)
  }
  return null
}

/** Reads a go.mod; lines that are none of its grammar are passed over. */
export function readModule(text: string, folder: string): GoModule {
  let path = ''
  let version = ''
  const requirements: Requirement[] = []
  const replacements = new Map<string, { path: string; version: string }>()
  let block = ''
  for (const line of text.split('\n')) {
    const [code = '', comment = ''] = line.split('//', 2)
    const words = code.trim().replaceAll('"', '').split(/\s+/)
    if (words[0] === ')') block = ''
    else if (words[1] === '(') block = words[0] ?? ''
    else {
      const [verb = '', ...rest] = block === '' ? words : [block, ...words]
      const [first = '', second = ''] = rest
      if (verb === 'module') path = first
      else if (verb === 'go') version = first
      // github.com/stretchr/testify v1.11.1 // indirect
      else if (verb === 'require' && second !== '')
        requirements.push({ path: first, version: second, indirect: comment.trim().startsWith('indirect') })
      // example.com/old v1.2.3 => ../old
      else if (verb === 'replace' && rest.includes('=>')) {
        const [target = '', to = ''] = rest.slice(rest.indexOf('=>') + 1)
        replacements.set(first, { path: target, version: to })
      }
    }
  }
  return { path, folder, version, requirements, replacements }
}

/** The requirement that provides a package: the longest path that begins its import path. */
export function requirementOf(module: GoModule, importPath: string): Requirement | null {
  let best: Requirement | null = null
  for (const requirement of module.requirements) {
    if (isBelow(importPath, requirement.path) && requirement.path.length > (best?.path.length ?? 0))
      best = requirement
  }
  return best
}

/** Whether a path is another or lies below it. */
export function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}
