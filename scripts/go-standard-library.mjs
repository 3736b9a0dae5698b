// Writes data/go-standard-library.txt: what every package of Go's standard library exports, from the API files of a
// toolchain ($GOROOT/api/go1*.txt), as declarations that look like Go. `node scripts/go-standard-library.mjs $(go env GOROOT)`
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const goroot = process.argv[2] ?? ''
/** Later additions are marked with their version: no supported module can have said `go 1.18` and meant less. */
const oldest = 19

const packages = new Map()
const files = readdirSync(join(goroot, 'api'))
  .map(name => ({
    name,
    minor: Number(/^go1\.(\d+)\.txt$/.exec(name)?.[1] ?? (name === 'go1.txt' ? 0 : Number.NaN)),
  }))
  .filter(({ minor }) => !Number.isNaN(minor))
  .sort((a, b) => a.minor - b.minor)
/** `pkg net/http (linux-amd64), func NewRequestWithContext(context.Context, string, string, io.Reader) (*Request, error) #1` */
function readLine(line, minor) {
  const found = /^pkg (\S+?)(?: \(([a-z0-9-]+)\))?, (.*?)(?: #\d+)?$/.exec(line)
  if (found === null) return
  const [, path, platform, text] = found
  if (text.endsWith('//deprecated')) return
  // Thousands of numbers, other on every system.
  if (path === 'syscall' && platform !== undefined && platform !== 'linux-amd64') return
  if (path === 'runtime/race' || /(^|\/)(internal|vendor)\//.test(path)) return
  if (!packages.has(path)) packages.set(path, { types: new Map(), values: new Map(), constants: new Map() })
  add(packages.get(path), tidy(text), minor >= oldest ? ` // 1.${minor}` : '')
}

function tidy(text) {
  return text
    .replaceAll('interface{}', 'any')
    .replaceAll('interface {}', 'any')
    .replace(/\buint8\b/g, 'byte')
    .replaceAll('ideal-', 'untyped ')
    .replace(/\$(\d)/g, (_, n) => 'TUVW'[Number(n)])
}

const patterns = [
  // type Request struct, Method string
  [/^type (\w+)(\[.*\])? (struct|interface), (.*)$/, addMember],
  // type File interface { Close, Read }: the methods come in lines of their own.
  [/^type (\w+)(\[.*\])? (struct|interface)(?: \{.*\})?$/, addType],
  [/^(type (\w+)\b.*)$/, ({ types }, [, text, name], since) => typeOf(types, name, `${text}${since}`)],
  [/^method (.*)$/, ({ values }, [, text], since) => keep(values, `func ${text}`, since)],
  [/^const (\w+) (.*)$/, addConstant],
  [/^(.*)$/, ({ values }, [, text], since) => keep(values, text, since)],
]

function add(pkg, text, since) {
  for (const [pattern, act] of patterns) {
    const found = pattern.exec(text)
    if (found === null) continue
    act(pkg, found, since)
    return
  }
}

function keep(map, key, since) {
  if (!map.has(key)) map.set(key, since)
}

function typeOf(types, name, head) {
  if (!types.has(name)) types.set(name, { head, body: new Map() })
  return types.get(name)
}

function addType({ types }, [, name, parameters = '', kind], since) {
  return typeOf(types, name, `type ${name}${parameters} ${kind} {${since}`)
}

function addMember(pkg, [whole, name, parameters, kind, member], since) {
  const type = addType(pkg, [whole, name, parameters, kind], '')
  if (member !== 'unexported methods') keep(type.body, member.replace(/^embedded /, ''), since)
}

/** `const MaxInt = 9` and `const MaxInt untyped int` are two lines of one constant, which needs the second. */
function addConstant({ values, constants }, [, name, rest], since) {
  const before = constants.get(name)
  if (before !== undefined && rest.startsWith('=')) return
  values.delete(before)
  const text = `const ${name}${rest.startsWith('=') ? '' : ` ${rest}`}`
  constants.set(name, text)
  values.set(text, since)
}

for (const { name, minor } of files) {
  for (const line of readFileSync(join(goroot, 'api', name), 'utf8').split('\n')) readLine(line, minor)
}

let out = ''
for (const [path, { types, values }] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
  out += `# ${path}\n`
  for (const [, { head, body }] of [...types].sort(([a], [b]) => (a < b ? -1 : 1))) {
    out += `${head}\n`
    if (!head.includes(' {')) continue
    for (const [member, since] of [...body].sort(([a], [b]) => (a < b ? -1 : 1)))
      out += `\t${member}${since}\n`
    out += '}\n'
  }
  for (const [value, since] of [...values].sort(([a], [b]) => (a < b ? -1 : 1))) out += `${value}${since}\n`
}
writeFileSync(new URL('../data/go-standard-library.txt', import.meta.url), out)
