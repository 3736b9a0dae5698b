// Where a missing import goes: into a statement that is there, or on a line of its own, in the order of its neighbours.

import type { SyntaxNode } from '../../inspection.ts'
import { field, partsOf } from './place.ts'
import { standardModules } from './standard-library.ts'

/** What is to be imported: a module, or a name of one. */
export interface Wanted {
  /** As it is written behind `from` or `import`. */
  readonly module: string
  /** Null: the module itself. */
  readonly name: string | null
  readonly alias: string | null
}

export interface Insertion {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The import as a statement. */
export function importLine({ module, name, alias }: Wanted): string {
  const as = alias === null ? '' : ` as ${alias}`
  return name === null ? `import ${module}${as}` : `from ${module} import ${name}${as}`
}

/** The change that brings an import into a file. */
export function insertImport(root: SyntaxNode, wanted: Wanted): Insertion {
  const top = partsOf(root)
  const imports = top.filter(({ type }) => type === 'import_statement' || type === 'import_from_statement')
  const same = imports.find(
    node => node.type === 'import_from_statement' && field(node, 'module_name')?.text === wanted.module,
  )
  if (wanted.name !== null && same !== undefined && !same.text.endsWith('*')) return addTo(same, wanted)
  const newline = root.text.includes('\r\n') ? '\r\n' : '\n'
  const line = importLine(wanted)
  const groups = groupsOf(imports)
  const section = sectionOf(wanted.module)
  const group =
    groups.find(nodes => nodes.some(node => sectionOf(moduleOf(node)) === section)) ??
    (groups.length === 1 && section !== 'relative' ? undefined : undefined)
  if (group !== undefined) {
    const before = placeIn(group, wanted, section)
    if (before !== null)
      return { start: before.startIndex, end: before.startIndex, text: `${line}${newline}` }
    const last = lastOfKind(group, wanted) ?? group.at(-1) ?? root
    return { start: last.endIndex, end: last.endIndex, text: `${newline}${line}` }
  }
  const [firstGroup] = groups
  const first = firstGroup?.[0]
  if (first !== undefined && section === 'standard')
    return { start: first.startIndex, end: first.startIndex, text: `${line}${newline}${newline}` }
  const last = imports.at(-1) ?? top.filter(isPreface).at(-1)
  if (last !== undefined) {
    const gap = imports.length > 0 && section === sectionOf(moduleOf(last)) ? newline : `${newline}${newline}`
    return { start: last.endIndex, end: last.endIndex, text: `${gap}${line}` }
  }
  const start = top[0]?.startIndex ?? 0
  return { start, end: start, text: `${line}${newline}${newline}` }
}

/** `from __future__` and the text that describes the module stand before everything. */
function isPreface(node: SyntaxNode): boolean {
  return (
    node.type === 'future_import_statement' ||
    (node.type === 'expression_statement' && node.firstChild?.type === 'string')
  )
}

type Section = 'standard' | 'other' | 'relative'

const topModules = new Set(standardModules.map(name => name.split('.')[0]))

function sectionOf(module: string): Section {
  if (module.startsWith('.')) return 'relative'
  return topModules.has(module.split('.')[0]) ? 'standard' : 'other'
}

function moduleOf(node: SyntaxNode): string {
  const [first] = partsOf(node)
  if (node.type === 'import_from_statement') return field(node, 'module_name')?.text ?? ''
  return first?.type === 'aliased_import' ? (field(first, 'name')?.text ?? '') : (first?.text ?? '')
}

/** Imports that follow each other without a blank line or other code between. */
function groupsOf(imports: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = []
  for (const node of imports) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group !== undefined && before !== undefined && node.startPosition.row - before.endPosition.row === 1)
      group.push(node)
    else groups.push([node])
  }
  return groups
}

/** `..store` before `.item`, otherwise by the alphabet. */
function sortKey(module: string): string {
  const dots = module.length - module.replace(/^\.+/, '').length
  return `${9 - Math.min(9, dots)}${module.slice(dots).toLowerCase()}`
}

/** The statement of a group before which an import belongs; null: behind the last of its kind. */
function placeIn(group: readonly SyntaxNode[], wanted: Wanted, section: Section): SyntaxNode | null {
  const kind = wanted.name === null ? 'import_statement' : 'import_from_statement'
  const own = group.filter(node => node.type === kind && sectionOf(moduleOf(node)) === section)
  if (own.length === 0) return kind === 'import_statement' ? (group[0] ?? null) : null
  const keys = own.map(node => sortKey(moduleOf(node)))
  if (!isSorted(keys)) return null
  const at = keys.findIndex(key => key > sortKey(wanted.module))
  return own[at] ?? null
}

function lastOfKind(group: readonly SyntaxNode[], { name }: Wanted): SyntaxNode | undefined {
  const kind = name === null ? 'import_statement' : 'import_from_statement'
  return group.filter(({ type }) => type === kind).at(-1)
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') <= key)
}

/** How lists of names are ordered: constants, classes, then the rest; by their letters; without regard to case. */
const orders: readonly ((name: string) => string)[] = [
  name =>
    /^[A-Z0-9_]+$/.test(name) && name.length > 1 ? `0${name}` : /^[A-Z]/.test(name) ? `1${name}` : `2${name}`,
  name => name,
  name => name.toLowerCase(),
]

/** The name in the list of `from module import …`, in its order if it has one, otherwise at the end. */
function addTo(statement: SyntaxNode, { name, alias }: Wanted): Insertion {
  const names = partsOf(statement).slice(1)
  const text = alias === null ? (name ?? '') : `${name} as ${alias}`
  const order = orders.find(key => isSorted(names.map(node => key(node.text))))
  const next = order === undefined ? undefined : names.find(node => order(node.text) > order(text))
  const last = names.at(-1) ?? statement
  if (next === undefined) {
    const [row, before] = [last.startPosition.row, names.at(-2)]
    const gap =
      before !== undefined && before.startPosition.row < row
        ? `,\n${' '.repeat(last.startPosition.column)}`
        : ', '
    return { start: last.endIndex, end: last.endIndex, text: `${gap}${text}` }
  }
  const after = names[names.indexOf(next) + 1] ?? names[names.indexOf(next) - 1]
  const alone = after !== undefined && after.startPosition.row !== next.startPosition.row
  const gap = alone ? `,\n${' '.repeat(next.startPosition.column)}` : ', '
  return { start: next.startIndex, end: next.startIndex, text: `${text}${gap}` }
}
