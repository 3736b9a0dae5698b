// What is known of a module or name that an import did not find: its package, its successor, the release that added it.
// The sentences are signatures' `~ ` lines.

import type { Failure } from '../../../model/failure.ts'
import { factOfHidden } from './hidden-library.ts'
import { libraryNames } from './library-names.ts'
import { newerModules, newerNames } from './newer-names.ts'
import { moduleOfPackage, packageOf, similarModule } from './package-of.ts'
import type { PackageOrigin } from './packages.ts'
import { python2Modules } from './python2-modules.ts'
import { removedModules, removedNames } from './removed-names.ts'

// ModuleNotFoundError: No module named 'yaml', No module named 'typing.io'; 'typing' is not a package
const quotedModule =
  /^(?:ModuleNotFoundError|ImportError): No module named '?([\w.]{1,100})'?(?:; '[\w.]+' is not a package)?$/
// /usr/bin/python3: No module named flask
const startedModule = /^\S*(?:python|pypy)[\d.]*(?:\.exe)?: No module named ([\w.]{1,100})$/
// python: Error while finding module specification for 'uvicorn.main' (ModuleNotFoundError: No module named 'uvicorn')
const specification =
  /^\S*(?:python|pypy)[\d.]*(?:\.exe)?: Error while finding module specification for '[\w.]{1,100}' \(ModuleNotFoundError: No module named '([\w.]{1,100})'\)$/
// ImportError: cannot import name 'Self' from 'typing' (/usr/lib/python3.10/typing.py)
const importedName =
  /^ImportError: cannot import name '(\w{1,80})' from '([\w.]{1,100})' \((.{1,300}?)\)(?:\.|$)/
