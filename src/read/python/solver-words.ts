// Concludes from the sentences in which uv and Poetry explain a failed resolution what excludes what.

import { demandOf, findConflict } from './pip-conflict.ts'

/** The longest explanation looked at, in characters; a real one takes a few thousand. */
const longest = 20_000

const name = '[A-Za-z0-9][\\w.-]{0,100}'
const clauses = '(?:[<>=!~][=<>!~\\w.*+,-]{0,100})?'
// all versions of acme-worker depend on acme-core>=2.0     acme-worker==0.9.1 depends on acme-core>=2.0
// your project depends on acme-core==1.8 and acme-worker     you require acme-core==1.8
const uvDemand = new RegExp(
  `(?:all versions of )?\\b(${name}?)(?:\\[[\\w,]{1,100}\\])?(${clauses}) depends? on (${name})(?:\\[[\\w,]{1,100}\\])?(${clauses})`,
  'g',
)
const uvRequest = new RegExp(
  `\\b(?:you require|your project depends on) ((?:${name}(?:\\[[\\w,]{1,100}\\])?${clauses}(?:,? and |, )?){1,20})`,
  'g',
)
const uvItem = new RegExp(`(${name})(?:\\[[\\w,]{1,100}\\])?(${clauses})`, 'g')

// acme-api (3.4.0) depends on acme-core (>=1.6,<2)     every version of acme-api requires acme-core (>=1.6,<2)
// orders depends on both acme-core (1.8) and acme-api (*)
const poetryDemand = new RegExp(
  `\\b(${name})(?: \\(([^()]{1,100})\\))? (?:depends on|requires) (?:both )?((?:${name}(?: \\([^()]{1,100}\\))(?: and )?){1,2})`,
  'g',
)
const poetryItem = new RegExp(`(${name}) \\(([^()]{1,100})\\)`, 'g')

// acme-new==2.0 requires Python >=3.99     acme-new==2.0 depends on Python>=3.99     acme-new (2.0) requires Python >=3.99
const pythonDemand =
  /\b([A-Za-z0-9][\w.-]{0,100}?)(?:==| \()(\d[\w.]{0,50})\)? (?:requires|depends on) Python ?([<>=!~][^\s;]{0,60}[\w*])/

/** Facts of uv's text, its lines joined: the sentences of `concludeConflict`, and what uv did not find. */
export function concludeUv(words: string): readonly string[] {
  const text = words.slice(0, longest)
  const theirs = [...text.matchAll(uvDemand)].map(([, by = '', versions = '', on = '', wanted = '']) =>
    demandOf(tellVersion(by, versions), on, wanted),
  )
  const yours = [...text.matchAll(uvRequest)].flatMap(([, list = '']) =>
    [...list.matchAll(uvItem)].map(([, on = '', wanted = '']) => demandOf(null, on, wanted)),
  )
  const demands = [...theirs, ...yours].filter(({ on, by }) => on !== 'python' && by !== 'project *')
  return [...concludePython(text), ...findConflict(demands), ...concludeMissing(text)]
}

/** The same of Poetry's. */
export function concludePoetry(words: string): readonly string[] {
  const text = words.slice(0, longest)
  // So, because orders depends on both …     Because orders depends on acme-core (9) which doesn't match any versions
  const project = /\b[Bb]ecause ([\w.-]{1,100}) depends on (?:both )?[^.]{0,300}version solving failed/.exec(
    text,
  )?.[1]
  const demands = [...text.matchAll(poetryDemand)].flatMap(([, by = '', version = '', list = '']) =>
    [...list.matchAll(poetryItem)].map(([, on = '', wanted = '']) => {
      const specifiers = wanted === '*' ? '' : wanted
      return demandOf(by === project ? null : tellVersion(by, version), on, specifiers)
    }),
  )
  // depends on acme-core (9) which doesn't match any versions
  const [, missing = '', versions = ''] =
    /depends on (\S{1,100}) \(([^()]{1,100})\) which doesn't match any/.exec(text) ?? []
  const nothing = missing === '' ? [] : [`~ no version satisfies ${missing} (${versions})`]
  return [...concludePython(text), ...findConflict(demands), ...nothing]
}

// acme-worker==0.9.1, acme-api (3.4.0); a range or none stands for all that there are
function tellVersion(by: string, versions: string): string {
  const exact = /^(?:==)?(\d[\w.+]*)$/.exec(versions)?.[1]
  return `${by} ${exact ?? '*'}`
}

function concludePython(text: string): readonly string[] {
  const [, package_ = '', version = '', wanted = ''] = pythonDemand.exec(text) ?? []
  return package_ === '' ? [] : [`~ ${package_} ${version} is for Python ${wanted}`]
}

function concludeMissing(text: string): readonly string[] {
  // Because flask was not found in the cache     Because nosuch was not found in the package registry
  const unknown =
    /\b([A-Za-z0-9][\w.-]{0,100}) was not found in the (package registry|provided package locations)/.exec(
      text,
    )
  // Because there is no version of acme-core==9
  const without = /\bthere is no version of ([A-Za-z0-9][\w.-]{0,100}?)([<>=!~]\S{0,80}?),? /.exec(text)
  // acme-win==1.0 has no wheels with a matching platform tag (e.g., `manylinux_2_36_x86_64`)
  const wheel =
    /\b([A-Za-z0-9][\w.-]{0,100}?)(?:==|<=)(\d\S{0,50}) has no wheels with a matching ([A-Za-z ]{1,40}) \(/.exec(
      text,
    )
  return [
    ...(unknown ? [`~ nothing is called ${unknown[1]}`] : []),
    ...(without ? [`~ no version satisfies ${without[1]}${without[2]}`] : []),
    ...(wheel ? [`~ ${wheel[1]} ${wheel[2]} has no wheel for this ${wheel[3]}`] : []),
  ]
}
