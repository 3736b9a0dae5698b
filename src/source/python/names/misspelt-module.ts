// ModuleNotFoundError and ImportError: the module or the name that an import meant.

import type { Inspect, Inspected, Proposal, Scene, SyntaxNode } from '../../inspection.ts'
import { clearlyMeant, similarNames } from '../../similar-name.ts'
import { modulesIn, openModule, startOf } from '../code/modules.ts'
import { field, nodesBetween, nodesIn, partsOf } from '../code/place.ts'
import { propose, respell, rewrite } from '../code/proposals.ts'
import { importedNames, scopeOf } from '../code/scope.ts'
import { standardMembers, standardModules } from '../code/standard-library.ts'
import { insert, replace } from '../words.ts'

const importTypes = ['import_statement', 'import_from_statement']

/** `No module named 'asynico'`: the part of its dotted name that nothing has. */
export const misspeltModule: Inspect = scene => {
  const row = scene.line - 1
  const { package: parent, module: last = '' } = scene.slots
  const module = parent === undefined ? last : `${parent}.${last}`
  for (const statement of nodesBetween(scene.parse(scene.file), importTypes, row, row)) {
    const from = field(statement, 'module_name')
    const names =
      from === null
        ? partsOf(statement).map(part => (part.type === 'aliased_import' ? field(part, 'name') : part))
        : [from]
    for (const name of names) {
      const written = name?.text ?? ''
      if (
        name === null ||
        !(
          written === module ||
          module.endsWith(written.replace(/^\.+/, '')) ||
          written.startsWith(`${module}.`)
        )
      )
        continue
      const found = repairModule(scene, name, written)
      if (found !== null) return found
    }
  }
  return null
}

function repairModule(scene: Scene, name: SyntaxNode, written: string): Inspected | null {
  const start = startOf(scene.file, written)
  if (start === null) return null
  const relative = written.startsWith('.')
  let folder = start.folder
  const dots = written.length - written.replace(/^\.+/, '').length
  let offset = name.startIndex + dots
  for (const [at, part] of start.rest.entries()) {
    const own = modulesIn(scene, folder)
    const prefix = start.rest.slice(0, at).join('.')
    const isKnown =
      own.includes(part) || (!relative && isStandard(prefix === '' ? part : `${prefix}.${part}`))
    if (!isKnown) {
      const standard = relative ? [] : standardModules.flatMap(module => belowPrefix(module, prefix))
      // What the message's reader knows of packages from the index.
      const { suggestion } = scene.slots
      const packages = relative || at > 0 || suggestion === undefined ? [] : [suggestion]
      const similar = similarNames(part, [...new Set([...own, ...standard, ...packages])], other => other)
      const [best] = similar
      if (best === undefined) return at === 0 && !relative ? relativeInstead(scene, name, written) : null
      const clear = clearlyMeant(part, similar)
      const text = `${written.slice(0, offset - name.startIndex)}${best.name}${written.slice(offset - name.startIndex + part.length)}`
      // A package from the index may be called almost like a module of the standard library.
      const certain =
        clear !== null &&
        !packages.includes(best.name) &&
        (own.includes(best.name) || best.slips <= 1) &&
        !knownPackages.has(part)
      const isBound = at === 0 && name.parent?.type === 'import_statement'
      return {
        proposals: [
          isBound
            ? renamed(scene, name, part, best.name, text, certain)
            : respell(scene.file, name, text, certain),
        ],
      }
    }
    folder = folder === '' ? part : `${folder}/${part}`
    offset += part.length + 1
  }
  return null
}

/** Packages whose names are near those of modules. */
const knownPackages = new Set([
  'attr',
  'attrs',
  'jsons',
  'times',
  'regex',
  'toml',
  'ujson',
  'simplejson',
  'dill',
  'pytz',
  'mock',
  'six',
  'yaml',
  'nose',
  'typer',
  'rich',
  'jose',
  'jwt',
  'click',
  'httpx',
])

function isStandard(module: string): boolean {
  return standardModules.some(known => known === module || known.startsWith(`${module}.`))
}

/** The next part of a module's name behind a prefix. */
function belowPrefix(module: string, prefix: string): readonly string[] {
  if (prefix === '') return [module.split('.')[0] ?? '']
  return module.startsWith(`${prefix}.`) ? [module.slice(prefix.length + 1).split('.')[0] ?? ''] : []
}

/** `import item` of a module that lies beside the file, in a package: it needs its dot. */
function relativeInstead(scene: Scene, name: SyntaxNode, written: string): Inspected | null {
  const isFrom = name.parent?.type === 'import_from_statement'
  if (!isFrom || openModule(scene, scene.file, `.${written}`) === null) return null
  return {
    proposals: [
      propose(scene.file, insert('.'), false, [{ start: name.startIndex, end: name.startIndex, text: '.' }]),
    ],
  }
}

/** `cannot import name 'Itme' from 'store'`: another spelling of what the module has. */
export const misspeltImportedName: Inspect = scene => {
  const { name = '', suggestion } = scene.slots
  const row = scene.line - 1
  const root = scene.parse(scene.file)
  for (const statement of nodesBetween(root, ['import_from_statement'], row, row)) {
    const part = importedNames(statement).find(imported => imported.name === name)
    if (part === undefined) continue
    const file = openModule(scene, scene.file, part.module)
    const names =
      file === null
        ? (standardMembers(part.module) ?? [])
        : [...scopeOf(scene.parse(file)).bindings.map(binding => binding.name)]
    const all = suggestion === undefined ? names : [...new Set([...names, suggestion])]
    const similar = similarNames(name, all, other => other)
    const [best] = similar
    if (best === undefined) return null
    const clear = clearlyMeant(name, similar)
    const node = part.node.type === 'aliased_import' ? field(part.node, 'name') : part.node
    if (node === null) return null
    const proposals = [renamed(scene, node, name, best.name, best.name, clear !== null && clear.slips <= 1)]
    return { proposals }
  }
  return null
}

/** The import respelt, and with it what the file calls by the wrong name. */
function renamed(
  scene: Scene,
  node: SyntaxNode,
  wrong: string,
  right: string,
  text: string,
  certain: boolean,
): Proposal {
  const uses = nodesIn(scene.parse(scene.file), ['identifier']).filter(
    ({ text: used, parent, startIndex }) =>
      used === wrong &&
      (startIndex < node.startIndex || startIndex >= node.endIndex) &&
      !(parent?.type === 'attribute' && field(parent, 'attribute')?.startIndex === startIndex),
  )
  const isAliased = node.parent?.type === 'aliased_import'
  return propose(scene.file, replace(node.text, text), certain, [
    rewrite(node, text),
    ...(isAliased ? [] : uses.map(use => rewrite(use, right))),
  ])
}