// AttributeError: module 'asyncio' has no attribute 'TaskGroup'. Did you mean: 'Task'?
const namedAttribute = /^AttributeError: module '([\w.]{1,100})' has no attribute '(\w{1,80})'(?:\.|$)/
// from google.cloud import storage
const fromImport = /^from\s+([\w.]+)\s+import\s+\(?\s*(\w+)/
// import google.cloud.storage as gcs
const plainImport = /^import\s+([\w.]+)/

/** The rest of the line of `table` that begins with `key` and `mark`; null where there is none. */
function lookUp(table: string, key: string, mark: string): string | null {
  const line = `${key}${mark}`
  for (let at = table.indexOf(line); at !== -1; at = table.indexOf(line, at + 1)) {
    const before = table[at - 1]
    if (before === '\n' || (mark === '=' && before === ' ')) {
      const rest = table.slice(at + line.length)
      return rest.slice(0, rest.search(mark === '=' ? /\s/ : /\n/))
    }
  }
  return null
}

/** `a|b` as prose has it. */
const spelled = (successors: string) => successors.replaceAll('|', ', ')

const numberOf = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

/** The names that the import may mean, the longest first: the message ends where the search did, the source goes on. */
function wantedNames(module: string, source: string): readonly string[] {
  const from = fromImport.exec(source)
  const written = from ? `${from[1]}.${from[2]}` : (plainImport.exec(source)?.[1] ?? '')
  const parts =
    written === module || written.startsWith(`${module}.`) ? written.split('.') : module.split('.')
  const least = module.split('.').length
  const names: string[] = []
  for (let length = parts.length; length >= least; length--) names.push(parts.slice(0, length).join('.'))
  return names
}

/** `3.13 telnetlib3` of a table of what left or came, where the version that printed the message does not deny it. */
function entryOf(
  table: string,
  names: readonly string[],
  fits: (release: number) => boolean,
): { wanted: string; release: string; other: string } | null {
  for (const wanted of names) {
    const [release = '', ...other] = (lookUp(table, wanted, ' ') ?? '').split(' ')
    if (release !== '' && fits(numberOf(release))) return { wanted, release, other: other.join(' ') }
  }
  return null
}

/** What a library dropped: `~ werkzeug.urls.url_quote left Werkzeug with 3.0, now urllib.parse.quote`. */
function leftLibrary(names: readonly string[]): string | null {
  for (const wanted of names) {
    const [library, release, successor] = (lookUp(libraryNames, wanted, ' ') ?? '').split(' ')
    if (successor !== undefined) return `~ ${wanted} left ${library} with ${release}, now ${successor}`
  }
  return null
}

/** Of a row without a package `-`. */
const inPlace = ({ wanted, release, other }: { wanted: string; release: string; other: string }) =>
  other === '-'
    ? `~ ${wanted} came with Python ${release}`
    : `~ ${wanted} came with Python ${release}, before it in ${other}`

const sentences: Readonly<Record<PackageOrigin, (wanted: string, name: string) => string>> = {
  alike: (wanted, name) => `~ ${wanted} is installed as ${name}`,
  different: (wanted, name) => `~ ${wanted} comes with ${name}`,
  taken: (wanted, name) => `~ ${wanted} is not in its namesake but in ${name}`,
}

function factOfModule(module: string, source: string, version: string | null): string | null {
  const names = wantedNames(module, source)
  for (const wanted of names) {
    const now = lookUp(python2Modules, wanted, '=')
    if (now !== null) return `~ ${wanted} of Python 2 is now ${spelled(now)}`
  }
  const running = version === null ? null : numberOf(version)
  // Debian's distutils is there without its modules; where it is gone, its own name is missing.
  const left = module.startsWith('distutils.')
    ? null
    : entryOf(removedModules, names, release => running === null || running >= release)
  if (left !== null) return `~ ${left.wanted} left with Python ${left.release}, now ${spelled(left.other)}`
  const came = entryOf(newerModules, names, release => running === null || running < release)
  if (came !== null) return inPlace(came)
  const gone = leftLibrary(names)
  if (gone !== null) return gone
  for (const wanted of names) {
    const found = packageOf(wanted)
    if (found !== null) return sentences[found.origin](wanted, found.name)
  }
  return factOfSpelling(module)
}

/** `beautifulsoup4` is what pip takes, not what is imported; `reqeusts` is neither. */
function factOfSpelling(module: string): string | null {
  const imported = moduleOfPackage(module)
  if (imported !== null) return `~ ${module} is imported as ${imported}`
  const similar = similarModule(module)
  return similar === null ? null : `~ ${module} is a slip of ${similar.module}, installed as ${similar.name}`
}

// /usr/lib/python3.10/typing.py, C:\Python310\Lib\typing.py, unknown location
const standardFile = /[/\\](?:lib|Lib)[/\\]|python\d+\.zip|^unknown location$|^frozen\b/

// /srv/shop/.venv/lib/python3.12/site-packages/werkzeug/urls.py
const installed = /[/\\](?:site|dist)-packages[/\\]/

function factOfName(
  module: string,
  name: string,
  file: string | null,
  version: string | null,
): string | null {
  const gone = file === null || installed.test(file) ? leftLibrary([`${module}.${name}`]) : null
  if (gone !== null) return gone
  if (file !== null && (!standardFile.test(file) || installed.test(file))) return null
  const wanted = [`${module}.${name}`]
  const printed = version ?? /python(\d\.\d+)[/\\]/.exec(file ?? '')?.[1] ?? null
  const running = printed === null ? null : numberOf(printed)
  const left = entryOf(removedNames, wanted, release => running === null || running >= release)
  if (left !== null) return `~ ${left.wanted} left with Python ${left.release}, now ${spelled(left.other)}`
  const came = entryOf(newerNames, wanted, release => running === null || running < release)
  return came === null ? null : inPlace(came)
}

/** The failure with what is known of the module or the name that it did not find; the same for its consequences. */
export function knowImports(failure: Failure): Failure {
  if (failure.tool === 'go') return failure
  const { message } = failure
  const consequences = failure.consequences.map(knowImports)
  const isSame = consequences.every((consequence, index) => consequence === failure.consequences[index])
  const whole = isSame ? failure : { ...failure, consequences }
  const fact = factOf(failure, message.slice(0, 500))
  return fact === null ? whole : { ...whole, facts: [...(failure.facts ?? []), fact] }
}

function factOf(failure: Failure, message: string): string | null {
  const { frames, echo, version } = failure
  if (!/ (?:has )?no |^ImportError: cannot import/i.test(message)) return null
  const module = [quotedModule, startedModule, specification]
    .map(shape => shape.exec(message)?.[1])
    .find(Boolean)
  if (module !== undefined) {
    return factOfModule(module, (frames[0]?.source ?? echo?.source ?? '').trim(), version)
  }
  const hidden = factOfHidden(failure, message)
  if (hidden !== null) return hidden
  const imported = importedName.exec(message)
  if (imported !== null) return factOfName(imported[2] ?? '', imported[1] ?? '', imported[3] ?? '', version)
  const attribute = namedAttribute.exec(message)
  return attribute === null ? null : factOfName(attribute[1] ?? '', attribute[2] ?? '', null, version)
}
